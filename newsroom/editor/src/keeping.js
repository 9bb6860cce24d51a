// Text that the newsroom has not confirmed yet, kept in the browser: it outlives a lost network, a crash and a closed lid.

const STEM = "broadsheet:text:";

/** @param article id; @param sitting this window; @param person whose text it is: nobody else is shown it. */
export class Keeping {
  constructor(article, sitting, person, store = localStorage) {
    Object.assign(this, { article, sitting, person, store });
    this.key = `${STEM}${article}:${sitting}`;
    this.since = null;
  }

  /** @returns whether it is kept: a full or forbidden store keeps nothing. */
  keep(text, now = Date.now()) {
    this.since ??= now;
    try {
      this.store.setItem(this.key, JSON.stringify({ ...text, article: this.article, sitting: this.sitting, person: this.person, since: this.since, at: now }));
      return true;
    } catch {
      return false;
    }
  }

  /** The newsroom has it. */
  release() {
    this.since = null;
    this.forget(this.sitting);
  }

  forget(sitting) {
    this.store.removeItem(`${STEM}${this.article}:${sitting}`);
  }

  /** What other sittings of the same person left of this article, newest first. */
  left() {
    const found = [];
    for (let at = 0; at < this.store.length; at++) {
      const key = this.store.key(at);
      if (!key.startsWith(`${STEM}${this.article}:`) || key === this.key) continue;
      const text = parse(this.store.getItem(key));
      if (text?.person === this.person && text.sheet) found.push(text);
    }
    return found.sort((one, other) => other.at - one.at);
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Other windows that have the article open now: what they keep is not left behind. */
export function openSittings(article, sitting, patience = 250) {
  const channel = new BroadcastChannel(`broadsheet:article:${article}`), open = new Set();
  channel.addEventListener("message", ({ data }) => {
    if (data.ask) channel.postMessage({ here: sitting });
    else if (data.here) open.add(data.here);
  });
  channel.postMessage({ ask: true });
  return new Promise((done) => setTimeout(() => done(open), patience));
}
