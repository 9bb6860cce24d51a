// Arranging the Top Stories by dragging, or by Alt with the arrow keys. The numbers follow, and what was moved is kept.
const list = document.getElementById("places");
const told = document.getElementById("moved");
let dragged = null;

function renumber(moved) {
  const lines = [...list.children].filter((line) => line.querySelector("a.headline") || line.querySelector("input[name=article]").value);
  lines.forEach((line, index) => { line.querySelector("input[name=position]").value = index + 1; });
  moved.querySelector("input[type=checkbox]").checked = true;
  const name = moved.querySelector("a.headline")?.textContent ?? "The article";
  told.textContent = `${name}: place ${lines.indexOf(moved) + 1}`;
}

list?.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("li.place");
  event.dataTransfer.effectAllowed = "move";
});

list?.addEventListener("dragover", (event) => {
  const over = event.target.closest("li.place");
  if (!dragged || !over || over === dragged) return;
  event.preventDefault();
  const middle = over.getBoundingClientRect();
  over[event.clientY < middle.top + middle.height / 2 ? "before" : "after"](dragged);
});

list?.addEventListener("dragend", () => {
  if (dragged) renumber(dragged);
  dragged = null;
});

list?.addEventListener("keydown", (event) => {
  if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  const line = event.target.closest("li.place");
  const other = event.key === "ArrowUp" ? line?.previousElementSibling : line?.nextElementSibling;
  if (!other) return;
  event.preventDefault();
  other[event.key === "ArrowUp" ? "before" : "after"](line);
  renumber(line);
  event.target.focus();
});

list?.addEventListener("input", (event) => {
  if (event.target.name === "article" && event.target.value) event.target.closest("li.place").querySelector("input[type=checkbox]").checked = true;
});
