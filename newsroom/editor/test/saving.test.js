import assert from "node:assert/strict";
import test from "node:test";
import { Autosave } from "../src/autosave.js";
import { Keeping } from "../src/keeping.js";

// A clock that is wound by hand.
const clock = () => {
  const timers = new Map();
  let next = 0;
  return {
    setTimeout: (act, pause) => (timers.set(++next, { act, pause }), next),
    clearTimeout: (id) => timers.delete(id),
    pauses: () => [...timers.values()].map(({ pause }) => pause),
    async ring() {
      const [[id, { act }]] = timers;
      timers.delete(id);
      await act();
    },
  };
};

function desk(answer) {
  const page = { text: "a" }, told = [], time = clock(), kept = [];
  const autosave = new Autosave({
    gather: () => ({ text: page.text }), sheet: { text: "a" }, base: { number: 1 }, clock: time,
    keep: (sheet) => kept.push(sheet.text), release: () => kept.push(null), tell: (state) => told.push(state.why ?? state.state),
    send: async (sheet, base) => ({ sheet, base }), answer: async (outcome, more) => answer(outcome, more, page),
  });
  return { autosave, page, told, time, kept, type: (text) => ((page.text = text), autosave.changed(), autosave.settle()) };
}

test("What is typed is kept first, saved two seconds later, and then let go", async () => {
  const { autosave, time, kept, told, type } = desk(({ base }) => ({ saved: true, base: { number: base.number + 1 } }));
  type("ab");
  assert.deepEqual(kept, ["ab"]);
  assert.deepEqual(time.pauses(), [2000]);
  await time.ring();
  assert.deepEqual([autosave.base, autosave.unsaved, kept.at(-1), told.at(-1)], [{ number: 2 }, false, null, "saved"]);
});

test("Without a connection it is tried again after growing pauses, and at once when somebody says so", async () => {
  let online = false;
  const { autosave, time, told, type } = desk(() => (online ? { saved: true } : { retry: true, why: "offline" }));
  type("ab");
  const pauses = [];
  for (let at = 0; at < 7; at++) await time.ring(), pauses.push(...time.pauses());
  assert.deepEqual(pauses, [1000, 2000, 5000, 10000, 20000, 30000, 30000]);
  assert.equal(told.at(-1), "offline");
  online = true;
  await autosave.goOn();
  assert.equal(autosave.unsaved, false);
});

test("What is typed while a save is on its way is not taken for saved", async () => {
  const { autosave, kept, type } = desk((_, more, page) => ((page.text = "abc"), autosave.changed(), { saved: true }));
  type("ab");
  assert.equal(await autosave.saveNow(), false);
  assert.equal(autosave.unsaved, true);
  assert.equal(kept.at(-1), "abc");
});

test("A refused text waits for the next key, and stays kept", async () => {
  const { autosave, time, type, kept } = desk(() => ({ held: "put right", why: "refused" }));
  type("ab");
  await time.ring();
  assert.deepEqual([time.pauses(), kept.at(-1), autosave.unsaved], [[], "ab", true]);
  type("abc");
  assert.equal(time.pauses().length, 1);
});

test("Kept text is found by whoever wrote it, and by nobody else", () => {
  const rows = new Map(), store = { get length() { return rows.size; }, key: (at) => [...rows.keys()][at], getItem: (key) => rows.get(key), setItem: (key, value) => rows.set(key, value), removeItem: (key) => rows.delete(key) };
  new Keeping(7, "one", 1, store).keep({ sheet: { headline: "x" }, base: { number: 3 } }, 5);
  assert.equal(new Keeping(7, "two", 1, store).left()[0].sheet.headline, "x");
  assert.deepEqual([new Keeping(7, "two", 2, store).left(), new Keeping(8, "two", 1, store).left()], [[], []]);
  new Keeping(7, "two", 1, store).forget("one");
  assert.equal(rows.size, 0);
  const full = { ...store, setItem() { throw new Error("full"); } };
  assert.equal(new Keeping(7, "three", 1, full).keep({ sheet: {} }), false);
});
