// Between a body as it is stored and as the writing surface holds it: captions are lines of their own there,
// and the words of a list item or a table's cell stand in a paragraph. `shape` goes in, `unshape` comes out.

import { INLINE } from "./fingerprint.js";

const HOLDERS = "li, td, th, dd, blockquote, aside, div:not(.table-wrap):not([data-words]), figure:not([data-picture]):not(.gallery):not(.embed)";

export function shape(root) {
  for (const table of root.querySelectorAll("table")) shapeTable(table);
  for (const figure of [...root.querySelectorAll("figure")].reverse()) shapeFigure(figure);
  for (const element of root.querySelectorAll("li, td, th, dd")) if (childrenOf(element, "p").length) element.setAttribute("data-loose", "");
  for (const element of [root, ...root.querySelectorAll(HOLDERS)]) wrapLooseWords(element);
  return root;
}

export function unshape(root) {
  for (const element of root.querySelectorAll("li, td, th, dd")) unwrapOnlyParagraph(element);
  for (const figure of root.querySelectorAll("figure")) unshapeFigure(figure);
  for (const block of root.querySelectorAll("div.table-wrap")) unshapeTable(block);
  for (const line of root.querySelectorAll("p.attribution")) if (!line.textContent.trim() && !line.querySelector("img")) line.remove();
  return root;
}

const childrenOf = (element, selector) => [...element.children].filter((child) => child.matches(selector));
const isBlank = (node) => (node.nodeType === 3 && !/[^ \t\r\n\f]/.test(node.data)) || node.nodeType === 8;
const isInline = (node) => node.nodeType === 3 || node.nodeType === 8 || (node.nodeType === 1 && (INLINE.has(node.localName) || node.localName === "br" || node.localName === "img"));

function make(document, name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

function wrapLooseWords(element) {
  let run = [];
  const flush = (before) => {
    if (run.some((node) => !isBlank(node))) element.insertBefore(make(element.ownerDocument, "p", {}, ...run), before);
    run = [];
  };
  for (const node of [...element.childNodes])
    if (isInline(node)) run.push(node);
    else flush(node);
  flush(null);
  if (!element.children.length && element.matches?.("li, td, th, dd")) element.append(make(element.ownerDocument, "p"));
}

// The first paragraph is the words of the item itself, unless the item was made of paragraphs.
function unwrapOnlyParagraph(element) {
  const loose = element.hasAttribute("data-loose"), paragraphs = childrenOf(element, "p");
  element.removeAttribute("data-loose");
  if (!loose && paragraphs.length === 1 && paragraphs[0] === element.firstElementChild && !paragraphs[0].attributes.length) paragraphs[0].replaceWith(...paragraphs[0].childNodes);
}

function shapeTable(table) {
  const document = table.ownerDocument;
  let frame = table.parentElement;
  if (!frame?.matches("div.table-wrap")) table.replaceWith((frame = make(document, "div", { class: "table-wrap" }))), frame.append(table);
  const heads = headsOf(table);
  if (frame.getAttribute("aria-label") === heads) frame.removeAttribute("aria-label");
  const caption = childrenOf(table, "caption")[0];
  const line = make(document, "p", { "data-caption": "" });
  if (caption && !caption.attributes.length) line.append(...caption.childNodes), caption.remove();
  table.before(line);
  const rows = table.querySelectorAll("tr").length ? headRows(table) : 0;
  if (rows !== leadingHeads(table)) table.setAttribute("data-head", rows);
}

const headsOf = (table) => [...table.querySelectorAll("th")].map((head) => head.textContent.trim()).filter(Boolean).join(", ");
const headRows = (table) => table.querySelectorAll("thead > tr").length;

function leadingHeads(table) {
  const rows = [...table.querySelectorAll("tr")];
  const first = rows.findIndex((row) => [...row.children].some((cell) => cell.localName !== "th"));
  return first < 0 ? (rows.length > 1 ? 1 : rows.length) : first;
}

function unshapeTable(block) {
  const table = block.querySelector("table"), line = childrenOf(block, "p[data-caption]")[0], document = block.ownerDocument;
  if (!table) return;
  const rows = [...table.querySelectorAll("tr")];
  const heads = table.hasAttribute("data-head") ? Number(table.getAttribute("data-head")) : leadingHeads(table);
  table.removeAttribute("data-head");
  table.replaceChildren();
  if (line?.textContent.trim()) table.append(make(document, "caption", {}, ...line.childNodes));
  if (heads) table.append(make(document, "thead", {}, ...rows.slice(0, heads)));
  if (rows.length > heads) table.append(make(document, "tbody", {}, ...rows.slice(heads)));
  line?.remove();
  block.setAttribute("tabindex", "0");
  const name = block.getAttribute("aria-label") ?? headsOf(table);
  if (name) block.setAttribute("role", "region"), block.setAttribute("aria-label", name);
}

function shapeFigure(figure) {
  const document = figure.ownerDocument;
  if (figure.classList.contains("embed")) return;
  const caption = childrenOf(figure, "figcaption").at(-1);
  const rest = [...figure.childNodes].filter((node) => node !== caption && !isBlank(node));
  if (caption && (caption.attributes.length || caption !== figure.lastElementChild)) return;
  if (isPicture(rest)) {
    const { words, credit } = wordsOf(caption);
    figure.setAttribute("data-picture", "");
    figure.append(make(document, "div", { "data-words": "" }, make(document, "p", { "data-caption": "" }, ...words), make(document, "p", { "data-credit": "" }, ...credit)));
  } else if (rest.length && rest.every((node) => node.nodeType === 1)) {
    figure.append(make(document, "p", { "data-caption": "" }, ...(caption?.childNodes ?? [])));
    if (!figure.classList.contains("gallery")) figure.setAttribute("data-frame", "");
  } else return;
  caption?.remove();
}

// A picture, maybe within a link.
function isPicture(nodes) {
  if (nodes.length !== 1 || nodes[0].nodeType !== 1) return false;
  if (nodes[0].localName === "img") return true;
  const inside = [...nodes[0].childNodes].filter((node) => !isBlank(node));
  return nodes[0].localName === "a" && inside.length === 1 && inside[0].localName === "img";
}

function wordsOf(caption) {
  const nodes = [...(caption?.childNodes ?? [])];
  while (nodes.length && isBlank(nodes.at(-1))) nodes.pop();
  const last = nodes.at(-1);
  const isCredit = last?.localName === "span" && last.attributes.length === 1 && last.className === "credit";
  return { words: isCredit ? nodes.slice(0, -1) : nodes, credit: isCredit ? [...last.childNodes] : [] };
}

function unshapeFigure(figure) {
  const document = figure.ownerDocument, holder = childrenOf(figure, "div[data-words]")[0] ?? figure;
  const line = childrenOf(holder, "p[data-caption]")[0], credit = childrenOf(holder, "p[data-credit]")[0];
  if (!line) return;
  const caption = make(document, "figcaption");
  if (line.textContent.trim() || line.querySelector("img")) caption.append(...line.childNodes);
  if (credit?.textContent.trim()) {
    if (caption.childNodes.length) caption.append(" ");
    caption.append(make(document, "span", { class: "credit" }, ...credit.childNodes));
  }
  line.remove();
  credit?.remove();
  if (holder !== figure) holder.remove();
  if (caption.childNodes.length) figure.append(caption);
  for (const name of ["data-picture", "data-frame"]) figure.removeAttribute(name);
}
