// The dialogs for a link and for a film: an address, or words by which an article of the paper is found.

import { searchArticles } from "./articles.js";
import { button, element, newId } from "./drawing.js";
import { finder } from "./finder.js";
import { filmAt } from "./nodes/embed.js";
import { cleanLink } from "./pasting/addresses.js";
import { words } from "./words.js";

export function linkDialog(editor, self) {
  const known = editor.getAttributes("link").href ?? "";
  const { from, to } = editor.state.selection;
  askAddress({
    title: words.linkTitle, hint: words.linkHint, value: known, action: words.apply, other: known && [words.unlink, () => editor.chain().focus().extendMarkRange("link").unsetMark("link").run()],
    search: (text) => (text && !isAddress(text) ? searchArticles(text, self) : null),
    done(value, article) {
      const href = article?.address ?? addressOf(value);
      if (!href) return false;
      const chain = editor.chain().focus().setTextSelection({ from, to });
      if (from === to && !known) chain.insertContent({ type: "text", text: article?.headline ?? href, marks: [{ type: "link", attrs: { href } }] }).run();
      else chain.extendMarkRange("link").setMark("link", { href }).run();
      return true;
    },
  });
}

export function embedDialog(editor, say) {
  askAddress({
    title: words.embedTitle, hint: words.embedHint, value: "", action: words.insert,
    done(value) {
      const film = filmAt(value), href = addressOf(value);
      if (film) editor.chain().focus().insertContent({ type: "embed", attrs: film }).run();
      else if (href) {
        say(words.embedUnknown);
        editor.chain().focus().insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
      } else return false;
      return true;
    },
  });
}

const isAddress = (text) => /^(?:https?:\/\/|mailto:|tel:|\/|#)/i.test(text) || /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text);

function addressOf(text) {
  const value = text.trim();
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(value)) return `mailto:${value}`;
  return cleanLink(value) ?? (isAddress(value) && !/\s/.test(value) && !/^[a-z]+:/i.test(value) ? (value.startsWith("#") ? value : cleanLink(`https://${value}`)) : null);
}

function askAddress({ title, hint, value, action, other, search, done }) {
  const id = newId("address"), input = element("input", { id, type: "text", dir: "auto", inputmode: "url", value, autocomplete: "off" });
  const set = element("button", {}, action);
  const form = element(
    "form", { method: "dialog" }, element("h2", {}, title), element("label", { for: id }, hint), element("div", { class: "finder" }, input),
    element("div", { class: "row" }, set, other && button(other[0], () => (dialog.close(), other[1]()), { class: "quiet" }), button(words.cancel, () => dialog.close(), { class: "quiet" })),
  );
  const dialog = element("dialog", { class: "choice", "aria-label": title }, form);
  if (search) finder(input, { label: words.results, search, draw: (article) => [element("span", {}, article.headline), element("small", {}, (article.date ?? "").slice(0, 10))], choose: (article) => finish("", article) });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    finish(input.value);
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  input.select();

  function finish(text, article) {
    dialog.close();
    if (done(text, article)) return;
    document.body.append(dialog);
    dialog.showModal();
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }
}
