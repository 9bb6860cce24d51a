// What every element of a body may carry besides its own: language and direction stay when a paragraph is cut in two, the rest does not.

export const ALLOWED = new Set([
  "href", "src", "srcset", "sizes", "alt", "width", "height", "loading", "class", "lang", "dir", "title", "datetime", "id", "colspan", "rowspan", "scope",
  "start", "data-embed", "tabindex", "role", "aria-label",
]);

/** @param own names of attributes that the node has fields for. */
export function attributesOf(element, own = []) {
  const more = {};
  for (const { name, value } of element.attributes)
    if (ALLOWED.has(name) && name !== "lang" && name !== "dir" && !own.includes(name)) more[name] = value;
  return Object.keys(more).length ? more : null;
}

/** Fields of a node or mark, for TipTap. */
export const common = (own = []) => ({
  lang: { default: null },
  dir: { default: null },
  more: { default: null, keepOnSplit: false, parseHTML: (element) => attributesOf(element, own), renderHTML: ({ more }) => more ?? {} },
});
