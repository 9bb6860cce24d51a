// What the newsroom answers to a save, and what follows from it.

import { askForPage, renewToken } from "./asking.js";
import { element } from "./drawing.js";
import { blocksOf } from "./body/blocks.js";
import { piecesOf, takeOver } from "./merging.js";
import { showSheet } from "./fields.js";
import { clearRefusals, showRefusals } from "./refusals.js";
import { words } from "./words.js";

const KNOCK = 5_000;

/** @param me who has the page open. */
export function answers({ article, me, fields, surface, sheetElement, banner, clashes, say, gather }) {
  const { editor, sources } = surface;

  return async ({ status, body }, { sheet, typedSince, base }) => {
    if (status !== 401 && status !== 400) banner.hide("signed-out");
    if (status === 200) return taken(body, sheet, typedSince, base);
    if (status === 409 && body?.clashes) return clash(body, sheet, typedSince);
    if (status === 401) return signedOut();
    if (status === 400) return renewed();
    if (status === 409 || status === 403 || status === 404) return closed(body);
    if (status === 413) return refuse([{ field: "body", sentence: words.tooLong }], "tooLong");
    if (status === 422) return refuse(body?.refusals?.length ? body.refusals : [{ sentence: body?.sentence ?? words.refusedShort }], "refused");
    return { retry: true, why: status === 0 ? "offline" : "busy" };
  };

  function taken({ number, head, savedAt, sheet: together }, sheet, typedSince, base) {
    banner.hide("closed");
    clearRefusals(sheetElement);
    const next = { saved: true, savedAt };
    if (!together) return { ...next, base: { ...base, number: head } };
    // What was typed meanwhile is put together with it by the next save.
    if (typedSince || editor.view.composing) return { ...next, base: { ...base, number } };
    showSheet(fields, together);
    takeOver(editor, sources, piecesWithOpen(together.body));
    say(words.takenOver);
    return { ...next, base: { ...base, number: head }, confirmed: gather() };
  }

  // A place that is still to be chosen stays one, also when the rest of the text moves on.
  function piecesWithOpen(body) {
    const open = surface.pieces().filter((piece) => typeof piece !== "string"), blocks = blocksOf(body);
    for (const clash of open) {
      const at = clash.theirs.length ? blocks.findIndex((_, from) => clash.theirs.every((block, by) => blocks[from + by] === block)) : -1;
      if (at >= 0) blocks.splice(at, clash.theirs.length, clash);
      else blocks.push(clash);
    }
    return blocks;
  }

  function clash({ number, head, clashes: found, passages, sheet: theirs }, sheet, typedSince) {
    // What was typed meanwhile belongs to one of the two texts: it is sent again, and then both are shown.
    if (typedSince || editor.view.composing) return { later: true };
    for (const { field } of found) if (field !== "body") clashes.add(field, sheet[field], theirs[field]);
    showSheet(fields, theirs);
    takeOver(editor, sources, piecesOf(passages));
    clashes.show();
    // What was sent lies aside; what fits of it goes on from the colleague's text with the next save.
    return { later: true, base: { number: head, revisionId: null } };
  }

  function closed(body) {
    const sentence = body?.sentence ?? body?.detail ?? words.closedShort;
    banner.show("closed", "refused", sentence);
    return { held: "closed", why: "closed" };
  }

  function refuse(refusals, why) {
    showRefusals(sheetElement, refusals);
    return { held: "put right", why };
  }

  function signedOut(name) {
    const door = element("a", { href: "/newsroom/sign-in", target: "_blank", rel: "noopener" }, words.signIn);
    if (banner.has("signed-out") !== true || name) banner.show("signed-out", "refused", name ? words.otherPerson(name) : words.signedOut, " ", door);
    return { retry: true, pause: KNOCK, why: "signedOut" };
  }

  // The token belongs to the person: when it no longer holds, somebody has signed in since.
  async function renewed() {
    const page = await askForPage(`/newsroom/articles/${article}`);
    if (!page) return signedOut();
    if (page.article.me.id !== me.id) return signedOut(page.article.me.name);
    renewToken(page.token);
    return { retry: true, pause: 0, why: "busy" };
  }
}
