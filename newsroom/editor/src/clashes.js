// Places where two people wrote different things. In the text each stands in its place; of a field, below it.

import { clashBox } from "./clashbox.js";
import { button } from "./drawing.js";
import { openClashes } from "./merging.js";
import { words } from "./words.js";

export function clashes({ sheet, fields, editor, banner, changed }) {
  const open = new Map();

  function add(name, mine, theirs) {
    remove(name);
    const field = fields[name], place = sheet.querySelector(`[data-field="${name}"]`) ?? sheet;
    const box = clashBox({
      name: words.fields[name], mine: field.text(mine), theirs: field.text(theirs),
      choose(choice) {
        field.set(choice === "mine" ? mine : theirs);
        remove(name);
        field.focus();
        changed();
        show();
      },
    });
    place.append(box);
    open.set(name, { box, mine, theirs });
  }

  function remove(name) {
    open.get(name)?.box.remove();
    open.delete(name);
  }

  const count = () => open.size + openClashes(editor.state.doc);

  function show() {
    if (!count()) return banner.hide("clashes");
    banner.show("clashes", "refused", words.clashes(count()), " ", button(words.nextClash, next, { class: "quiet" }));
  }

  let at = -1;
  function next() {
    const boxes = [...sheet.querySelectorAll("[data-open-clash]")];
    if (!boxes.length) return;
    at = (at + 1) % boxes.length;
    boxes[at].scrollIntoView({ block: "center" });
    boxes[at].focus();
  }

  return {
    count, show,
    /** Of fields; those of the text stand in it. */
    add,
    fields: () => [...open].map(([name, { mine, theirs }]) => ({ name, mine, theirs })),
    restore: (list) => (list ?? []).forEach(({ name, mine, theirs }) => add(name, mine, theirs)),
  };
}
