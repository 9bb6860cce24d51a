// "@" and the first letters of a colleague's name: the names that fit are offered.

import { element, newId } from "./drawing.js";

export function offerNames(input, names) {
  const id = newId("names"), list = element("ul", { id, role: "listbox", class: "found", hidden: true });
  let found = [], at = 0;
  input.after(list);
  input.setAttribute("aria-controls", id);

  const typed = () => /(?:^|\s)@([^@\n]{0,40})$/.exec(input.value.slice(0, input.selectionStart));

  function show() {
    const letters = typed()?.[1].toLowerCase();
    found = letters === undefined ? [] : names.filter((name) => name.toLowerCase().startsWith(letters) && name.toLowerCase() !== letters).slice(0, 6);
    at = 0;
    list.hidden = !found.length;
    list.replaceChildren(...found.map((name, index) => {
      const line = element("li", { role: "option", id: `${id}-${index}`, dir: "auto" }, name);
      line.addEventListener("mousedown", (event) => (event.preventDefault(), take(name)));
      return line;
    }));
    mark();
  }

  function mark() {
    [...list.children].forEach((line, index) => line.setAttribute("aria-selected", String(index === at)));
    if (found.length) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function take(name) {
    const before = input.value.slice(0, input.selectionStart - typed()[1].length);
    input.value = `${before}${name} ${input.value.slice(input.selectionStart)}`;
    input.selectionStart = input.selectionEnd = before.length + name.length + 1;
    show();
  }

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (!found.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length, mark();
    else if (event.key === "Enter" || event.key === "Tab") take(found[at]);
    else if (event.key === "Escape") found = [], (list.hidden = true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
