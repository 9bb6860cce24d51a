// What the newsroom refuses, told at its place.

import { element, newId } from "./drawing.js";

/** @param host the sheet; each refusal is shown within the field that it names, else at the top. */
export function showRefusals(host, refusals) {
  clearRefusals(host);
  for (const { field, sentence } of refusals) {
    const id = newId("refusal"), place = find(host, field), input = place?.querySelector("input, textarea, select, [contenteditable]");
    const line = element("p", { id, class: "error refusal", role: "alert" }, sentence);
    if (place) place.append(line);
    else host.prepend(line);
    input?.setAttribute("aria-invalid", "true");
    input?.setAttribute("aria-describedby", id);
  }
}

export function clearRefusals(host) {
  for (const line of host.querySelectorAll(".refusal")) {
    const input = host.querySelector(`[aria-describedby="${line.id}"]`);
    input?.removeAttribute("aria-invalid");
    input?.removeAttribute("aria-describedby");
    line.remove();
  }
}

// "picture.alt" stands within "picture".
const find = (host, field) => field && (host.querySelector(`[data-field="${CSS.escape(field)}"]`) ?? host.querySelector(`[data-field="${CSS.escape(field.split(".")[0])}"]`));
