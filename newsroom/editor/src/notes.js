// Colleagues talk about the text beside it. A note may be about words: they are marked while it is looked at.

import { ask } from "./asking.js";
import { button, element } from "./drawing.js";
import { markWords } from "./marking.js";
import { offerNames } from "./mentions.js";
import { dayAndTime } from "./status.js";
import { words } from "./words.js";

const EVERY = 30_000;

export function notes(host, { article, editor, colleagues }) {
  const address = `/newsroom/articles/${article}/notes`;
  const list = element("div", { class: "note-list" }), writer = noteForm(null);
  host.replaceChildren(element("h2", {}, words.notes), list, writer.form);
  let known = "";

  async function load() {
    const { status, body } = await ask("GET", address);
    if (status !== 200 || JSON.stringify(body) === known) return;
    // An answer that somebody is writing is not taken from under them.
    if ([...list.querySelectorAll("textarea")].some((input) => input.value.trim())) return;
    known = JSON.stringify(body);
    draw(body);
  }

  function draw(all) {
    const heads = all.filter((note) => !note.parent), open = heads.filter((note) => !note.resolved), done = heads.filter((note) => note.resolved);
    const thread = (note) => drawThread(note, all.filter((answer) => answer.parent === note.id));
    list.replaceChildren(
      ...(open.length ? open.map(thread) : [element("p", { class: "hint" }, words.noNotes)]),
      ...(done.length ? [element("details", {}, element("summary", {}, words.resolvedNotes(done.length)), ...done.map(thread))] : []),
    );
  }

  function drawThread(note, answers) {
    const gone = element("p", { class: "hint", role: "status", hidden: true }, words.wordsGone);
    const quote = note.anchor && button(note.anchor, () => (gone.hidden = markWords(editor, note.anchor)), { class: "plain note-anchor", dir: "auto" });
    const answer = noteForm(note.id);
    answer.form.hidden = true;
    return element(
      "article", { class: "note" }, quote, note.anchor && gone, drawLine(note), ...answers.map(drawLine),
      element("div", { class: "row" }, button(words.reply, () => ((answer.form.hidden = false), answer.input.focus()), { class: "plain" }), button(note.resolved ? words.reopen : words.resolve, () => resolve(note), { class: "plain" })),
      answer.form,
    );
  }

  const drawLine = (note) => element("div", {}, element("p", { class: "note-by" }, element("strong", {}, note.by), " ", element("time", { datetime: note.at }, dayAndTime(note.at))), element("p", { dir: "auto", class: "note-text" }, note.text));

  function noteForm(parent) {
    const input = element("textarea", { rows: 2, maxlength: 4000, dir: "auto", "aria-label": words.writeNote, placeholder: words.writeNote });
    const about = element("p", { class: "hint", hidden: true }), failed = element("p", { class: "error", role: "alert", hidden: true }, words.noteFailed);
    const form = element("form", { class: "note-form" }, about, input, failed, element("button", { class: "quiet" }, words.send));
    let anchor = null;
    offerNames(input, colleagues);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!input.value.trim()) return;
      const { status, body } = await ask("POST", address, { text: input.value, anchor, parent });
      failed.hidden = status === 201 || status === 200;
      failed.textContent = body?.refusals?.[0]?.sentence ?? words.noteFailed;
      if (!failed.hidden) return;
      input.value = "";
      setAbout(null);
      markWords(editor, null);
      load();
    });
    function setAbout(text) {
      anchor = text;
      about.hidden = !text;
      about.textContent = text ? `${words.aboutWords} “${text}”` : "";
    }
    return { form, input, setAbout };
  }

  async function resolve(note) {
    await ask("POST", `/newsroom/notes/${note.id}/resolution`, { resolved: !note.resolved });
    load();
  }

  setInterval(() => document.visibilityState === "visible" && load(), EVERY);
  load();
  return {
    load,
    about(text) {
      writer.setAbout(text ? text.slice(0, 500) : null);
      if (text) markWords(editor, text.slice(0, 500));
      writer.input.focus();
    },
  };
}
