// Word writes a list as paragraphs that look like one, with the bullet typed in front, and marks of its own everywhere.

import { styleOf } from "./styles.js";

export function readWord(body) {
  for (const gone of [...body.querySelectorAll("[style*='mso-hide:all'], [style*='mso-element:comment-list']")]) if (/mso-hide:\s*all|comment-list/i.test(gone.getAttribute("style"))) gone.remove();
  readLists(body);
  for (const bullet of [...body.querySelectorAll("span[style]")]) if (/mso-list:\s*ignore/i.test(bullet.getAttribute("style"))) bullet.remove();
  for (const title of [...body.querySelectorAll("p.MsoTitle")]) replace(title, "h2");
  for (const quote of [...body.querySelectorAll("p.MsoQuote, p.MsoIntenseQuote")]) {
    const frame = body.ownerDocument.createElement("blockquote");
    quote.replaceWith(frame);
    frame.append(quote);
  }
  // Names with a colon are Word's own: places, dates, empty paragraphs.
  for (const tag of [...body.querySelectorAll("*")].reverse()) if (tag.localName.includes(":")) tag.replaceWith(...(tag.localName === "o:p" && !tag.textContent.replace(/\u00a0/g, "").trim() ? [] : tag.childNodes));
}

function replace(element, name) {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

const listOf = (element) => {
  const mark = /^l(\d+)\s+level(\d+)(?:\s+lfo(\d+))?/.exec(styleOf(element)["mso-list"] ?? "");
  return mark && { list: `${mark[1]}/${mark[3] ?? ""}`, level: Number(mark[2]) };
};

function readLists(body) {
  let open = [], last = null;
  for (const paragraph of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const place = /^h/.test(paragraph.localName) ? null : listOf(paragraph);
    if (!place) continue;
    const joins = last && nextElement(last) === paragraph && open.length;
    if (!joins) open = [];
    while (open.length && open.at(-1).level > place.level) open.pop();
    // Another list of the same depth is a list of its own, unless it goes on within one that is open.
    if (open.length === 1 && open[0].level === place.level && open[0].list !== place.list) open.pop();
    const item = paragraph.ownerDocument.createElement("li"), { ordered, start } = numberOf(paragraph);
    if (!open.length || open.at(-1).level < place.level) {
      const list = paragraph.ownerDocument.createElement(ordered ? "ol" : "ul");
      if (ordered && start > 1) list.setAttribute("start", String(start));
      const parent = open.at(-1);
      if (parent) parent.item.append(list);
      else paragraph.before(list);
      open.push({ ...place, element: list });
    }
    const here = open.at(-1);
    here.item = item;
    item.append(...paragraph.childNodes);
    here.element.append(item);
    paragraph.remove();
    last = open[0].element;
  }
}

// Empty paragraphs between two items are none.
function nextElement(element) {
  let next = element.nextElementSibling;
  while (next && next.localName === "p" && !listOf(next) && !next.textContent.replace(/\u00a0/g, "").trim() && !next.querySelector("img")) next = next.nextElementSibling;
  return next;
}

/** What was typed in front: "1." or "b)" make a numbered list, anything else is a bullet. */
function numberOf(paragraph) {
  const mark = [...paragraph.querySelectorAll("span[style]")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute("style")));
  const text = (mark?.textContent ?? "").replace(/\u00a0/g, " ").trim();
  const number = /^\(?(?:(\d+)|[a-z]{1,4})[.)]/i.exec(text);
  return { ordered: number !== null, start: Number(number?.[1] ?? 1) };
}
