// The tools above the text. One of them is in the order of the Tab key; the arrow keys go from one to the next.

import { NodeSelection } from "@tiptap/pm/state";
import { element } from "./drawing.js";
import { words } from "./words.js";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const key = (text) => text.replace("Mod", isMac ? "⌘" : "Ctrl").replaceAll("-", "+");

/** @param acts link, picture, embed, note: what opens a dialog. */
export function toolbar(editor, acts) {
  const chain = () => editor.chain().focus();
  const mark = (name) => [() => chain().toggleMark(name).run(), () => editor.isActive(name)];
  const inTable = () => editor.isActive("tableBlock"), inQuotation = () => editor.isActive("quotation");
  // Name, sign, what it does, whether it is on; then a shortcut, and when it is there at all.
  const tools = [
    ["strong", "B", ...mark("strong"), "Mod-B"], ["em", "I", ...mark("em"), "Mod-I"], ["link", "Link", acts.link, () => editor.isActive("link"), "Mod-K"], null,
    ["text", "¶", () => chain().setParagraph().run(), () => editor.isActive("paragraph"), "Mod-Alt-0"],
    ...[2, 3, 4].map((level) => [`h${level}`, `H${level}`, () => chain().toggleHeading({ level }).run(), () => editor.isActive("heading", { level }), `Mod-Alt-${level}`]), null,
    ["bulletList", "•—", () => chain().toggleBulletList().run(), () => editor.isActive("bulletList"), "Mod-Shift-8"],
    ["orderedList", "1—", () => chain().toggleOrderedList().run(), () => editor.isActive("orderedList"), "Mod-Shift-7"],
    ["quotation", "❝", () => chain().toggleQuotation().run(), inQuotation, "Mod-Shift-B"], ["attribution", "— name", () => chain().attribute().run(), null, null, inQuotation],
    ["facts", "▤", () => toggleFacts(), () => editor.isActive("facts")], null,
    ["picture", "▣", acts.picture], ["embed", "▶", acts.embed], ["table", "▦", () => chain().setTable().run(), inTable], ["rule", "―", () => chain().setHorizontalRule().run()], null,
    ["rowAfter", "+ row", () => chain().addRowAfter().run(), null, null, inTable], ["deleteRow", "− row", () => chain().deleteRow().run(), null, null, inTable],
    ["columnAfter", "+ col", () => chain().addColumnAfter().run(), null, null, inTable], ["deleteColumn", "− col", () => chain().deleteColumn().run(), null, null, inTable],
    ["headerRow", "heads", () => chain().toggleHeaderRow().run(), null, null, inTable], ["numbers", "123", () => chain().toggleNumbers().run(), null, null, inTable],
    ["removeTable", "− table", () => chain().removeTable().run(), null, null, inTable],
    ["u", "U", ...mark("u"), "Mod-U"], ["s", "S", ...mark("s"), "Mod-Shift-S"], ["sup", "x²", ...mark("sup"), "Mod-."], ["sub", "x₂", ...mark("sub"), "Mod-,"],
    ["small", "sm", ...mark("small")], ["code", "<>", ...mark("code"), "Mod-E"], null,
    ["undo", "↶", () => chain().undo().run(), null, "Mod-Z"], ["redo", "↷", () => chain().redo().run(), null, "Mod-Shift-Z"], ["note", "✎", acts.note, null, "Mod-Alt-M"],
  ];

  function toggleFacts() {
    if (editor.isActive("facts")) chain().lift("facts").run() || chain().selectParentNode().run();
    else chain().wrapIn("facts").run();
  }

  const bar = element("div", { role: "toolbar", class: "toolbar", "aria-label": words.tools.toolbar, "aria-orientation": "horizontal" });
  const buttons = [];
  for (const tool of tools) {
    if (!tool) {
      bar.append(element("span", { class: "tool-gap", role: "separator", "aria-orientation": "vertical" }));
      continue;
    }
    const [name, sign, act, isOn, shortcut, isThere] = tool, label = words.tools[name];
    const made = element("button", { type: "button", class: `tool tool-${name}`, tabindex: "-1", "aria-label": label, title: shortcut ? `${label} (${key(shortcut)})` : label, "aria-pressed": isOn ? "false" : null, "aria-keyshortcuts": shortcut && shortcut.replace("Mod", isMac ? "Meta" : "Control").replaceAll("-", "+") }, sign);
    // The selection stays where it is.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => act());
    buttons.push({ made, isOn, isThere });
    bar.append(made);
  }

  const there = () => buttons.filter(({ made }) => !made.hidden).map(({ made }) => made);
  function rove(to) {
    for (const { made } of buttons) made.tabIndex = made === to ? 0 : -1;
  }
  bar.addEventListener("keydown", (event) => {
    const all = there(), at = all.indexOf(document.activeElement), rtl = getComputedStyle(bar).direction === "rtl";
    const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    const to = by ? all[(at + by + all.length) % all.length] : { Home: all[0], End: all.at(-1) }[event.key];
    if (event.key === "Escape") return void editor.commands.focus();
    if (!to) return;
    event.preventDefault();
    rove(to);
    to.focus();
  });
  bar.addEventListener("focusin", (event) => rove(event.target));

  function show() {
    for (const { made, isOn, isThere } of buttons) {
      if (isOn) made.setAttribute("aria-pressed", String(Boolean(isOn())));
      if (isThere) made.hidden = !isThere();
    }
    if (!there().some((made) => made.tabIndex === 0)) rove(there()[0]);
  }
  editor.on("transaction", show);
  show();
  return bar;
}

/** The words that are selected, for a note; empty for a picture or nothing. */
export function selectedWords({ state }) {
  const { from, to } = state.selection;
  return state.selection instanceof NodeSelection ? "" : state.doc.textBetween(from, to, " ", " ").trim();
}
