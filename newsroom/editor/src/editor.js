// The writing page: what is on it, and how its parts know of each other.

import { answers } from "./answers.js";
import { ask, askForPage } from "./asking.js";
import { Autosave } from "./autosave.js";
import { banners } from "./banners.js";
import { blocksOf } from "./body/blocks.js";
import { clashes as drawClashes } from "./clashes.js";
import { counter } from "./counting.js";
import { element } from "./drawing.js";
import { drawFields, sheetOf, showSheet } from "./fields.js";
import { findings as drawFindings } from "./findings.js";
import { Keeping, openSittings } from "./keeping.js";
import { setLanguage } from "./language.js";
import { saveBeforeForms } from "./leaving.js";
import { embedDialog, linkDialog } from "./links.js";
import { settleClash, takeOver } from "./merging.js";
import { notes as drawNotes } from "./notes.js";
import { choosePicture } from "./pictures.js";
import { presence as meet } from "./presence.js";
import { offerKept } from "./restoring.js";
import { statusLine } from "./status.js";
import { surface as drawSurface } from "./surface.js";
import { selectedWords, toolbar } from "./toolbar.js";
import { words } from "./words.js";

const article = JSON.parse(document.getElementById("article").textContent), host = document.getElementById("editor");
const sitting = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const said = element("p", { class: "out-of-sight", role: "status" }), status = element("p", { class: "save-status", role: "status", "aria-live": "polite" });
const others = element("p", { class: "others", role: "status" }), count = element("p", { class: "count" });
const top = element("div", { class: "banners" }), text = element("div", { class: "sheet-field body-field", "data-field": "body" });
const say = (sentence) => {
  said.textContent = "";
  setTimeout(() => (said.textContent = sentence), 50);
};

const banner = banners(top), keeping = new Keeping(article.id, sitting, article.me.id);
let autosave, presence, openPlaces;
const changed = () => {
  autosave?.changed();
  if (openPlaces?.count()) openPlaces.show();
};

const { above, below, fields } = drawFields(article, { changed, say });
const surface = drawSurface(text, { changed, say, shortcuts, settleClash: (pos, node, choice) => (settleClash(editor, surface.sources, pos, node, choice), changed(), openPlaces.show()) });
const { editor } = surface;
fields.body = surface;

const acts = {
  link: () => linkDialog(editor, article.id),
  embed: () => embedDialog(editor, say),
  note: () => notes.about(selectedWords(editor)),
  async picture() {
    const picture = await choosePicture({ progress: say });
    if (picture?.failed) banner.show("picture", "refused", picture.failed);
    else if (picture) banner.hide("picture"), surface.insertPicture(picture);
  },
};
const tools = toolbar(editor, acts);
host.replaceChildren(element("div", { class: "writing-head" }, element("div", { class: "writing-state" }, status, others, count), tools), top, ...above, text, ...below, said);
showSheet(fields, article.sheet);
surface.set(article.sheet.body);

const gather = () => sheetOf(fields), tell = statusLine(status, () => keeping.since);
openPlaces = drawClashes({ sheet: host, fields, editor, banner, changed });
const keep = (sheet) => keeping.keep({ sheet, base: autosave.base, pieces: surface.pieces(), fields: openPlaces.fields() });
autosave = new Autosave({
  gather, keep, base: article.base, sheet: gather(),
  // Until it is chosen which text is to stand, one of the two is only here.
  release: () => (openPlaces.count() ? keep(gather()) : keeping.release()),
  send: (sheet, base, options) => ask("PUT", `/newsroom/articles/${article.id}/copy`, { base, sitting, sheet }, options),
  answer: answers({ article: article.id, me: article.me, fields, surface, sheetElement: host, banner, clashes: openPlaces, say, gather }),
  tell(told) {
    tell(told);
    // After the save has ended: until then it still counts as writing.
    setTimeout(() => presence?.changed());
    if (told.state === "saved") findings.load();
  },
});
tell({ state: "saved", at: article.savedAt });
if (article.closed) banner.show("closed", "refused", article.closed);

const counted = counter(count, editor, () => fields.language.get());
const language = () => {
  setLanguage([editor.view.dom], fields.language.get() ?? "en");
  for (const name of ["kicker", "headline", "standfirst"]) host.querySelector(`[data-field="${name}"] textarea`).lang = fields.language.get() ?? "";
  counted.show();
};
host.querySelector('[data-field="language"] input').addEventListener("input", language);
language();

const findings = drawFindings(document.getElementById("findings"), { article: article.id, editor, fields });
const notes = drawNotes(document.getElementById("notes"), { article: article.id, editor, colleagues: article.colleagues ?? [] });
presence = meet(others, {
  article: article.id, sitting, isWriting: () => autosave.unsaved,
  behind: (head) => head > autosave.base.number && catchUp(),
});

// A colleague has saved and nothing here waits: the page shows what stands now. Nothing is sent, so nothing can clash.
async function catchUp() {
  if (autosave.unsaved || openPlaces.count()) return;
  const version = autosave.version, page = await askForPage(`/newsroom/articles/${article.id}`);
  if (!page || page.article.me.id !== article.me.id || autosave.unsaved || autosave.version !== version || editor.view.composing) return;
  showSheet(fields, page.article.sheet);
  takeOver(editor, surface.sources, blocksOf(page.article.sheet.body));
  autosave.accept(gather(), page.article.base);
  say(words.takenOver);
}

saveBeforeForms(document.querySelectorAll('.writing .desk form[method="post"]'), { saveNow: () => autosave.saveNow(), openClashes: () => openPlaces.count(), number: () => autosave.base.number, banner });

openSittings(article.id, sitting).then((open) =>
  offerKept(keeping.left().filter((left) => !open.has(left.sitting) && !isHere(left)), {
    banner, keeping,
    async restore(left) {
      await autosave.saveNow();
      showSheet(fields, left.sheet);
      surface.showPieces(left.pieces ?? [left.sheet.body]);
      openPlaces.restore(left.fields);
      openPlaces.show();
      // What it was based on then: what others wrote since is put together with it, not replaced.
      autosave.base = left.base;
      autosave.changed();
      autosave.settle();
      say(words.restored);
      await autosave.saveNow();
    },
  }));

// The newsroom has it: there is nothing to say.
function isHere(left) {
  const same = JSON.stringify(left.sheet) === JSON.stringify(gather()) && !(left.pieces ?? []).some((piece) => typeof piece !== "string") && !left.fields?.length;
  if (same) keeping.forget(left.sitting);
  return same;
}

function shortcuts(event) {
  if (!(event.ctrlKey || event.metaKey)) return false;
  const act = event.altKey ? { KeyM: acts.note }[event.code] : { k: acts.link }[event.key.toLowerCase()];
  if (!act || event.shiftKey) return false;
  event.preventDefault();
  act();
  return true;
}

addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  autosave.goOn() ?? autosave.saveNow();
});
addEventListener("online", () => autosave.goOn());
addEventListener("focus", () => banner.has("signed-out") && autosave.goOn());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") return;
  autosave.settle();
  if (autosave.unsaved) autosave.saveNow({ keepalive: new Blob([JSON.stringify(gather())]).size < 60_000 });
});
addEventListener("beforeunload", (event) => {
  autosave.settle();
  if (autosave.unsaved && !autosave.kept) event.preventDefault();
});
