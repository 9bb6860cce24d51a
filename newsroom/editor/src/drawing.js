// One way to make an element. Text goes in as text.

/** @param attributes a null or false value leaves the attribute off; true sets it empty. */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  made.append(...content.filter((part) => part !== null && part !== undefined && part !== false));
  return made;
}

export const button = (text, act, attributes = {}) => {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
};

let last = 0;

/** An id that no other element of the page has. */
export const newId = (stem) => `${stem}-${++last}`;
