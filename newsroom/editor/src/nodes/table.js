// Tables with a caption, in a frame in which a wide one can be moved.

import { Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { TextSelection } from "@tiptap/pm/state";
import { common } from "../body/attributes.js";
import { withLoose } from "./blocks.js";
import { around } from "./quotation.js";

const CELL = ["colspan", "rowspan", "class", "scope"];
const count = (name) => ({ default: 1, parseHTML: (cell) => Number(cell.getAttribute(name) ?? 1) || 1, renderHTML: (attributes) => (attributes[name] > 1 ? { [name]: attributes[name] } : {}) });

const cellFields = () => ({
  ...withLoose(CELL),
  colspan: count("colspan"),
  rowspan: count("rowspan"),
  scope: { default: null, parseHTML: (cell) => cell.getAttribute("scope") },
  number: { default: false, parseHTML: (cell) => cell.classList.contains("number"), renderHTML: ({ number }) => (number ? { class: "number" } : {}) },
  // The table's commands ask for it; widths are never stored.
  colwidth: { default: null, rendered: false, parseHTML: () => null },
});

export const TableBlock = Node.create({
  name: "tableBlock",
  group: "block",
  content: "caption table",
  isolating: true,
  draggable: true,
  addAttributes: () => common(["class", "tabindex", "role"]),
  parseHTML: () => [{ tag: "div.table-wrap", priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, class: "table-wrap" }, 0],
  addCommands() {
    return {
      setTable: (rows = 3, columns = 3) => ({ state, tr, dispatch }) => {
        const { paragraph, tableHeader, tableCell, tableRow, table, caption, tableBlock } = state.schema.nodes;
        const cells = (type) => Array.from({ length: columns }, () => type.create(null, paragraph.create()));
        const lines = Array.from({ length: rows }, (_, row) => tableRow.create(null, cells(row ? tableCell : tableHeader)));
        if (dispatch) {
          tr.replaceSelectionWith(tableBlock.create(null, [caption.create(), table.create(null, lines)]));
          const made = around(tr.selection.$from, "tableBlock")?.pos ?? findBefore(tr.doc, tr.selection.from, "tableBlock");
          if (made !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(made + 3))).scrollIntoView();
        }
        return true;
      },
      removeTable: () => ({ state, tr, dispatch }) => {
        const found = around(state.selection.$from, "tableBlock");
        if (found && dispatch) tr.delete(found.pos, found.pos + found.node.nodeSize);
        return Boolean(found);
      },
      toggleNumbers: () => ({ state, commands }) => {
        const cell = around(state.selection.$from, "tableCell") ?? around(state.selection.$from, "tableHeader");
        return cell ? commands.setCellAttribute("number", !cell.node.attrs.number) : false;
      },
    };
  },
});

function findBefore(doc, before, name) {
  let found = null;
  doc.descendants((node, pos) => {
    if (node.type.name === name && pos <= before) found = pos;
    return node.type.name !== name;
  });
  return found;
}

export const PaperTable = Table.extend({
  group: "",
  addAttributes: () => ({ ...common(), head: { default: null, parseHTML: (table) => table.getAttribute("data-head"), renderHTML: ({ head }) => (head === null ? {} : { "data-head": head }) } }),
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
}).configure({ resizable: false });

export const PaperRow = TableRow.extend({ addAttributes: () => common(), renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0] });

export const PaperCell = TableCell.extend({ addAttributes: cellFields, parseHTML: () => [{ tag: "td" }], renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0] });

export const PaperHeader = TableHeader.extend({ addAttributes: cellFields, parseHTML: () => [{ tag: "th" }], renderHTML: ({ HTMLAttributes }) => ["th", HTMLAttributes, 0] });
