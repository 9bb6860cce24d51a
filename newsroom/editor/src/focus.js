// The point of a picture that stays in view when it is cut: by clicking on it, or with the arrow keys.

import { words } from "./words.js";

/** @param frame a focusable element with the picture and a mark in it. */
export function focusPoint(frame, mark, changed) {
  let [x, y] = [50, 50];
  frame.setAttribute("role", "slider");
  frame.setAttribute("aria-label", words.focus);
  frame.setAttribute("aria-valuemin", "0");
  frame.setAttribute("aria-valuemax", "100");

  function show() {
    mark.style.insetInlineStart = "auto";
    mark.style.left = `${x}%`;
    mark.style.top = `${y}%`;
    frame.setAttribute("aria-valuenow", String(x));
    frame.setAttribute("aria-valuetext", words.focusAt(x, y));
  }

  function move(toX, toY) {
    const keep = (value) => Math.round(Math.min(100, Math.max(0, value)));
    [x, y] = [keep(toX), keep(toY)];
    show();
    changed();
  }

  frame.addEventListener("click", (event) => {
    const box = frame.querySelector("img").getBoundingClientRect();
    if (box.width) move(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  });
  frame.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] }[event.key];
    if (!by) return;
    event.preventDefault();
    move(x + by[0], y + by[1]);
  });

  return {
    get: () => `${x} ${y}`,
    set(value) {
      const [left, top] = (value ?? "50 50").split(" ").map(Number);
      [x, y] = [Number.isFinite(left) ? left : 50, Number.isFinite(top) ? top : 50];
      show();
    },
  };
}
