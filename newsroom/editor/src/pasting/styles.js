// The style attribute as pairs. Browsers throw away the names that they do not know, and Word's are among them.

export function styleOf(element) {
  const pairs = (element.getAttribute("style") ?? "").split(";").map((pair) => pair.split(/:(.*)/s, 2).map((part) => part?.trim().toLowerCase()));
  return Object.fromEntries(pairs.filter(([name, value]) => name && value));
}
