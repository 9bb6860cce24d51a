// The plain blocks of a body: paragraphs, lists, definitions, quotations, fact boxes, plain text, dividing rules.

import { Node } from "@tiptap/core";
import { common } from "../body/attributes.js";

/** A block that is an element with content and nothing else. */
const plain = (name, tag, content, more = {}) =>
  Node.create({ name, group: "block", content, addAttributes: () => common(), parseHTML: () => [{ tag }], renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0], ...more });

/** An item whose words stand in it directly is "tight"; one made of paragraphs is loose, and stays so. */
const loose = { default: false, parseHTML: (element) => element.hasAttribute("data-loose"), renderHTML: ({ loose }) => (loose ? { "data-loose": "" } : {}) };

export const withLoose = (own) => ({ ...common(own), loose });

export const Group = plain("group", "div", "block+", { defining: true, parseHTML: () => [{ tag: "div", priority: 20 }] });

export const Facts = plain("facts", "aside", "block+", {
  defining: true,
  addAttributes: () => common(["class"]),
  parseHTML: () => [{ tag: "aside.facts" }],
  renderHTML: ({ HTMLAttributes }) => ["aside", { ...HTMLAttributes, class: "facts" }, 0],
});

export const Definitions = plain("definitions", "dl", "(term | meaning)+");
export const Term = plain("term", "dt", "inline*", { group: "" });
export const Meaning = plain("meaning", "dd", "block+", { group: "", addAttributes: () => withLoose() });

export const Plain = plain("plain", "pre", "inline*", {
  defining: true,
  whitespace: "pre",
  addAttributes: () => ({ ...common(), code: { default: false, parseHTML: (element) => codeIn(element) !== null, renderHTML: () => ({}) } }),
  parseHTML: () => [{ tag: "pre", preserveWhitespace: "full", contentElement: (element) => codeIn(element) ?? element }],
  renderHTML: ({ node, HTMLAttributes }) => (node.attrs.code ? ["pre", HTMLAttributes, ["code", 0]] : ["pre", HTMLAttributes, 0]),
  addKeyboardShortcuts() {
    return { Enter: ({ editor }) => editor.isActive("plain") && editor.commands.insertContent("\n"), "Mod-Enter": ({ editor }) => editor.isActive("plain") && editor.commands.exitCode() };
  },
});

// <pre><code>…</code></pre> with nothing beside it.
function codeIn(element) {
  const [only] = element.childNodes;
  return element.childNodes.length === 1 && only.localName === "code" && !only.attributes.length ? only : null;
}
