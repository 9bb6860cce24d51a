// Pictures on their way into the paper: from this computer, with progress, or out of the library.

import { ask, token } from "./asking.js";
import { button, element } from "./drawing.js";
import { finder } from "./finder.js";
import { words } from "./words.js";

const WIDTHS = [400, 800, 1200, 1600];

export const isPicture = (file) => file.type.startsWith("image/");

/** @returns { id, src, width, height } or { failed: a sentence }. Only a request of this old kind tells how much has gone. */
export function sendPicture(file, progress = () => {}) {
  return new Promise((done) => {
    const request = new XMLHttpRequest(), form = new FormData();
    form.append("file", file);
    request.open("POST", "/newsroom/media/");
    request.setRequestHeader("X-Newsroom-Token", token());
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => total && progress(loaded / total));
    request.addEventListener("load", () => done(answerOf(request)));
    for (const fault of ["error", "abort", "timeout"]) request.addEventListener(fault, () => done({ failed: words.pictureFailed }));
    request.send(form);
  });
}

function answerOf({ status, response }) {
  if (status === 201 || status === 200) return response;
  if (status === 404 || status === 405) return { failed: words.noPicturesYet };
  if (status === 401) return { failed: words.signedOut };
  if (status === 413) return { failed: words.pictureTooLarge };
  return { failed: response?.refusals?.[0]?.sentence ?? response?.sentence ?? response?.detail ?? words.pictureFailed };
}

/** A dialog. @returns a picture, { failed }, or null where nothing was chosen. */
export function choosePicture({ progress }) {
  return new Promise((done) => {
    const file = element("input", { type: "file", accept: "image/*", "aria-label": words.pictureFromFile });
    const search = element("input", { type: "search", dir: "auto", placeholder: words.searchLibrary, "aria-label": words.searchLibrary });
    const dialog = element(
      "dialog", { class: "choice", "aria-label": words.choosePicture },
      element("h2", {}, words.choosePicture), element("label", {}, element("span", {}, words.pictureFromFile), file),
      element("div", {}, element("p", {}, words.pictureFromLibrary), search), button(words.cancel, () => dialog.close(), { class: "quiet" }),
    );
    let chosen = null;
    finder(search, {
      label: words.pictureFromLibrary,
      search: async (text) => (await ask("GET", `/newsroom/media/?q=${encodeURIComponent(text)}&format=json`)).body ?? [],
      draw: ({ src, name }) => [element("img", { src, alt: "" }), element("span", {}, name)],
      choose(picture) {
        chosen = picture;
        dialog.close();
      },
    });
    file.addEventListener("change", async () => {
      const [first] = file.files;
      if (!first) return;
      chosen = sendPicture(first, (part) => progress(`${words.sending} ${first.name} (${Math.round(part * 100)} %)`));
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Fields of a figure for a picture of the library: copies of several widths, as the paper sets them. */
export function figureOf({ id, src, width, height, alt = "" }) {
  const known = width ? WIDTHS.filter((w, at) => at === 0 || WIDTHS[at - 1] < width) : [];
  const picture = { loading: "lazy" };
  if (known.length) picture.srcset = known.map((w) => `/media/${id}/${w}.webp ${Math.min(w, width)}w`).join(", "), picture.sizes = "(min-width: 60em) 42em, 100vw";
  const text = (value) => (value ? String(value) : null);
  return { src: known.length ? `/media/${id}/${known.find((w) => w >= Math.min(800, width)) ?? known.at(-1)}.webp` : src, alt, width: text(width), height: text(height), picture, sending: null };
}
