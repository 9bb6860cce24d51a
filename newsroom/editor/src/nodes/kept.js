// What a body may hold and the writing surface has no tools for: it stands where it stood, exactly as it was.

import { Node } from "@tiptap/core";
import { ALLOWED } from "../body/attributes.js";
import { element } from "../drawing.js";
import { words } from "../words.js";

const html = { default: "", rendered: false, parseHTML: (found) => found.getAttribute("data-html") };

export const Kept = Node.create({
  name: "kept",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ html }),
  parseHTML: () => [{ tag: "div[data-kept]", priority: 90 }],
  renderHTML: ({ node }) => ["div", { "data-kept": "", "data-html": node.attrs.html }],
  addNodeView: () => ({ node }) => ({
    dom: element("div", { class: "kept-box" }, element("p", { class: "kept-label" }, words.kept), element("div", {}, ...nodesOf(node.attrs.html))),
  }),
});

/** An element within a line that has no words of its own: a place that a link leads to. */
export const KeptInline = Node.create({
  name: "keptInline",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ html: { default: "", rendered: false, parseHTML: (found) => found.outerHTML } }),
  parseHTML: () => ["a", "span", "abbr", "time", "em", "strong", "sup", "sub", "code", "q", "s", "u", "small", "cite"].map((tag) => ({
    tag, priority: 80, getAttrs: (found) => (found.attributes.length && !found.textContent && !found.querySelector("img, br") ? null : false),
  })),
  renderHTML: ({ node }) => ["span", { "data-html": node.attrs.html }],
  addNodeView: () => () => ({ dom: element("span", { class: "kept-place", title: words.keptPlace }, "⚓") }),
});

const GONE = "script, style, iframe, object, embed, link, meta, template, form, svg, math";

/** Elements of a body, to be looked at. What could act is taken off once more: pasted text comes this way too. */
export function nodesOf(text) {
  const { body } = new DOMParser().parseFromString(text, "text/html");
  for (const gone of body.querySelectorAll(GONE)) gone.remove();
  for (const found of body.querySelectorAll("*"))
    for (const { name, value } of [...found.attributes]) if (!ALLOWED.has(name) || (name === "href" && !/^(?:https?:|mailto:|tel:|\/|#)/i.test(value))) found.removeAttribute(name);
  return [...body.childNodes].map((node) => document.importNode(node, true));
}
