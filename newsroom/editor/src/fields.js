// The fields of a sheet around the text: each can be read, set, told in words and gone to.

import { element, newId } from "./drawing.js";
import { leadPictureField } from "./leadpicture.js";
import { picksField } from "./picks.js";
import { tokenField } from "./tokens.js";
import { words } from "./words.js";

const HEAD = ["searchTitle", "searchDescription", "socialTitle", "socialDescription"];
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ru", "tr", "ar", "fa", "he", "ur", "hi", "mr", "ne", "bn", "ta", "zh", "ja", "ko"];

/** @returns { above, beside, fields }: what stands over the text, what stands below it, and the fields by name. */
export function drawFields(article, { changed, say }) {
  const fields = {};
  const lines = [line("kicker", "kicker-line", 1), line("headline", "headline-line", 1), line("standfirst", "standfirst-line", 2)];
  const select = (name, options, none) => choice(name, options, none);
  const credits = tokens("credits", article.colleagues ?? []), topics = tokens("topics", article.topics ?? []);
  const picks = box("readAlso", element("input", { type: "search", dir: "auto", placeholder: words.searchArticles }));
  const picture = box("picture");
  const heads = element("details", { class: "sheet-field" }, element("summary", {}, words.fields.head), ...HEAD.map((name) => line(`head.${name}`, "small-line", 1, name)));

  const details = element(
    "div", { class: "sheet-details" },
    select("section", article.sections), select("story", article.stories, "–"), plain("dateline"), plain("language", LANGUAGES), credits, topics,
  );
  fields.credits = tokenField(credits, { changed, say });
  fields.topics = tokenField(topics, { changed, say });
  fields.readAlso = picksField(picks, { changed, say, self: article.id });
  fields.picture = leadPictureField(picture, { changed, say });
  fields.head = {
    get: () => Object.fromEntries(HEAD.map((name) => [name, fields[`head.${name}`].get()])),
    set: (value) => HEAD.forEach((name) => fields[`head.${name}`].set(value?.[name])),
    text: (value) => HEAD.map((name) => value?.[name]).filter(Boolean).join(" · "),
    focus: () => ((heads.open = true), fields["head.searchTitle"].focus()),
  };

  return { above: lines, below: [details, picture, picks, heads], fields };

  function remember(name, input, host) {
    input.addEventListener("input", () => changed());
    fields[name] = {
      get: () => input.value || null,
      set(value) {
        if (input.value === (value ?? "")) return;
        // The caret stays with whoever is in the field.
        const at = document.activeElement === input ? [input.selectionStart, input.selectionEnd] : null;
        input.value = value ?? "";
        if (at && at[0] !== null) input.setSelectionRange(...at);
      },
      text: (value) => value ?? "",
      focus: () => input.focus(),
    };
    return host;
  }

  function line(name, kind, rows, labelled = name) {
    const input = element("textarea", { id: newId("field"), rows, dir: "auto", spellcheck: "true", autocomplete: "off" });
    // A headline has no second line of its own; long ones only look as if.
    input.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && event.preventDefault());
    input.addEventListener("input", () => /[\r\n]/.test(input.value) && (input.value = input.value.replace(/\s*[\r\n]+\s*/g, " ")));
    return remember(name, input, element("div", { class: `sheet-field ${kind}`, "data-field": name }, element("label", { for: input.id }, words.fields[labelled]), input));
  }

  function plain(name, suggestions) {
    const id = newId("field"), list = suggestions && element("datalist", { id: newId("list") }, ...suggestions.map((value) => element("option", { value })));
    const input = element("input", { id, dir: "auto", list: list?.id, autocomplete: "off" });
    return remember(name, input, element("div", { class: "sheet-field", "data-field": name }, element("label", { for: id }, words.fields[name]), input, list));
  }

  function choice(name, options, none) {
    const input = element("select", { id: newId("field") }, none && element("option", { value: "" }, none), ...options.map((option) => element("option", { value: option.id }, option.name)));
    const host = remember(name, input, element("div", { class: "sheet-field", "data-field": name }, element("label", { for: input.id }, words.fields[name]), input));
    fields[name].get = () => (input.value ? Number(input.value) : null);
    fields[name].set = (value) => (input.value = value ?? "");
    fields[name].text = (value) => options.find((option) => option.id === value)?.name ?? "";
    return host;
  }

  function tokens(name, suggestions) {
    const id = newId("field"), list = element("datalist", { id: newId("list") }, ...suggestions.map((value) => element("option", { value })));
    return element("div", { class: "sheet-field token-field", "data-field": name }, element("label", { for: id }, words.fields[name]), element("div", { class: "token-box" }, element("input", { id, dir: "auto", list: list.id, autocomplete: "off" })), list);
  }

  function box(name, input) {
    const id = input && newId("field");
    if (input) input.id = id;
    return element("div", { class: "sheet-field", "data-field": name, role: input ? null : "group", "aria-label": input ? null : words.fields[name] }, input ? element("label", { for: id }, words.fields[name]) : element("h2", {}, words.fields[name]), input);
  }
}

export const sheetOf = (fields) => ({
  kicker: fields.kicker.get(), headline: fields.headline.get() ?? "", standfirst: fields.standfirst.get(), body: fields.body.get(), dateline: fields.dateline.get(), language: fields.language.get() ?? "",
  section: fields.section.get(), story: fields.story.get(), credits: fields.credits.get(), topics: fields.topics.get(), picture: fields.picture.get(), readAlso: fields.readAlso.get(), head: fields.head.get(),
});

/** Shows what differs from what stands there. The body is put together by itself. */
export function showSheet(fields, sheet) {
  for (const [name, value] of Object.entries(sheet)) if (name !== "body" && fields[name] && JSON.stringify(fields[name].get()) !== JSON.stringify(value)) fields[name].set(value);
}
