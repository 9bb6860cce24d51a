// All that a body may hold (docs/body.md), as extensions for the writing surface and for the tests.

import { Node } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { Definitions, Facts, Group, Meaning, Plain, Term, withLoose } from "../nodes/blocks.js";
import { Caption, Credit, Figure, Frame, Gallery, InlinePicture } from "../nodes/figure.js";
import { Attribution, Quotation } from "../nodes/quotation.js";
import { PaperCell, PaperHeader, PaperRow, PaperTable, TableBlock } from "../nodes/table.js";
import { Clash } from "../nodes/clash.js";
import { Embed } from "../nodes/embed.js";
import { Kept, KeptInline } from "../nodes/kept.js";
import { marks } from "../nodes/marks.js";
import { common } from "./attributes.js";

const OWN = { orderedList: ["start"] };

// The kit's own blocks, with what every element may carry.
const Carrying = Node.create({
  name: "carrying",
  addGlobalAttributes: () => [
    ...["paragraph", "heading", "bulletList", "orderedList", "horizontalRule", "hardBreak"].map((type) => ({ types: [type], attributes: common(OWN[type]) })),
    { types: ["listItem"], attributes: withLoose() },
  ],
});

const kit = StarterKit.configure({
  blockquote: false, bold: false, italic: false, strike: false, underline: false, code: false, codeBlock: false, link: false,
  heading: { levels: [2, 3, 4] },
  dropcursor: { color: false, class: "drop-line" },
  trailingNode: { notAfter: ["paragraph"] },
});

export const extensions = [
  kit, Carrying, Quotation, Attribution, Facts, Group, Definitions, Term, Meaning, Plain, Figure, Gallery, Frame, Caption, Credit, InlinePicture, Embed,
  TableBlock, PaperTable, PaperRow, PaperCell, PaperHeader, Kept, KeptInline, Clash, ...marks,
];
