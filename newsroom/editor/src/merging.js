// Takes over what a colleague wrote: only the blocks that differ, so that the caret stays where it is, and as nothing that Undo would take back.

import { TextSelection } from "@tiptap/pm/state";
import { blocksOf } from "./body/blocks.js";
import { readBlock } from "./body/reading.js";
import { placedBlocks } from "./body/writing.js";
import { common } from "./worddiff.js";

/**
 * @param pieces the body as it is to be: HTML of one block, or { mine, theirs }
 */
export function takeOver(editor, sources, pieces) {
  const { state } = editor, now = placedBlocks(state.doc, sources);
  const isNow = (piece) => (piece.clash ? JSON.stringify(piece.clash) : piece.html), isNext = (piece) => (typeof piece === "string" ? piece : JSON.stringify(piece));
  const [keptNow, keptNext] = common(now.map(isNow), pieces.map(isNext));
  const changes = hunks(keptNow, keptNext);
  if (!changes.length) return false;
  const tr = state.tr.setMeta("addToHistory", false);
  // From the end, so that the places further in front stay true.
  for (const { from, to, next, end } of changes.reverse()) {
    const nodes = pieces.slice(next, end).flatMap((piece) => read(editor.schema, sources, piece));
    const start = from < now.length ? now[from].offset : state.doc.content.size;
    const stop = to > from ? now[to - 1].offset + now[to - 1].node.nodeSize : start;
    if (to - from === 1 && nodes.length === 1 && replaceWithin(tr, now[from].node, start, nodes[0])) continue;
    tr.replaceWith(start, stop, nodes);
  }
  if (!tr.doc.childCount) tr.insert(0, editor.schema.nodes.paragraph.create());
  editor.view.dispatch(tr);
  return true;
}

function read(schema, sources, piece) {
  if (typeof piece !== "string") return [schema.nodes.clash.create(piece)];
  const nodes = readBlock(schema, piece);
  if (nodes.length === 1) sources.remember(nodes[0], piece);
  return nodes;
}

// Within one paragraph only the letters that differ: a caret in it is not thrown out.
function replaceWithin(tr, node, at, next) {
  if (node.type !== next.type || !node.isTextblock || !node.hasMarkup(next.type, next.attrs)) return false;
  const start = node.content.findDiffStart(next.content);
  if (start === null) return true;
  let { a, b } = node.content.findDiffEnd(next.content);
  const overlap = start - Math.min(a, b);
  if (overlap > 0) a += overlap, b += overlap;
  tr.replace(at + 1 + start, at + 1 + a, next.slice(start, b));
  return true;
}

/** Stretches that differ between two lists of which it is known what they have in common. */
export function hunks(keptNow, keptNext) {
  const found = [];
  let i = 0, j = 0;
  while (i < keptNow.length || j < keptNext.length) {
    const from = i, next = j;
    while (i < keptNow.length && !keptNow[i]) i++;
    while (j < keptNext.length && !keptNext[j]) j++;
    if (i > from || j > next) found.push({ from, to: i, next, end: j });
    i++, j++;
  }
  return found;
}

/** The body after a save that met another's text: passages as the newsroom answers them. */
export const piecesOf = (passages) => passages.flatMap((passage) => passage.agreed ?? [{ mine: passage.mine, theirs: passage.theirs }]);

/** Puts the chosen text in the place of both. */
export function settleClash(editor, sources, pos, node, choice) {
  const { mine, theirs } = node.attrs;
  const chosen = { mine, theirs, both: [...mine, ...theirs] }[choice].flatMap((block) => blocksOf(block)).flatMap((block) => read(editor.schema, sources, block));
  const tr = editor.state.tr.replaceWith(pos, pos + node.nodeSize, chosen);
  if (!tr.doc.childCount) tr.insert(0, editor.schema.nodes.paragraph.create());
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos + 1, tr.doc.content.size))));
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
}

export function openClashes(doc) {
  let count = 0;
  doc.forEach((node) => (count += node.type.name === "clash" ? 1 : 0));
  return count;
}
