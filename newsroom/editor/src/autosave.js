// Saving while somebody writes: two seconds after the last key, at the latest five after the first that is not saved.
// What is not confirmed is kept in the browser first.

const IDLE = 2_000, LATEST = 5_000, SETTLE = 250;
const PAUSES = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000];

/**
 * @param gather the sheet as it is on the page
 * @param send (sheet, base) → { status, body }
 * @param keep (sheet) → whether the browser keeps it; @param release when nothing is unconfirmed
 * @param answer (outcome, { sheet, typedSince }) → base for the next save; what to do with what came back
 * @param tell (state) for the status line
 */
export class Autosave {
  constructor({ gather, send, keep, release, answer, tell, base, sheet, clock = globalThis }) {
    Object.assign(this, { gather, send, keep, release, answer, tell, base, clock });
    this.confirmed = JSON.stringify(sheet);
    this.version = 0;
    this.failures = 0;
    this.kept = true;
    this.held = null;
  }

  get unsaved() {
    return this.waitingSince !== undefined || Boolean(this.running);
  }

  /** Something was typed. */
  changed() {
    this.version++;
    this.clock.clearTimeout(this.settling);
    this.settling = this.clock.setTimeout(() => this.settle(), SETTLE);
  }

  /** Keeps what is on the page, and plans the next save. */
  settle() {
    this.clock.clearTimeout(this.settling);
    this.settling = undefined;
    const sheet = this.gather();
    if (JSON.stringify(sheet) === this.confirmed && !this.running) return this.#clear();
    this.kept = this.keep(sheet);
    this.waitingSince ??= Date.now();
    if (this.held === "put right") this.held = null;
    if (!this.held && !this.failures) this.tell({ state: "unsaved" });
    if (!this.failures && !this.held) this.#plan(Math.min(IDLE, Math.max(0, this.waitingSince + LATEST - Date.now())));
  }

  /** Saves what there is. @returns whether everything on the page is saved. */
  async saveNow(options) {
    this.clock.clearTimeout(this.settling);
    this.clock.clearTimeout(this.timer);
    while (this.running) await this.running;
    const sheet = this.gather();
    if (JSON.stringify(sheet) === this.confirmed) {
      this.#clear();
      return true;
    }
    this.running = this.#save(sheet, options);
    try {
      return await this.running;
    } finally {
      this.running = undefined;
      if (this.again) {
        this.again = false;
        this.settle();
      }
    }
  }

  /** What is on the page is what the newsroom has. */
  accept(sheet, base) {
    this.confirmed = JSON.stringify(sheet);
    this.base = base;
  }

  /** The connection is back, or somebody signed in. */
  goOn() {
    this.held = null;
    if (this.waitingSince !== undefined) return this.saveNow();
  }

  async #save(sheet, options) {
    const version = this.version;
    this.kept = this.keep(sheet);
    this.waitingSince ??= Date.now();
    this.tell({ state: "saving" });
    const outcome = await this.send(sheet, this.base, options);
    const typedSince = this.version !== version;
    const next = await this.answer(outcome, { sheet, typedSince, base: this.base });
    if (next.base) this.base = next.base;
    if (next.saved) {
      this.failures = 0;
      this.held = null;
      this.confirmed = JSON.stringify(next.confirmed ?? sheet);
      const all = JSON.stringify(this.gather()) === this.confirmed;
      if (all) this.#clear();
      else this.waitingSince = Date.now(), this.again = true;
      this.tell({ state: all ? "saved" : "unsaved", at: next.savedAt });
      return all;
    }
    if (next.retry) {
      const pause = PAUSES[Math.min(this.failures++, PAUSES.length - 1)];
      this.#plan(next.pause ?? pause);
    } else if (next.later) {
      this.again = true;
      // Nothing that is on the page is known to be saved.
      if (next.base) this.confirmed = null;
    }
    else this.held = next.held ?? "put right";
    if (next.why) this.tell({ state: "failed", why: next.why, kept: this.kept });
    return false;
  }

  #clear() {
    this.waitingSince = undefined;
    this.kept = true;
    this.release();
  }

  #plan(pause) {
    this.clock.clearTimeout(this.timer);
    this.timer = this.clock.setTimeout(() => this.saveNow(), pause);
  }
}
