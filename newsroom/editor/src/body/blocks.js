// A body in its blocks, cut exactly where the program cuts it: two people's texts are put together block by block.

const VOID = new Set(["br", "hr", "img"]);
const INLINE = new Set(["a", "em", "strong", "code", "sup", "sub", "span", "abbr", "q", "s", "u", "small", "time", "br", "cite"]);

/** In order, without the white space between them; loose words are a block too. */
export function blocksOf(html) {
  const blocks = [];
  let start = 0, depth = 0;
  const add = (to) => {
    const block = html.slice(start, to).trim();
    if (block) blocks.push(block);
    start = to;
  };
  for (let at = 0; at < html.length;) {
    if (html[at] !== "<") {
      at++;
      continue;
    }
    const end = endOf(html, at), name = nameAt(html, at), closes = html[at + 1] === "/";
    if (depth === 0 && !closes && !INLINE.has(name)) add(at);
    if (closes) depth = Math.max(0, depth - 1);
    else if (!VOID.has(name)) depth++;
    if (depth === 0 && !INLINE.has(name)) add(end);
    at = end;
  }
  add(html.length);
  return blocks;
}

export const joined = (blocks) => blocks.join("\n");

const nameAt = (html, at) => /^<\/?([a-z0-9]*)/i.exec(html.slice(at, at + 20))?.[1].toLowerCase() ?? "";

// A ">" in a value does not end a tag.
function endOf(html, at) {
  for (let quoted = false; at < html.length; at++)
    if (html[at] === '"') quoted = !quoted;
    else if (html[at] === ">" && !quoted) return at + 1;
  return html.length;
}
