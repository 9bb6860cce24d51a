// Pictures: one by itself, several in a gallery, and one within words; and a frame around anything else that has a caption.

import { Node } from "@tiptap/core";
import { attributesOf, common } from "../body/attributes.js";
import { leave } from "./quotation.js";
import { figureView } from "./figureview.js";

const field = (name, value = "") => ({ default: value, parseHTML: (element) => pictureIn(element)?.getAttribute(name) ?? null, rendered: false });
const pictureIn = (element) => (element.localName === "img" ? element : element.querySelector(":scope > img, :scope > a > img"));
const OWN = ["src", "alt", "width", "height"];

const pictureFields = () => ({
  src: field("src"), alt: field("alt", null), width: field("width", null), height: field("height", null),
  lang: { default: null }, dir: { default: null },
  picture: { default: null, rendered: false, parseHTML: (element) => (pictureIn(element) ? attributesWithLanguage(pictureIn(element)) : null) },
});

function attributesWithLanguage(element) {
  const more = { ...attributesOf(element, OWN) };
  for (const name of ["lang", "dir"]) if (element.hasAttribute(name)) more[name] = element.getAttribute(name);
  return Object.keys(more).length ? more : null;
}

function img({ src, alt, width, height, picture }) {
  const own = { src, alt, width, height, ...picture };
  return ["img", Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null && value !== undefined))];
}

export const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "caption credit",
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    ...pictureFields(),
    ...common(),
    link: { default: null, rendered: false, parseHTML: (element) => linkOf(element) },
    // While it is being sent: nothing of it is in the body.
    sending: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [{ tag: "figure[data-picture]", contentElement: (element) => element.querySelector(":scope > div[data-words]"), priority: 60 }],
  renderHTML({ node, HTMLAttributes }) {
    const picture = img(node.attrs);
    return ["figure", { ...HTMLAttributes, "data-picture": "" }, node.attrs.link ? ["a", node.attrs.link, picture] : picture, ["div", { "data-words": "" }, 0]];
  },
  addNodeView: () => figureView,
});

const linkOf = (element) => {
  const link = element.querySelector(":scope > a");
  return link ? Object.fromEntries([...link.attributes].map(({ name, value }) => [name, value])) : null;
};

export const InlinePicture = Node.create({
  name: "inlinePicture",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: pictureFields,
  parseHTML: () => [{ tag: "img[src]" }],
  renderHTML: ({ node }) => img(node.attrs),
});

export const Gallery = Node.create({
  name: "gallery",
  group: "block",
  content: "figure+ caption",
  isolating: true,
  addAttributes: () => common(["class"]),
  parseHTML: () => [{ tag: "figure.gallery", priority: 55 }],
  renderHTML: ({ HTMLAttributes }) => ["figure", { ...HTMLAttributes, class: "gallery" }, 0],
});

export const Frame = Node.create({
  name: "frame",
  group: "block",
  content: "block+ caption",
  isolating: true,
  addAttributes: () => common(),
  parseHTML: () => [{ tag: "figure[data-frame]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", { ...HTMLAttributes, "data-frame": "" }, 0],
});

const line = (name, next) =>
  Node.create({
    name,
    content: "inline*",
    isolating: true,
    addAttributes: () => ({ lang: { default: null }, dir: { default: null } }),
    parseHTML: () => [{ tag: `p[data-${name}]`, priority: 70 }],
    renderHTML: ({ HTMLAttributes }) => ["p", { ...HTMLAttributes, [`data-${name}`]: "" }, 0],
    addKeyboardShortcuts() {
      return { Enter: ({ editor }) => next(editor) };
    },
  });

export const Caption = line("caption", (editor) => {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== "caption") return false;
  const whole = $from.node(-1);
  if (whole.type.name === "figure") return editor.commands.setTextSelection($from.after() + 1);
  if (whole.type.name === "tableBlock") return editor.commands.setTextSelection($from.after() + 4);
  return leave(editor, "caption", whole.type.name);
});

export const Credit = line("credit", (editor) => leave(editor, "credit", "figure"));
