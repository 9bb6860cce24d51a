import "./page.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const { getSchema } = await import("@tiptap/core");
const { extensions } = await import("../src/body/schema.js");
const { readBody } = await import("../src/body/reading.js");
const { fingerprint } = await import("../src/body/fingerprint.js");
const { Sources, htmlOf, writeBlocks } = await import("../src/body/writing.js");
const { blocksOf, joined } = await import("../src/body/blocks.js");

const schema = getSchema(extensions);
const demo = JSON.parse(readFileSync(new URL("bodies.json", import.meta.url)));

// One block each: what docs/body.md allows, and for each whether there are tools for it.
const EDITED = [
  "<p>One <em>two <a href=\"/x/\" title=\"t\">three</a></em> <strong>four</strong><br>five</p>", "<p lang=\"hi\" dir=\"ltr\" id=\"a\">x</p>", "<h2>x</h2>", "<h3 id=\"h\">x</h3>", "<h4>x</h4>",
  "<p><s>a</s><u>b</u><small>c</small><sub>d</sub><sup>e</sup><code>f</code><q>g</q><abbr title=\"h\">i</abbr><time datetime=\"2026-01-01\">j</time><cite>k</cite><span lang=\"fr\">l</span></p>",
  "<p><a href=\"/x/\"><code>x</code></a> <code>a <a href=\"/y/\">b</a></code></p>", "<p>Before<a id=\"place\"></a> after</p>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "<ol start=\"3\"><li><p>a</p><p>b</p></li></ol>", "<ol><li id=\"fn:1\"><p>a</p></li></ol>",
  "<dl><dt>a</dt><dd>b</dd></dl>", "<blockquote><p>a</p><p class=\"attribution\">B, <em>C</em></p></blockquote>", "<hr>", "<pre>a\n  b</pre>", "<pre><code>a\n\n  b &lt;c&gt;</code></pre>",
  "<figure><img src=\"/media/1/800.webp\" srcset=\"/media/1/400.webp 400w\" sizes=\"100vw\" alt=\"A\" width=\"9\" height=\"5\" loading=\"lazy\"><figcaption>Words <a href=\"/x/\">here</a> <span class=\"credit\">Who</span></figcaption></figure>",
  "<figure><a href=\"/x/\"><img src=\"/media/1/800.webp\" alt=\"\"></a></figure>", "<p>In <img src=\"/media/1/400.webp\" alt=\"A\"> words</p>",
  "<figure class=\"gallery\"><figure><img src=\"/media/1/800.webp\" alt=\"A\"></figure><figure><img src=\"/media/2/800.webp\" alt=\"B\"></figure><figcaption>Both</figcaption></figure>",
  "<figure class=\"embed\"><a class=\"embed-link\" href=\"https://vimeo.com/1234\" data-embed=\"https://player.vimeo.com/video/1234\">vimeo.com</a></figure>",
  "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"A, B\"><table><caption>C</caption><thead><tr><th scope=\"col\">A</th><th class=\"number\">B</th></tr></thead><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table></div>",
  "<aside class=\"facts\"><h3>a</h3><ul><li>b</li></ul></aside>", "<div><p>a</p><hr></div>", "<figure><blockquote><p>a</p></blockquote><figcaption>b</figcaption></figure>", "Loose <em>words</em>",
];
const KEPT = ["<aside><p>a</p></aside>", "<ol>words</ol>", "<figure><figcaption>alone</figcaption></figure>", "<small>a<small>b</small></small>", "<blockquote><p class=\"attribution\">a</p><p>b</p></blockquote>"];

const through = (html) => {
  const sources = new Sources(), doc = readBody(schema, html, sources);
  doc.check();
  return { doc, html: joined(writeBlocks(doc, sources)) };
};
const printOf = (html) => fingerprint(new DOMParser().parseFromString(html, "text/html").body);

test("Every body of the edition comes out letter by letter as it went in, and all of it can be edited", () => {
  for (const body of demo) {
    const { doc, html } = through(body);
    assert.equal(html, joined(blocksOf(body)));
    doc.forEach((node) => assert.notEqual(node.type.name, "kept", node.attrs.html));
  }
});

test("What a body may hold can be edited", () => {
  for (const body of EDITED) {
    const { doc, html } = through(body);
    assert.equal(html, body);
    doc.forEach((node) => assert.notEqual(node.type.name, "kept", body));
  }
});

test("A block that was touched says what it said", () => {
  for (const body of EDITED.filter((html) => html.startsWith("<"))) {
    const { doc } = through(body);
    assert.equal(printOf(htmlOf(doc.firstChild)), printOf(body), body);
  }
});

test("What there are no tools for is kept as it stood", () => {
  for (const body of KEPT) {
    const { doc, html } = through(body);
    assert.equal(doc.firstChild.type.name, "kept", body);
    assert.equal(html, body);
  }
});

// Blocks put into one another by chance, always by the same chance.
test("Whatever is put together, nothing is lost", () => {
  let seed = 20261128;
  const chance = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const all = [...EDITED, ...KEPT].filter((html) => html.startsWith("<"));
  const frames = [(x) => `<blockquote>${x}</blockquote>`, (x) => `<aside class="facts">${x}</aside>`, (x) => `<ul><li>${x}</li></ul>`, (x) => `<div>${x}</div>`, (x) => `<div class="table-wrap"><table><tbody><tr><td>${x}</td></tr></tbody></table></div>`, (x) => x];
  for (let run = 0; run < 400; run++) {
    let body = "";
    for (let part = 0; part < 1 + chance(4); part++) body += frames[chance(frames.length)](all[chance(all.length)] + (chance(2) ? all[chance(all.length)] : ""));
    assert.equal(through(body).html, joined(blocksOf(body)));
  }
});

test("A script in pasted or kept HTML is not carried onto the page", async () => {
  const { nodesOf } = await import("../src/nodes/kept.js");
  const box = document.createElement("div");
  box.append(...nodesOf("<p onclick=\"x()\">a<script>x()</script><img src=\"/media/1/400.webp\" onerror=\"x()\"><a href=\"javascript:x()\">b</a></p>"));
  assert.equal(box.innerHTML, "<p>a<img src=\"/media/1/400.webp\"><a>b</a></p>");
});
