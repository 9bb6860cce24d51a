import "./page.js";
import assert from "node:assert/strict";
import test from "node:test";

const { cleanPaste } = await import("../src/pasting.js");
const { cleanLink } = await import("../src/pasting/addresses.js");
const clean = (html) => cleanPaste(html).body.innerHTML.replace(/\s*\n\s*/g, " ").replace(/> </g, "><").trim();

const item = (text, level, bullet, list = "l0") => `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${bullet}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span lang=EN-GB>${text}<o:p></o:p></span></p>`;

test("Word: paragraphs lose their make-up, and keep what is said with it", () => {
  assert.equal(
    clean(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body><!--StartFragment--><p class=MsoNormal style='margin:0cm'><b style='mso-bidi-font-weight:normal'><span lang=EN-GB style='font-size:12.0pt'>Bold</span></b> and <i>slanted</i> in <st1:place w:st="on">Wrenmouth</st1:place><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><h1><span style='font-family:"Calibri"'>Head</span></h1><!--EndFragment--></body></html>`),
    "<p><strong>Bold</strong> and <em>slanted</em> in Wrenmouth</p><h2>Head</h2>",
  );
});

test("Word: what looks like a list becomes one, with the lists within it", () => {
  assert.equal(clean(item("One", 1, "·") + item("Deeper", 2, "o") + item("Two", 1, "·") + "<p class=MsoNormal>After</p>"), "<ul><li>One<ul><li>Deeper</li></ul></li><li>Two</li></ul><p>After</p>");
  assert.equal(clean(item("Three", 1, "3.") + item("Four", 1, "4.")), "<ol start=\"3\"><li>Three</li><li>Four</li></ol>");
});

test("Word: a table keeps its cells alone", () => {
  assert.equal(clean("<table class=MsoTableGrid border=1 style='border:none'><tr><td width=200 valign=top style='x'><p class=MsoNormal>A</p></td><td colspan=2><p class=MsoNormal>B</p></td></tr></table>"), "<table><tbody><tr><td>A</td><td colspan=\"2\">B</td></tr></tbody></table>");
});

test("Google Docs: styles on spans become elements, and the bold around all is none", () => {
  assert.equal(
    clean(`<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:700;font-style:normal">Bold</span><span style="font-weight:400"> plain </span><span style="font-weight:400;font-style:italic;text-decoration:none">slanted</span></p><br /><ul><li dir="ltr" style="list-style-type:disc"><p dir="ltr" role="presentation"><span style="font-weight:400">One</span></p></li><ul><li dir="ltr"><p dir="ltr" role="presentation"><span>Deeper</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`),
    "<p><strong>Bold</strong> plain <em>slanted</em></p><ul><li>One<ul><li>Deeper</li></ul></li></ul>",
  );
});

test("A link is where it leads, and nobody counts who follows", () => {
  assert.equal(cleanLink("https://www.google.com/url?q=https://example.org/a?b%3Dc%26utm_source%3Dx&sa=D&ust=1"), "https://example.org/a?b=c");
  assert.equal(cleanLink("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=x"), "https://example.org/");
  assert.equal(cleanLink("javascript:alert(1)"), null);
  assert.equal(cleanLink("/town/x/"), "/town/x/");
  assert.equal(clean('<p><a href="https://www.google.com/url?q=https://example.org/&sa=D"><span style="text-decoration:underline">there</span></a></p>'), '<p><a href="https://example.org/">there</a></p>');
});

test("Old fonts, empty lines, scripts and foreign pictures stay behind", () => {
  assert.equal(clean('<div><font face="Arial"><font size=2><b>Deep</b></font></font></div><div><br></div><p>&nbsp;</p><script>x()</script><p>a&nbsp; b<img src="file:///c:/x.png"></p>'), "<p><strong>Deep</strong></p><p>a b</p>");
  assert.equal(cleanPaste('<img src="data:image/png;base64,AA"><p>a</p>').pictures, 1);
});
