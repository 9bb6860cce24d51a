// What may be said of words within a line. None shuts out another: a link can be code, and code a link.

import { Mark } from "@tiptap/core";
import { common } from "../body/attributes.js";

const mark = (name, tag, { also = [], key, when, inclusive = true, own = [] } = {}) =>
  Mark.create({
    name,
    inclusive,
    excludes: when ? "" : name,
    addAttributes: () => common(own),
    parseHTML: () => [{ tag, getAttrs: (element) => (!when || when(element) ? null : false) }, ...also],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return key ? { [key]: () => this.editor.commands.toggleMark(name) } : {};
    },
  });

export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  excludes: "link",
  addAttributes: () => ({ href: { default: null, parseHTML: (element) => element.getAttribute("href") }, ...common(["href"]) }),
  parseHTML: () => [{ tag: "a" }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
});

export const marks = [
  Link,
  mark("strong", "strong", { key: "Mod-b", also: [{ tag: "b" }] }),
  mark("em", "em", { key: "Mod-i", also: [{ tag: "i" }] }),
  mark("u", "u", { key: "Mod-u", also: [{ tag: "ins" }] }),
  mark("s", "s", { key: "Mod-Shift-s", also: [{ tag: "del" }, { tag: "strike" }] }),
  mark("sub", "sub", { key: "Mod-," }),
  mark("sup", "sup", { key: "Mod-." }),
  mark("small", "small"),
  mark("code", "code", { key: "Mod-e" }),
  mark("q", "q"),
  mark("cite", "cite"),
  mark("abbr", "abbr", { inclusive: false }),
  mark("time", "time", { inclusive: false }),
  // A span says something only by what it carries: a language, a direction, a place to link to.
  mark("span", "span", { inclusive: false, when: (element) => element.attributes.length > 0 }),
];
