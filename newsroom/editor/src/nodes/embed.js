// A film of a known site: in the body a link, and the player's address for those who click.

import { Node } from "@tiptap/core";
import { attributesOf, common } from "../body/attributes.js";
import { element } from "../drawing.js";
import { words } from "../words.js";

const OWN = ["class", "href", "data-embed"];
const linkIn = (figure) => figure.querySelector("a.embed-link");
const field = (read) => ({ default: "", rendered: false, parseHTML: (figure) => read(linkIn(figure)) });

export const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    ...common(["class"]),
    href: field((link) => link.getAttribute("href")),
    player: field((link) => link.getAttribute("data-embed")),
    label: field((link) => link.textContent),
    link: { default: null, rendered: false, parseHTML: (figure) => attributesOf(linkIn(figure), OWN) },
  }),
  parseHTML: () => [{ tag: "figure.embed", priority: 60, getAttrs: (figure) => figure.children.length === 1 && linkIn(figure)?.parentElement === figure && null }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { href, player, label, link } = node.attrs;
    return ["figure", { ...HTMLAttributes, class: "embed" }, ["a", { class: "embed-link", href, "data-embed": player, ...link }, label]];
  },
  addNodeView: () => ({ node }) => ({
    dom: element("figure", { class: "embed-box" }, element("strong", {}, `${words.film} · ${node.attrs.label}`), element("span", { dir: "ltr" }, node.attrs.href)),
  }),
});

const PLAYERS = [
  [/^https?:\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com\/(?:watch\?(?:\S*&)?v=|embed\/|v\/|shorts\/)|youtu\.be\/)([\w-]{6,20})(?=$|[&?#/])/, "https://www.youtube.com/watch?v=", "https://www.youtube-nocookie.com/embed/", "youtube.com"],
  [/^https?:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d{4,15})(?=$|[?#/])/, "https://vimeo.com/", "https://player.vimeo.com/video/", "vimeo.com"],
];

/** The film at an address, as fields of the node; null when the paper knows no player for it. */
export function filmAt(address) {
  for (const [page, home, player, label] of PLAYERS) {
    const film = page.exec(address.trim());
    if (film) return { href: home + film[1], player: player + film[1], label };
  }
  return null;
}
