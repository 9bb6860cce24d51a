// Names as tokens: typed and ended by a comma or Enter, taken away by a button or the backspace key.

import { button, element } from "./drawing.js";
import { words } from "./words.js";

/** @param host an element with an input (and its datalist) in it; @param say for those who hear the page. */
export function tokenField(host, { changed, say }) {
  const input = host.querySelector("input"), list = element("ul", { class: "tokens" });
  let names = [];
  input.before(list);

  function draw() {
    list.replaceChildren(...names.map((name, at) => element("li", { dir: "auto" }, name, button("×", () => take(at), { class: "plain", "aria-label": words.remove(name) }))));
  }

  function add(text) {
    const fresh = text.split(",").map((name) => name.trim()).filter((name) => name && !names.some((known) => known.toLowerCase() === name.toLowerCase()));
    input.value = "";
    if (!fresh.length) return;
    names = [...names, ...fresh];
    draw();
    say(words.added(fresh.join(", ")));
    changed();
  }

  function take(at) {
    const [name] = names.splice(at, 1);
    draw();
    say(words.removed(name));
    input.focus();
    changed();
  }

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === ",") {
      if (event.key === "Enter" && !input.value.trim()) return;
      event.preventDefault();
      add(input.value);
    } else if (event.key === "Backspace" && !input.value && names.length) take(names.length - 1);
  });
  // A name taken from the list of suggestions is whole.
  input.addEventListener("input", (event) => {
    if (input.value.includes(",") || (event.inputType === "insertReplacementText" || !("inputType" in event)) && [...(input.list?.options ?? [])].some((option) => option.value === input.value)) add(input.value);
  });
  input.addEventListener("blur", () => input.value.trim() && add(input.value));

  return {
    get: () => [...names],
    set(value) {
      names = [...(value ?? [])];
      draw();
    },
    text: (value) => (value ?? []).join(", "),
    focus: () => input.focus(),
  };
}
