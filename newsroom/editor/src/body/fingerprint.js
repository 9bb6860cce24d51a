// What a piece of HTML says, in a form in which harmless differences are gone: white space that nobody sees,
// the order in which <em> and <a> stand around the same words. Two pieces with one print are the same to every reader.

export const INLINE = new Set(["a", "em", "strong", "code", "sup", "sub", "span", "abbr", "q", "s", "u", "small", "time", "cite"]);
const ATOMS = new Set(["br", "img", "hr"]);
const FRAME = new Set(["role", "tabindex", "aria-label"]);

export function fingerprint(root) {
  const tokens = [];
  for (const child of root.childNodes) walk(child, [], tokens, false);
  return tidy(tokens).map((token) => (token.text === undefined ? token.tag : token.text + token.marks)).join("\n");
}

function walk(node, marks, tokens, kept) {
  if (node.nodeType === 3) {
    if (node.data) tokens.push({ text: kept ? node.data : node.data.replace(/[ \t\r\n\f]+/g, " "), marks: " {" + [...marks].sort().join(" ") + "}", kept });
    return;
  }
  if (node.nodeType !== 1) return;
  const name = node.localName, tag = nameWithAttributes(node);
  if (ATOMS.has(name)) return void tokens.push({ tag: `<${tag}> {${[...marks].sort().join(" ")}}`, inline: name !== "hr" });
  if (INLINE.has(name)) {
    const says = node.textContent || node.querySelector("img, br");
    if (!says && node.attributes.length) tokens.push({ tag: `<${tag}>`, inline: true });
    const own = name === "span" && !node.attributes.length ? marks : [...marks, tag];
    for (const child of node.childNodes) walk(child, own, tokens, kept);
    return;
  }
  tokens.push({ tag: `<${tag}>` });
  for (const child of node.childNodes) walk(child, marks, tokens, kept || name === "pre");
  tokens.push({ tag: `</${name}>` });
}

function nameWithAttributes(element) {
  const framed = element.localName === "div" && element.classList.contains("table-wrap");
  const named = [...element.attributes].filter((a) => !(framed && FRAME.has(a.name))).map((a) => `${a.name}=${JSON.stringify(a.value)}`);
  return [element.localName, ...named.sort()].join(" ");
}

function tidy(tokens) {
  const kept = [];
  for (const token of tokens) {
    const last = kept.at(-1);
    if (token.text === undefined) {
      if (!token.inline) trimEnd(kept);
      kept.push(token);
      continue;
    }
    let { text } = token;
    const spaced = !last || (last.text === undefined ? !last.inline || last.tag.startsWith("<br") : last.text.endsWith(" "));
    if (!token.kept && spaced) text = text.replace(/^ /, "");
    if (!text) continue;
    if (last?.text !== undefined && last.marks === token.marks) last.text += text;
    else kept.push({ ...token, text });
  }
  trimEnd(kept);
  return kept;
}

function trimEnd(tokens) {
  while (tokens.length && tokens.at(-1).text !== undefined && !tokens.at(-1).kept) {
    const last = tokens.at(-1);
    last.text = last.text.replace(/ $/, "");
    if (last.text) return;
    tokens.pop();
  }
}
