// What the writing surface does with the clipboard and with what is dropped on it.

import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { shape } from "./body/shaping.js";
import { filmAt } from "./nodes/embed.js";
import { cleanPaste } from "./pasting.js";
import { cleanLink } from "./pasting/addresses.js";
import { isPicture } from "./pictures.js";

export const Pasting = Extension.create({
  name: "pasting",
  addOptions: () => ({ takePictures: () => {}, leftOut: () => {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      new Plugin({
        props: {
          transformPastedHTML(html) {
            // Copied here: it is in our own form already.
            if (/<[a-z][^>]* data-pm-slice=/i.test(html)) return html;
            const { body, pictures } = cleanPaste(html);
            if (pictures) options.leftOut(pictures);
            return shape(body).innerHTML;
          },
          handlePaste(view, event) {
            const files = [...(event.clipboardData?.files ?? [])].filter(isPicture);
            // Word puts a picture of the text beside the text.
            if (files.length && !event.clipboardData.getData("text/html").trim() && !event.clipboardData.getData("text/plain").trim()) return options.takePictures(files), true;
            return pasteAddress(editor, event.clipboardData?.getData("text/plain").trim() ?? "");
          },
          handleDrop(view, event) {
            const files = [...(event.dataTransfer?.files ?? [])];
            if (!files.length) return false;
            event.preventDefault();
            options.takePictures(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
            return true;
          },
        },
      }),
    ];
  },
});

// An address alone: a film by itself in a line is shown, words that are selected become its link.
function pasteAddress(editor, text) {
  if (!/^https?:\/\/\S+$/.test(text)) return false;
  const { empty, $from } = editor.state.selection, film = filmAt(text);
  if (empty && film && $from.parent.type.name === "paragraph" && !$from.parent.content.size) return editor.commands.insertContent({ type: "embed", attrs: film });
  const href = cleanLink(text);
  if (!href || editor.isActive("plain")) return false;
  if (!empty) return editor.chain().setMark("link", { href }).run();
  return editor.commands.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] });
}
