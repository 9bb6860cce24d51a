// Text that an earlier sitting left unsaved: shown to whoever wrote it, who says what becomes of it.

import { nodesOf } from "./nodes/kept.js";
import { button, element } from "./drawing.js";
import { dayAndTime } from "./status.js";
import { words } from "./words.js";

/** @param restore (text) puts it back and saves it; resolves to whether it is saved. */
export function offerKept(left, { banner, keeping, restore }) {
  for (const text of left) {
    const name = `kept-${text.sitting}`;
    const forget = () => {
      keeping.forget(text.sitting);
      banner.hide(name);
    };
    banner.show(
      name, "warning", words.keptText(dayAndTime(text.at)), " ",
      button(words.restore, async () => {
        await restore(text);
        // From now on this sitting keeps it.
        forget();
      }),
      button(words.look, () => look(text), { class: "quiet" }),
      button(words.discard, () => confirm(words.discardSure) && forget(), { class: "quiet" }),
    );
  }
}

function look({ sheet, pieces, at }) {
  const blocks = (pieces ?? [sheet.body]).map((piece) => (typeof piece === "string" ? piece : piece.mine.join("\n")));
  const dialog = element(
    "dialog", { class: "choice look", "aria-label": words.look },
    element("p", { class: "hint" }, dayAndTime(at)), element("h2", { dir: "auto" }, sheet.headline || "–"), element("p", { dir: "auto" }, sheet.standfirst ?? ""),
    element("div", { class: "clash-text", dir: "auto", lang: sheet.language }, ...blocks.flatMap(nodesOf)), button(words.close, () => dialog.close()),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
