// The picture at the head of an article, with its words and its focus point.

import { button, element } from "./drawing.js";
import { focusPoint } from "./focus.js";
import { choosePicture } from "./pictures.js";
import { words } from "./words.js";

export function leadPictureField(host, { changed, say }) {
  const img = element("img", { alt: "" }), mark = element("span", { class: "focus-mark", "aria-hidden": "true" });
  const frame = element("div", { class: "focus-frame", tabindex: "0" }, img, mark);
  const focus = focusPoint(frame, mark, () => changed());
  const inputs = Object.fromEntries(["alt", "caption", "credit"].map((name) => [name, element("textarea", { rows: 1, dir: "auto", spellcheck: name === "credit" ? "false" : "true" })]));
  const missing = element("p", { class: "error" }, words.altMissing);
  const labels = Object.entries(inputs).map(([name, input]) => element("label", {}, element("span", {}, words[name]), input));
  const details = element("div", { class: "lead-details" }, frame, element("p", { class: "hint" }, words.focus), labels[0], missing, labels[1], labels[2]);
  const choose = button(words.choosePicture, open, { class: "quiet" }), remove = button(words.removePicture, () => (set(null), changed(), choose.focus()), { class: "quiet" });
  const state = element("p", { class: "hint", role: "status" });
  host.append(details, element("div", { class: "row" }, choose, remove), state);
  for (const input of Object.values(inputs)) input.addEventListener("input", () => (check(), changed()));
  let id = null, src = null;

  async function open() {
    const picture = await choosePicture({ progress: (text) => (state.textContent = text) });
    state.textContent = picture?.failed ?? "";
    if (!picture || picture.failed) return;
    src = picture.src;
    set({ pictureId: picture.id, alt: picture.alt ?? "", caption: picture.caption ?? null, credit: picture.credit ?? null, focus: "50 50" });
    changed();
    inputs.alt.focus();
    say(words.altMissing);
  }

  function check() {
    const lacks = id !== null && !inputs.alt.value.trim();
    missing.hidden = !lacks;
    inputs.alt.setAttribute("aria-invalid", String(lacks));
  }

  function set(value) {
    if (value?.pictureId !== id || !src) src = value ? (src && value.pictureId === id ? src : sourceOf(value.pictureId, src)) : null;
    id = value?.pictureId ?? null;
    details.hidden = remove.hidden = id === null;
    choose.textContent = id === null ? words.choosePicture : words.changePicture;
    if (id !== null) img.src = src;
    else img.removeAttribute("src");
    for (const [name, input] of Object.entries(inputs)) input.value = value?.[name] ?? "";
    focus.set(value?.focus);
    check();
  }

  const sourceOf = (picture, fresh) => (fresh?.startsWith(`/media/${picture}/`) ? fresh : `/media/${picture}/800.webp`);
  // A picture smaller than that has no such copy.
  img.addEventListener("error", () => {
    if (img.src.endsWith("/800.webp")) img.src = img.src.replace("800.webp", "400.webp");
  });

  set(null);
  return {
    get: () => (id === null ? null : { pictureId: id, alt: inputs.alt.value, caption: inputs.caption.value || null, credit: inputs.credit.value || null, focus: focus.get() }),
    set,
    text: (value) => (value ? [`${words.fields.picture} ${value.pictureId}`, value.alt, value.caption, value.credit, value.focus].filter(Boolean).join(" · ") : ""),
    focus: () => choose.focus(),
  };
}
