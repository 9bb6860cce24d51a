// Addresses as they were before somebody wrapped them in one that counts who follows.

const WRAPPED = [
  [/^(?:www\.)?google\.[a-z.]+$/, "/url", ["q", "url"]],
  [/^lm?\.facebook\.com$/, "/l.php", ["u"]],
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, "/", ["url"]],
  [/^(?:www\.)?youtube\.com$/, "/redirect", ["q"]],
  [/^out\.reddit\.com$/, "", ["url"]],
];
const COUNTING = /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|mkt_tok)$/i;

/** @returns the address, or null where it is none that a body may hold. */
export function cleanLink(href) {
  const text = href.trim();
  if (/^(?:mailto|tel):/i.test(text) || /^\/(?!\/)/.test(text)) return text;
  if (!/^https?:\/\//i.test(text)) return null;
  try {
    return unwrapped(new URL(text), 3);
  } catch {
    return null;
  }
}

function unwrapped(url, depth) {
  for (const [host, path, names] of WRAPPED) {
    if (depth === 0 || !host.test(url.hostname) || !url.pathname.startsWith(path)) continue;
    const inner = names.map((name) => url.searchParams.get(name)).find((value) => value && /^https?:\/\//i.test(value));
    if (inner) return unwrapped(new URL(inner), depth - 1);
  }
  const counted = [...url.searchParams.keys()].filter((name) => COUNTING.test(name));
  if (!counted.length) return url.href;
  for (const name of counted) url.searchParams.delete(name);
  return url.href;
}
