// Words that a note or a finding is about: marked while they are looked at, never in the text itself.

import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

const key = new PluginKey("marking");

export const Marking = Extension.create({
  name: "marking",
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, marked) {
          const place = transaction.getMeta(key);
          if (place === null) return DecorationSet.empty;
          if (place) return DecorationSet.create(transaction.doc, [Decoration.inline(place.from, place.to, { class: "noted" })]);
          return marked.map(transaction.mapping, transaction.doc);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Marks the words and brings them into view. @returns whether they still stand. */
export function markWords(editor, words) {
  const place = words ? findWords(editor.state.doc, words) : null;
  editor.view.dispatch(editor.state.tr.setMeta(key, place).setMeta("addToHistory", false));
  if (place) editor.view.domAtPos(place.from).node.parentElement?.scrollIntoView({ block: "center" });
  return place !== null;
}

/** Where the words stand first, whatever white space or end of a block is between them. */
export function findWords(doc, words) {
  const places = [];
  let text = "";
  doc.descendants((node, pos) => {
    if (node.isText) for (let at = 0; at < node.text.length; at++) add(node.text[at], pos + at);
    else if (node.isBlock) add(" ", pos);
    else if (node.isLeaf) add(" ", pos);
    return true;
  });
  function add(letter, pos) {
    const blank = /\s/.test(letter);
    if (blank && (!text || text.endsWith(" "))) return;
    text += blank ? " " : letter;
    places.push(pos);
  }
  const wanted = words.replace(/\s+/g, " ").trim(), at = wanted ? text.indexOf(wanted) : -1;
  return at < 0 ? null : { from: places[at], to: places[at + wanted.length - 1] + 1 };
}
