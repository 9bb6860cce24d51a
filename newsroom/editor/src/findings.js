// What the checks found in the text that is saved.

import { ask } from "./asking.js";
import { button, element } from "./drawing.js";
import { markWords } from "./marking.js";
import { words } from "./words.js";

export function findings(host, { article, editor, fields }) {
  const address = `/newsroom/articles/${article}/findings`;

  async function load() {
    const { status, body } = await ask("GET", address);
    host.hidden = status !== 200 || !Array.isArray(body);
    if (!host.hidden) draw(body);
  }

  function draw(found) {
    const lines = found.map((finding) => element(
      "li", { class: `finding ${finding.severity}` }, element("p", { dir: "auto" }, finding.sentence),
      element("div", { class: "row" }, button(words.show, () => go(finding), { class: "quiet" }), finding.severity !== "refuse" && finding.key && button(words.dismiss, () => dismiss(finding), { class: "plain" })),
    ));
    host.replaceChildren(element("h2", {}, `Checks`), found.length ? element("ul", {}, ...lines) : element("p", { class: "hint" }, words.noFindings));
  }

  function go({ field, quote, paragraph }) {
    if (field && field !== "body") return fields[field]?.focus() ?? fields[field.split(".")[0]]?.focus();
    if (quote && markWords(editor, quote)) return;
    const block = editor.view.dom.children[Number(paragraph)];
    if (paragraph !== null && paragraph !== undefined && block) block.scrollIntoView({ block: "center" });
    editor.commands.focus();
  }

  async function dismiss({ key }) {
    await ask("POST", `${address}/dismissals`, { key });
    load();
  }

  load();
  return { load };
}
