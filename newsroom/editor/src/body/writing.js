// From the writing surface to a body. A block that nobody touched is written letter by letter as it was read,
// so that it is no change to those who put two texts together.

import { DOMSerializer } from "@tiptap/pm/model";
import { unshape } from "./shaping.js";

/** How blocks were written when they were read. */
export class Sources {
  #known = new Map();

  remember(node, html) {
    const written = htmlOf(node), all = this.#known.get(written) ?? [];
    all.push(html);
    this.#known.set(written, all);
  }

  /** @param nth which of several that are alike. */
  of(written, nth) {
    const all = this.#known.get(written);
    return all ? all[Math.min(nth, all.length - 1)] : written;
  }
}

/** The blocks of a body, as they are saved. Empty paragraphs and pictures that are still on their way are none. */
export function writeBlocks(doc, sources) {
  return pieces(doc, sources).flatMap(({ html, clash }) => (clash ? clash.theirs : [html]));
}

/** The same with what is still to be chosen: for keeping in the browser. */
export const writeWithClashes = (doc, sources) => pieces(doc, sources).map(({ html, clash }) => clash ?? html);

function pieces(doc, sources) {
  const seen = new Map(), all = [];
  doc.forEach((node, offset) => {
    if (node.type.name === "clash") return void all.push({ clash: { mine: node.attrs.mine, theirs: node.attrs.theirs }, node, offset });
    const written = isNothing(node) ? "" : htmlOf(node);
    if (!written) return;
    const nth = seen.get(written) ?? 0;
    seen.set(written, nth + 1);
    all.push({ html: sources.of(written, nth), node, offset });
  });
  return all;
}

/** Each block with its place, for those who replace some of them. */
export const placedBlocks = pieces;

const isNothing = (node) => (node.type.name === "paragraph" && !node.content.size) || (node.type.name === "figure" && !node.attrs.src);

export function htmlOf(node) {
  if (node.type.name === "kept") return node.attrs.html;
  const holder = document.createElement("div");
  holder.append(serializer(node.type.schema).serializeNode(withoutSending(node)));
  for (const place of holder.querySelectorAll("[data-html]")) place.replaceWith(...new DOMParser().parseFromString(place.getAttribute("data-html"), "text/html").body.childNodes);
  return unshape(holder).innerHTML;
}

// Pictures within a gallery or a box that are still on their way.
function withoutSending(node) {
  if (!node.childCount || !["gallery", "facts", "group", "quotation"].includes(node.type.name)) return node;
  const children = [];
  node.forEach((child) => isNothing(child) && child.type.name === "figure" || children.push(withoutSending(child)));
  return children.length === node.childCount ? node : node.type.create(node.attrs, children);
}

const serializers = new WeakMap();
function serializer(schema) {
  if (!serializers.has(schema)) serializers.set(schema, DOMSerializer.fromSchema(schema));
  return serializers.get(schema);
}
