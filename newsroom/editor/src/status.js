// The one line that says how it stands with the text.

import { words } from "./words.js";

export const timeOf = (when) => new Date(when).toLocaleTimeString("en-GB");
export const dayAndTime = (when) => new Date(when).toLocaleString("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

const why = { offline: words.noConnection, busy: words.busyServer, signedOut: words.signedOutShort, refused: words.refusedShort, closed: words.closedShort, tooLong: words.tooLong };

/** @param since when the oldest word that is not saved was kept. */
export function statusLine(host, since) {
  return (told) => {
    const text = {
      saved: () => words.saved(timeOf(told.at ?? Date.now())),
      saving: () => words.saving,
      unsaved: () => words.unsaved,
      failed: () => (told.kept ? words.keptSince(why[told.why] ?? told.why, timeOf(since() ?? Date.now()).slice(0, 5)) : words.notKept(why[told.why] ?? told.why)),
    }[told.state]();
    host.dataset.state = told.state;
    if (host.textContent !== text) host.textContent = text;
  };
}
