// Which words of two texts differ: marked in both, so that the eye finds them.

const MOST = 4_000;

/** Marks, within two elements, the words that the other does not have in that place. */
export function markDifferences(one, other) {
  const [left, right] = [tokensOf(one), tokensOf(other)];
  if (left.length > MOST || right.length > MOST) return;
  const [keptLeft, keptRight] = common(left.map((t) => t.text), right.map((t) => t.text));
  mark(left, keptLeft);
  mark(right, keptRight);
}

function tokensOf(root) {
  const tokens = [], walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    for (const found of node.data.matchAll(/[\p{L}\p{M}\p{N}'’]+|[^\s\p{L}\p{M}\p{N}]/gu)) tokens.push({ node, from: found.index, to: found.index + found[0].length, text: found[0] });
  return tokens;
}

/** The longest common subsequence: of each list, which are in it. */
export function common(left, right) {
  const width = right.length + 1, lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      lengths[i * width + j] = left[i] === right[j] ? lengths[(i + 1) * width + j + 1] + 1 : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  const keptLeft = new Array(left.length).fill(false), keptRight = new Array(right.length).fill(false);
  for (let i = 0, j = 0; i < left.length && j < right.length;)
    if (left[i] === right[j]) keptLeft[i++] = keptRight[j++] = true;
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) i++;
    else j++;
  return [keptLeft, keptRight];
}

// From the end, so that the places further in front stay true.
function mark(tokens, kept) {
  for (let at = tokens.length - 1; at >= 0; at--) {
    if (kept[at]) continue;
    const { node, from, to } = tokens[at];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const made = document.createElement("mark");
    made.className = "differs";
    range.surroundContents(made);
  }
}
