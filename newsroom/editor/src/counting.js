// Words and reading time, in any script: where words begin is the language's to say.

import { words } from "./words.js";

const PER_MINUTE = 238;

export function countWords(text, language) {
  let count = 0;
  for (const part of segmenter(language).segment(text)) if (part.isWordLike) count++;
  return count;
}

function segmenter(language) {
  try {
    return new Intl.Segmenter(language || "en", { granularity: "word" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}

export const minutes = (count) => Math.max(1, Math.round(count / PER_MINUTE));

export function counter(host, editor, language) {
  let timer;
  const show = () => {
    const { doc } = editor.state, count = countWords(doc.textBetween(0, doc.content.size, "\n", " "), language());
    host.textContent = words.count(count, minutes(count));
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, 600);
  };
  editor.on("update", soon);
  show();
  return { show };
}
