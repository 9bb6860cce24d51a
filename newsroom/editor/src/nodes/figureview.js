// How a picture looks while it is written about: the picture, its description for those who cannot see it, and two lines of words.

import { element } from "../drawing.js";
import { words } from "../words.js";

export function figureView({ node, getPos, editor }) {
  const picture = element("img", { alt: "", draggable: "false" });
  const bar = element("progress", { max: 1, "aria-label": words.sending });
  const state = element("p", { class: "figure-state", role: "status" });
  const alt = element("textarea", { rows: 1, dir: "auto", "aria-label": words.alt, placeholder: words.altHint });
  const missing = element("p", { class: "figure-missing" }, words.altMissing);
  const remove = element("button", { type: "button", class: "quiet" }, words.removePicture);
  const controls = element("div", { class: "figure-controls", contenteditable: "false" }, element("label", {}, element("span", {}, words.alt), alt), missing, bar, state, remove);
  const contentDOM = element("div", { class: "figure-words" });
  const dom = element("figure", { class: "figure-box" }, element("div", { class: "figure-picture", contenteditable: "false" }, picture), controls, contentDOM);

  alt.addEventListener("input", () => change({ alt: alt.value }));
  remove.addEventListener("click", () => {
    const pos = getPos();
    editor.chain().focus().deleteRange({ from: pos, to: pos + node.nodeSize }).run();
  });

  function change(attributes) {
    const pos = getPos();
    editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, undefined, { ...node.attrs, ...attributes }));
  }

  function show(next) {
    node = next;
    const { src, sending } = node.attrs;
    if (src && picture.getAttribute("src") !== src) picture.src = src;
    picture.hidden = !src;
    bar.hidden = !sending || sending.failed;
    if (sending) bar.value = sending.part ?? 0;
    state.textContent = sending ? sending.failed ?? `${words.sending} ${sending.name}` : "";
    state.hidden = !sending;
    if (alt.value !== (node.attrs.alt ?? "")) alt.value = node.attrs.alt ?? "";
    const lacks = !(node.attrs.alt ?? "").trim();
    missing.hidden = !lacks;
    alt.setAttribute("aria-invalid", String(lacks));
    dom.classList.toggle("lacks-alt", lacks);
  }

  show(node);
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type !== node.type) return false;
      show(next);
      return true;
    },
    stopEvent: (event) => controls.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM.contains(mutation.target),
  };
}
