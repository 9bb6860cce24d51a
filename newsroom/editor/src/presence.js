// Who else has the article open.

import { ask, token } from "./asking.js";
import { element } from "./drawing.js";
import { words } from "./words.js";

const EVERY = 10_000;

/** @param isWriting whether there is text that is not saved; @param behind called with the newest number of the newsroom. */
export function presence(host, { article, sitting, isWriting, behind }) {
  const address = `/newsroom/articles/${article}/presence`;
  let last = null, said = "";

  async function tell() {
    const writing = isWriting();
    last = writing;
    const { status, body } = await ask("POST", address, { sitting, writing });
    if (status !== 200 || !body) return;
    show(body.others ?? []);
    if (body.head !== undefined) behind(body.head);
  }

  // Read out only when somebody comes, goes, begins or ends: not every ten seconds.
  function show(others) {
    const lines = others.map(({ name, writing }) => (writing ? words.writing(name) : words.here(name)));
    if (lines.join("\n") === said) return;
    said = lines.join("\n");
    host.replaceChildren(...lines.map((line, at) => element("span", { class: others[at].writing ? "other writes" : "other" }, line)));
  }

  setInterval(() => document.visibilityState === "visible" && tell(), EVERY);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && tell());
  addEventListener("pagehide", () => navigator.sendBeacon(`${address}/end`, new URLSearchParams({ sitting, token: token(), __RequestVerificationToken: token() })));
  tell();
  return { changed: () => isWriting() !== last && tell() };
}
