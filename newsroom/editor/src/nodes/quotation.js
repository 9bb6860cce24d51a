// A quotation; its last line may say whose words they are.

import { Node } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { common } from "../body/attributes.js";

export const Quotation = Node.create({
  name: "quotation",
  group: "block",
  content: "block+ attribution?",
  defining: true,
  addAttributes: () => common(),
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
  addCommands() {
    return {
      toggleQuotation: () => ({ commands, editor }) => (editor.isActive("quotation") ? commands.unquote() : commands.wrapIn("quotation")),
      // The line of attribution becomes a paragraph again: words are never lost.
      unquote: () => ({ state, tr, dispatch }) => {
        const found = around(state.selection.$from, "quotation");
        if (!found) return false;
        const blocks = [];
        found.node.forEach((child) => blocks.push(child.type.name === "attribution" ? state.schema.nodes.paragraph.create(null, child.content) : child));
        if (dispatch) {
          tr.replaceWith(found.pos, found.pos + found.node.nodeSize, blocks.filter((block) => block.content.size || block.type.name !== "paragraph"));
          tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(found.pos + 1, tr.doc.content.size))));
        }
        return true;
      },
      attribute: () => ({ state, tr, dispatch }) => {
        const found = around(state.selection.$from, "quotation");
        if (!found) return false;
        const end = found.pos + found.node.nodeSize - 1, has = found.node.lastChild.type.name === "attribution";
        if (dispatch) {
          if (!has) tr.insert(end, state.schema.nodes.attribution.create());
          tr.setSelection(TextSelection.create(tr.doc, has ? end - 1 : end + 1)).scrollIntoView();
        }
        return true;
      },
    };
  },
  addKeyboardShortcuts() {
    return { "Mod-Shift-b": () => this.editor.commands.toggleQuotation() };
  },
});

export const Attribution = Node.create({
  name: "attribution",
  content: "inline*",
  isolating: true,
  addAttributes: () => common(["class"]),
  parseHTML: () => [{ tag: "p.attribution", priority: 60, context: "quotation/" }],
  renderHTML: ({ HTMLAttributes }) => ["p", { ...HTMLAttributes, class: "attribution" }, 0],
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => leave(editor, "attribution", "quotation"),
      Backspace: ({ editor }) => removeEmpty(editor, "attribution"),
    };
  },
});

/** The nearest node of that kind around a place, with its position; null when there is none. */
export function around($pos, name) {
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type.name === name) return { node: $pos.node(depth), pos: $pos.before(depth), depth };
  return null;
}

/** Goes on in a new paragraph after the whole. */
export function leave(editor, from, whole) {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== from) return false;
  const found = around($from, whole), after = found.pos + found.node.nodeSize;
  return editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(after + 1).scrollIntoView().run();
}

function removeEmpty(editor, name) {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.type.name !== name || $from.parent.content.size) return false;
  return editor.chain().deleteRange({ from: $from.before(), to: $from.after() }).run();
}
