// Asking the newsroom. An answer of whatever status comes back; no answer at all is status 0.

const meta = document.querySelector('meta[name="newsroom-token"], meta[name="antiforgery"]');

export const token = () => meta?.content ?? "";

export const renewToken = (value) => meta && (meta.content = value);

export async function ask(method, address, body, { keepalive = false, patience = 30_000 } = {}) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") headers["X-Newsroom-Token"] = token();
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(address, {
      method, headers, keepalive, body: body === undefined ? undefined : JSON.stringify(body), credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(patience),
    });
    // Whoever is signed out may be led to the door instead of being told.
    if (answer.type === "opaqueredirect") return { status: 401, body: {} };
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    return { status: 0, body: null };
  }
}

/** The page as it is now: for a token that is good again, and to see who is signed in. Null when nobody is. */
export async function askForPage(address) {
  try {
    const answer = await fetch(address, { credentials: "same-origin", redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(20_000) });
    if (answer.status !== 200) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const article = page.getElementById("article"), fresh = page.querySelector('meta[name="newsroom-token"], meta[name="antiforgery"]');
    return article && fresh ? { token: fresh.content, article: JSON.parse(article.textContent) } : null;
  } catch {
    return null;
  }
}
