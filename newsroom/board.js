// Arrow keys on the board: up and down within a column, left and right between columns.
const columns = () => [...document.querySelectorAll(".board .column")].map((column) => [...column.querySelectorAll("a.headline")]).filter((cards) => cards.length > 0);

document.querySelector(".board")?.addEventListener("keydown", (event) => {
  const all = columns();
  const x = all.findIndex((cards) => cards.includes(document.activeElement));
  if (x < 0) return;
  const y = all[x].indexOf(document.activeElement);
  const next = {
    ArrowDown: all[x][y + 1],
    ArrowUp: all[x][y - 1],
    ArrowRight: all[x + 1]?.[Math.min(y, all[x + 1].length - 1)],
    ArrowLeft: all[x - 1]?.[Math.min(y, all[x - 1].length - 1)],
    Home: all[x][0],
    End: all[x].at(-1),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

// "j" from anywhere goes to the first card, "/" to the search.
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const to = { j: () => columns()[0]?.[0], "/": () => document.querySelector(".filters input[type=search]") }[event.key]?.();
  if (!to) return;
  event.preventDefault();
  to.focus();
});
