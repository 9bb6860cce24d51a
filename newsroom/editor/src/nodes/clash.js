// A place where two people wrote different things: both texts, side by side, until the writer has chosen.
// What is saved meanwhile is the text that was there first, so that nothing is overwritten.

import { Node } from "@tiptap/core";
import { clashBox } from "../clashbox.js";

export const Clash = Node.create({
  name: "clash",
  group: "block",
  atom: true,
  selectable: true,
  addAttributes: () => ({ mine: { default: [], rendered: false }, theirs: { default: [], rendered: false } }),
  renderHTML: () => ["div", { "data-clash": "" }],
  addNodeView() {
    const settle = this.options.settle;
    return ({ node, getPos }) => ({
      dom: clashBox({ mine: node.attrs.mine.join("\n"), theirs: node.attrs.theirs.join("\n"), asHtml: true, both: true, choose: (choice) => settle?.(getPos(), node, choice) }),
      stopEvent: () => true,
      ignoreMutation: () => true,
    });
  },
  addOptions: () => ({ settle: null }),
});
