// From a stored body to the writing surface. Each block is read by itself and held against what it would be written as:
// one that would lose anything is kept whole, as it stood.

import { DOMParser as Reader } from "@tiptap/pm/model";
import { blocksOf } from "./blocks.js";
import { fingerprint } from "./fingerprint.js";
import { shape } from "./shaping.js";
import { htmlOf } from "./writing.js";

/** @returns the nodes of one block; mostly one. */
export function readBlock(schema, html) {
  const nodes = nodesOf(schema, html);
  return nodes.length && isSound(schema, nodes) && printOf(html) === printOf(nodes.map(htmlOf).join("")) ? nodes : [schema.nodes.kept.create({ html })];
}

/** @param sources what each block was written as, for `writeBlocks`. */
export function readBody(schema, html, sources) {
  const nodes = blocksOf(html).flatMap((block) => {
    const read = readBlock(schema, block);
    if (read.length === 1) sources.remember(read[0], block);
    return read;
  });
  return schema.topNodeType.create(null, nodes.length ? nodes : [schema.nodes.paragraph.create()]);
}

// The parser fills in what is missing where it can; where it cannot, the node is not one of ours.
function isSound(schema, nodes) {
  try {
    schema.topNodeType.create(null, nodes).check();
    return true;
  } catch {
    return false;
  }
}

const parsed = (html) => shape(new DOMParser().parseFromString(html, "text/html").body);

const printOf = (html) => fingerprint(parsed(html));

function nodesOf(schema, html) {
  const read = Reader.fromSchema(schema).parseSlice(parsed(html), { preserveWhitespace: false });
  const nodes = [];
  read.content.forEach((node) => nodes.push(node.isInline ? schema.nodes.paragraph.create(null, node) : node));
  return nodes;
}
