// Words of one meaning.

import { soughtOf } from "./words.js";

/** The words of one meaning with a word, in any form of it. @param {string} word @param {string[][]} groups @param {string[]} tongues */
export function synonymsOf(word, groups, tongues) {
  if (!groups.length) return [];
  const { exact } = soughtOf(word, tongues);
  const isSame = (/** @type {string} */ other) => !other.includes(" ") && [...soughtOf(other, tongues).exact].some((each) => exact.has(each));
  return groups.flatMap((group) => (group.some(isSame) ? group.filter((other) => !isSame(other)) : []));
}
