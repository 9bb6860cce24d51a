// Text out of Word, Google Docs and web pages, made into what a body may hold. What it looked like elsewhere is left there.

import { cleanLink } from "./pasting/addresses.js";
import { readDocsSpans } from "./pasting/docs.js";
import { readWord } from "./pasting/word.js";

const GONE = "script, style, head, meta, link, title, xml, noscript, template, iframe, object, embed, video, audio, form, input, button, select, textarea, svg, canvas, colgroup, map";
const RENAMED = { b: "strong", i: "em", strike: "s", del: "s", ins: "u", tt: "code", kbd: "code", samp: "code", h1: "h2", h5: "h4", h6: "h4", var: "em", dfn: "em" };
const ALLOWED = new Set([
  "p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "hr", "br", "pre", "a", "em", "strong", "s", "u", "small", "sub", "sup", "code", "q", "abbr", "time", "cite",
  "blockquote", "figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr", "th", "td", "aside",
]);
const BLOCKS = "p, h2, h3, h4, ul, ol, li, dl, dt, dd, hr, pre, blockquote, figure, table, thead, tbody, tr, td, th, caption, aside, div";
const ATTRIBUTES = { a: ["href", "title"], ol: ["start"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan", "scope"], img: ["src", "alt", "width", "height"], abbr: ["title"], time: ["datetime"] };

/** @returns the body element of clean HTML; `pictures`: how many had to stay behind. */
export function cleanPaste(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  readWord(body);
  removeNotes(body);
  for (const element of body.querySelectorAll(GONE)) element.remove();
  readDocsSpans(body);
  for (const [from, to] of Object.entries(RENAMED)) for (const element of [...body.querySelectorAll(from)]) rename(element, to);
  for (const link of [...body.querySelectorAll("a")]) setLink(link);
  const pictures = dropForeignPictures(body);
  for (const element of [...body.querySelectorAll("*")].reverse()) settle(element);
  liftNestedLists(body);
  for (const item of body.querySelectorAll("li, td, th, dd")) unwrapParagraph(item);
  for (const text of textsOf(body)) if (!text.parentElement.closest("pre")) text.data = text.data.replace(/[\u00a0 ]*\u00a0 [\u00a0 ]*|[\u00a0 ]* \u00a0[\u00a0 ]*|\u00a0{2,}/g, " ");
  removeEmpty(body);
  return { body, pictures };
}

function removeNotes(root) {
  const walk = root.ownerDocument.createTreeWalker(root, 128), found = [];
  while (walk.nextNode()) found.push(walk.currentNode);
  for (const comment of found) comment.remove();
}

function textsOf(root) {
  const walk = root.ownerDocument.createTreeWalker(root, 4), found = [];
  while (walk.nextNode()) found.push(walk.currentNode);
  return found;
}

export function rename(element, name) {
  const made = element.ownerDocument.createElement(name);
  for (const { name: key, value } of element.attributes) made.setAttribute(key, value);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

const unwrap = (element) => element.replaceWith(...element.childNodes);

// A link within the pasted text leads nowhere here, and a bare name is no link.
function setLink(link) {
  const href = cleanLink(link.getAttribute("href") ?? "");
  if (href) link.setAttribute("href", href);
  else unwrap(link);
}

function dropForeignPictures(body) {
  let count = 0;
  for (const picture of [...body.querySelectorAll("img")]) {
    if (picture.getAttribute("src")?.startsWith("/media/")) continue;
    count++;
    const figure = picture.closest("figure");
    (figure && !figure.textContent.trim() ? figure : picture).remove();
  }
  return count;
}

function settle(element) {
  const name = element.localName;
  if (name === "div" || ["section", "article", "main", "header", "footer", "center", "address"].includes(name)) return hasBlocks(element) || !element.textContent.trim() ? unwrapBlock(element) : void settle(rename(element, "p"));
  if (!ALLOWED.has(name)) return unwrap(element);
  const kept = ATTRIBUTES[name] ?? [];
  const classes = ["attribution", "facts", "gallery", "credit"].filter((known) => element.classList.contains(known));
  for (const { name: key } of [...element.attributes]) if (!kept.includes(key)) element.removeAttribute(key);
  if (classes.length) element.className = classes.join(" ");
  if ((name === "td" || name === "th") && element.getAttribute("colspan") === "1") element.removeAttribute("colspan");
}

const hasBlocks = (element) => element.querySelector(BLOCKS) !== null;

// Words before and after stay apart.
function unwrapBlock(element) {
  if (element.textContent.trim() && element.previousSibling?.nodeType === 3 && element.previousSibling.data.trim()) element.before(element.ownerDocument.createElement("br"));
  unwrap(element);
}

// <ul><li>…</li><ul>…</ul></ul>, as some write it.
function liftNestedLists(body) {
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const before = list.previousElementSibling;
    if (before?.localName === "li") before.append(list);
    else {
      const item = body.ownerDocument.createElement("li");
      list.replaceWith(item);
      item.append(list);
    }
  }
}

function unwrapParagraph(item) {
  const paragraphs = [...item.children].filter((child) => child.localName === "p");
  if (paragraphs.length === 1 && paragraphs[0] === item.firstElementChild) unwrap(paragraphs[0]);
}

function removeEmpty(body) {
  for (const line of [...body.querySelectorAll("br")]) if (line.parentElement === body || isLast(line)) line.remove();
  for (const element of [...body.querySelectorAll("p, h2, h3, h4, li, ul, ol, blockquote, figure, figcaption, strong, em, u, s, a, sub, sup, small, code, q, aside")].reverse()) {
    if (/\S/.test(element.textContent.replace(/\u00a0/g, "")) || element.querySelector("img, hr, td")) continue;
    if (element.matches("strong, em, u, s, a, sub, sup, small, code, q")) unwrap(element);
    else element.remove();
  }
}

function isLast(line) {
  for (let next = line.nextSibling; next; next = next.nextSibling) if (next.nodeType !== 3 || next.data.trim()) return false;
  return line.parentElement.matches("p, li, h2, h3, h4, td, th");
}
