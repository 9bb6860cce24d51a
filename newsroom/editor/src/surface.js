// The surface on which the text of an article is written.

import { Editor } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { Clash } from "./nodes/clash.js";
import { extensions } from "./body/schema.js";
import { readBody } from "./body/reading.js";
import { Sources, writeBlocks, writeWithClashes } from "./body/writing.js";
import { joined } from "./body/blocks.js";
import { Marking } from "./marking.js";
import { Pasting } from "./pastingtool.js";
import { sendPicture, figureOf, isPicture } from "./pictures.js";
import { words } from "./words.js";

export function surface(host, { changed, say, settleClash, shortcuts }) {
  const sources = new Sources();
  const editor = new Editor({
    element: host,
    injectCSS: false,
    extensions: [
      ...extensions.filter((extension) => extension !== Clash),
      Clash.configure({ settle: (pos, node, choice) => settleClash(pos, node, choice) }),
      Pasting.configure({ takePictures: (files, at) => takePictures(files, at), leftOut: () => say(words.picturesLeftOut) }),
      Marking,
    ],
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": words.body, spellcheck: "true", "data-placeholder": words.bodyHint },
      handleKeyDown: (view, event) => shortcuts(event),
    },
    onUpdate: ({ editor }) => {
      markEmpty(editor);
      changed();
    },
  });

  const markEmpty = ({ state, view }) => view.dom.classList.toggle("is-empty", state.doc.childCount === 1 && state.doc.firstChild.type.name === "paragraph" && !state.doc.firstChild.content.size);

  /** Shows a text from its beginning; what was undone before is forgotten. */
  function show(doc) {
    editor.view.updateState(EditorState.create({ doc, plugins: editor.state.plugins }));
    markEmpty(editor);
  }

  async function takePictures(files, at) {
    for (const file of files) {
      if (!isPicture(file)) {
        say(words.notAPicture(file.name));
        continue;
      }
      const key = `${Date.now()}-${Math.random()}`;
      insertFigure({ src: "", alt: "", sending: { key, name: file.name, part: 0 } }, at);
      sendPicture(file, (part) => setSending(key, { sending: { key, name: file.name, part } })).then((picture) => {
        if (picture.failed) say(picture.failed);
        setSending(key, picture.failed ? { sending: { key, name: file.name, failed: picture.failed } } : figureOf(picture));
      });
    }
  }

  function insertFigure(attrs, at = editor.state.selection.to) {
    const $at = editor.state.doc.resolve(Math.min(at, editor.state.doc.content.size));
    const place = $at.depth ? $at.after(1) : at;
    editor.chain().insertContentAt(place, { type: "figure", attrs, content: [{ type: "caption" }, { type: "credit" }] }).run();
  }

  function setSending(key, attrs) {
    const { state, view } = editor;
    state.doc.descendants((node, pos) => {
      if (node.attrs.sending?.key !== key) return true;
      view.dispatch(state.tr.setNodeMarkup(pos, undefined, { ...node.attrs, ...attrs }).setMeta("addToHistory", false));
      return false;
    });
  }

  return {
    editor,
    sources,
    takePictures,
    insertPicture: (picture) => insertFigure(figureOf(picture)),
    get: () => joined(writeBlocks(editor.state.doc, sources)),
    set: (html) => show(readBody(editor.schema, html ?? "", sources)),
    pieces: () => writeWithClashes(editor.state.doc, sources),
    showPieces(pieces) {
      const { schema } = editor, nodes = pieces.flatMap((piece) => (typeof piece === "string" ? children(readBody(schema, piece, sources)) : [schema.nodes.clash.create(piece)]));
      show(schema.topNodeType.create(null, nodes.length ? nodes : [schema.nodes.paragraph.create()]));
    },
    text: (value) => value ?? "",
    focus: () => editor.commands.focus(),
  };
}

const children = (doc) => {
  const all = [];
  doc.forEach((node) => all.push(node));
  return all;
};
