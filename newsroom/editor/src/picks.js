// The editor's own picks for "Read also": searched, in an order.

import { searchArticles } from "./articles.js";
import { button, element } from "./drawing.js";
import { finder } from "./finder.js";
import { words } from "./words.js";

export function picksField(host, { changed, say, self }) {
  const input = host.querySelector("input"), list = element("ol", { class: "picks" });
  let picks = [];
  input.before(list);
  finder(input, {
    label: words.results,
    search: (text) => (text ? searchArticles(text, self) : null),
    draw: (article) => [element("span", {}, article.headline), element("small", {}, article.date?.slice(0, 10) ?? "")],
    choose(article) {
      input.value = "";
      if (picks.some((pick) => pick.id === article.id)) return;
      picks = [...picks, { id: article.id, headline: article.headline }];
      say(words.added(article.headline));
      redraw();
    },
  });

  const nameOf = (pick) => pick.headline ?? words.article(pick.id);

  function draw() {
    list.replaceChildren(...picks.map((pick, at) => {
      const name = nameOf(pick);
      return element(
        "li", { dir: "auto" }, element("span", {}, name),
        at > 0 && button("↑", () => move(at, -1), { class: "plain", "aria-label": words.up(name) }),
        at < picks.length - 1 && button("↓", () => move(at, 1), { class: "plain", "aria-label": words.down(name) }),
        button("×", () => take(at), { class: "plain", "aria-label": words.remove(name) }),
      );
    }));
  }

  function redraw() {
    draw();
    changed();
  }

  function move(at, by) {
    picks = [...picks];
    [picks[at], picks[at + by]] = [picks[at + by], picks[at]];
    redraw();
    list.children[at + by].querySelector("button").focus();
  }

  function take(at) {
    const [gone] = picks.splice(at, 1);
    say(words.removed(nameOf(gone)));
    redraw();
    input.focus();
  }

  return {
    get: () => picks.map(({ id, headline }) => (headline === undefined ? { id } : { id, headline })),
    set(value) {
      picks = (value ?? []).map(({ id, headline }) => ({ id, headline: headline ?? picks.find((pick) => pick.id === id)?.headline }));
      draw();
    },
    text: (value) => (value ?? []).map(nameOf).join("; "),
    focus: () => input.focus(),
  };
}
