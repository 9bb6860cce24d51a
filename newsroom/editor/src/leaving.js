// Forms beside the text do something with what is saved: so it is saved first.

import { words } from "./words.js";

/** @param saveNow resolves to whether all is saved; @param number the draft that stands now. */
export function saveBeforeForms(forms, { saveNow, openClashes, number, banner }) {
  for (const form of forms)
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const { submitter } = event;
      banner.hide("not-sent");
      if (openClashes()) return banner.show("not-sent", "refused", words.chooseFirst);
      if (!(await saveNow())) return banner.show("not-sent", "refused", words.saveFirst);
      if (form.elements.number) form.elements.number.value = number();
      send(form, submitter);
    });
}

// What the button says goes along; `submit()` asks no listener again.
function send(form, submitter) {
  if (submitter?.name) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: submitter.name, value: submitter.value });
    form.append(field);
  }
  if (submitter?.hasAttribute("formaction")) form.action = submitter.formAction;
  HTMLFormElement.prototype.submit.call(form);
}
