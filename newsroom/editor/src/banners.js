// What the writer must know before going on: one line each, at the top, until it no longer holds.

import { element } from "./drawing.js";

export function banners(host) {
  const shown = new Map();
  return {
    /** @param content text and buttons. */
    show(name, kind, ...content) {
      const banner = element("div", { class: `notice ${kind} banner`, role: kind === "refused" ? "alert" : "status", "data-banner": name }, ...content);
      if (shown.has(name)) shown.get(name).replaceWith(banner);
      else host.append(banner);
      shown.set(name, banner);
      return banner;
    },
    hide(name) {
      shown.get(name)?.remove();
      shown.delete(name);
    },
    has: (name) => shown.has(name),
  };
}
