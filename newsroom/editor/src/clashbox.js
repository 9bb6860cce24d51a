// Two texts side by side, the words that differ marked, and the choice.

import { button, element, newId } from "./drawing.js";
import { nodesOf } from "./nodes/kept.js";
import { words } from "./words.js";
import { markDifferences } from "./worddiff.js";

/** @param choose "mine", "theirs" or "both"; @param name what the two texts are of. */
export function clashBox({ name = words.fields.body, mine, theirs, asHtml = false, both = false, choose }) {
  const id = newId("clash");
  const [left, right] = [text(mine, asHtml), text(theirs, asHtml)];
  markDifferences(left, right);
  return element(
    "section", { class: "clash-box", contenteditable: "false", tabindex: "-1", "aria-labelledby": id, "data-open-clash": true },
    element("h3", { id }, words.clashIn(name)),
    element(
      "div", { class: "clash-texts" },
      element("div", {}, element("h4", {}, words.mine), left, button(words.useMine, () => choose("mine"))),
      element("div", {}, element("h4", {}, words.theirs), right, button(words.useTheirs, () => choose("theirs"))),
    ),
    both && button(words.useBoth, () => choose("both"), { class: "quiet" }),
  );
}

function text(value, asHtml) {
  if (!value) return element("div", { class: "clash-text" }, element("em", {}, words.empty));
  return element("div", { class: "clash-text", dir: "auto" }, ...(asHtml ? nodesOf(value) : [value]));
}
