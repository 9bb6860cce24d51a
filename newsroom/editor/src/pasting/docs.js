// Google Docs and its like say with styles on spans what elements are for.

import { styleOf } from "./styles.js";

export function readDocsSpans(body) {
  // Docs puts the whole into a bold that is not bold.
  for (const bold of [...body.querySelectorAll("b, strong")]) if (/^(?:normal|400)$/.test(styleOf(bold)["font-weight"] ?? "")) bold.replaceWith(...bold.childNodes);
  for (const slanted of [...body.querySelectorAll("i, em")]) if (styleOf(slanted)["font-style"] === "normal") slanted.replaceWith(...slanted.childNodes);
  for (const span of [...body.querySelectorAll("span, font")]) readSpan(span);
}

function readSpan(span) {
  const style = styleOf(span), names = [];
  const inHeading = span.closest("h1, h2, h3, h4, h5, h6, th"), inLink = span.closest("a") ?? span.querySelector("a");
  if (isBold(style["font-weight"]) && !inHeading) names.push("strong");
  if (/^(?:italic|oblique)/.test(style["font-style"] ?? "")) names.push("em");
  const line = `${style["text-decoration"] ?? ""} ${style["text-decoration-line"] ?? ""}`;
  if (line.includes("line-through")) names.push("s");
  if (line.includes("underline") && !inLink) names.push("u");
  if (style["vertical-align"] === "super") names.push("sup");
  if (style["vertical-align"] === "sub") names.push("sub");
  let inner = [...span.childNodes];
  for (const name of names.reverse()) {
    if (span.closest(name)) continue;
    const made = span.ownerDocument.createElement(name);
    made.append(...inner);
    inner = [made];
  }
  span.replaceWith(...inner);
}

const isBold = (weight) => weight === "bold" || weight === "bolder" || Number(weight) >= 600;
