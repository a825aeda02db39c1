// What a word that stands nowhere may have meant.

import { swedish } from "./words.js";

/** The nearest word by itself or by its stem: the fewest slips, then the commonest, then the first. @param {string} word @param {string[]} lines */
export function nearest(word, lines) {
  if (word.length < 4) return null;
  const most = word.length < 8 ? 1 : 2;
  const own = swedish(word);
  let [best, least, commonest] = ["", most * 2 + 1, -1];
  for (const line of lines) {
    const other = line.slice(0, -1);
    const common = parseInt(line.at(-1) ?? "0", 36);
    const rank = Math.min(distance(word, other, most) * 2, distance(own, swedish(other), most) * 2 + 1);
    if (rank < least || (rank === least && rank <= most * 2 && common > commonest)) [best, least, commonest] = [other, rank, common];
  }
  return best;
}

/** How many letters differ; more than `most` is not told apart. @param {string} left @param {string} right @param {number} most */
function distance(left, right, most) {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before = new Array(right.length + 1).fill(0);
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let at = 0; at < left.length; at += 1) {
    const next = [at + 1];
    for (let column = 0; column < right.length; column += 1) {
      let least = Math.min(row[column] + (left[at] === right[column] ? 0 : 1), row[column + 1] + 1, next[column] + 1);
      if (at && column && left[at - 1] === right[column] && right[column - 1] === left[at]) least = Math.min(least, before[column - 1] + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[right.length];
}
