// A field in which one searches, and a list below in which one chooses: by the keys up, down and Enter, or by clicking.

import { element, newId } from "./drawing.js";
import { words } from "./words.js";

const PAUSE = 200;

/**
 * @param search (words) → a promise of things, or null where nothing is to be looked for
 * @param draw (thing) → what the line shows; @param choose (thing)
 */
export function finder(input, { search, draw, choose, label }) {
  const id = newId("found"), list = element("ul", { id, role: "listbox", class: "found", "aria-label": label, hidden: true });
  const status = element("p", { class: "hint", role: "status" });
  let found = [], at = -1, timer, asked = 0;
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, autocomplete: "off" })) input.setAttribute(name, value);
  input.after(list, status);

  function show(things) {
    found = things;
    at = -1;
    list.replaceChildren(...things.map((thing, index) => {
      const line = element("li", { role: "option", id: `${id}-${index}`, dir: "auto" }, ...[draw(thing)].flat());
      line.addEventListener("mousedown", (event) => event.preventDefault());
      line.addEventListener("click", () => pick(thing));
      return line;
    }));
    list.hidden = !things.length;
    input.setAttribute("aria-expanded", String(things.length > 0));
    mark();
  }

  function mark() {
    [...list.children].forEach((line, index) => line.setAttribute("aria-selected", String(index === at)));
    if (at >= 0) input.setAttribute("aria-activedescendant", `${id}-${at}`), list.children[at].scrollIntoView({ block: "nearest" });
    else input.removeAttribute("aria-activedescendant");
  }

  function pick(thing) {
    clear();
    choose(thing);
  }

  function clear() {
    clearTimeout(timer);
    asked++;
    status.textContent = "";
    show([]);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++asked, promise = search(input.value.trim());
      if (!promise) return clear();
      status.textContent = words.searching;
      const things = (await promise) ?? [];
      if (mine !== asked) return;
      show(things);
      status.textContent = things.length ? "" : words.nothingFound;
    }, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (!found.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      event.stopPropagation();
      pick(found[at]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      clear();
    }
  });
  return { clear };
}
