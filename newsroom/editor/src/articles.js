// The paper's own articles, found by words.

import { ask } from "./asking.js";

/** @param but an article that is not to be among them. */
export async function searchArticles(text, but) {
  const { status, body } = await ask("GET", `/newsroom/search?q=${encodeURIComponent(text)}&format=json`);
  return status === 200 && Array.isArray(body) ? body.filter((article) => article.id !== but) : [];
}
