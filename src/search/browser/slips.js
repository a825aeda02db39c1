// Slips of the keyboard: the word of the register that was perhaps meant.

import { BEGINNINGS } from "./form.js";
import { stem } from "./words.js";

/** A word that was perhaps meant: how far it is, twice, one more if it is another form. @typedef {{rank: number, word: string}} Near */
/** A common word of the register, its stem, and how common it is. @typedef {{word: string, stem: string, common: number}} Common */

/** The fewest letters by which a word is looked for within others. */
const SHORTEST_WITHIN = 4;
/** How many of the first letters may hold a slip that moves a word to another place of the dictionary. */
const MOVING = 4;

/** How far a word may be from the one that was meant. @param {string} word */
export const mostSlips = ({ length }) => (length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3);

/** The common words of the register, from lines of a word with a digit behind it. @param {string} lines @param {string} tongue @returns {Common[]} */
export const commonOf = (lines, tongue) =>
  lines
    .split("\n")
    .filter(Boolean)
    .map((line) => ({ word: line.slice(0, -1), stem: stem(line.slice(0, -1), tongue), common: parseInt(line.at(-1) ?? "0", 36) }));

/** The words that hold a stem within them, the commonest first. @param {string} own @param {Common[]} all */
export function holding(own, all) {
  if (own.length < SHORTEST_WITHIN) return [];
  const found = all.filter(({ word }) => word.includes(own));
  found.sort((one, other) => other.common - one.common || (one.word < other.word ? -1 : 1));
  return found.slice(0, BEGINNINGS).map(({ word }) => word);
}

/** The nearest of the common words. @param {string} word @param {string} own its stem @param {Common[]} all @param {number} most @returns {Near?} */
export function nearest(word, own, all, most) {
  const mostOfStem = Math.min(most, mostSlips(own));
  let [best, least, commonest] = ["", most * 2 + 1, -1];
  for (const other of all) {
    const ofStems = distance(own, other.stem, most);
    const rank = Math.min(distance(word, other.word, most) * 2, ofStems <= mostOfStem ? ofStems * 2 + 1 : Infinity);
    if (rank < least || (rank === least && rank <= most * 2 && other.common > commonest)) [best, least, commonest] = [other.word, rank, other.common];
  }
  return best ? { rank: least, word: best } : null;
}

/** Where the word that was meant may stand in the dictionary: here, or with a first letter left out or swapped with the next. @param {string} word */
export function places(word) {
  const found = [word];
  for (let place = 0; place < Math.min(MOVING, word.length - 1); place += 1) {
    const [before, one, other, behind] = [word.slice(0, place), word[place], word[place + 1], word.slice(place + 2)];
    found.push(before + other + behind, before + other + one + behind);
  }
  return found;
}

/** Where numbers that differ in one sign may stand: near what is left of this one without its last signs. @param {string} term */
export function placesOfNumber(term) {
  const shortest = Math.max(term.length - MOVING, 2);
  return Array.from({ length: term.length - shortest + 1 }, (_, more) => term.slice(0, shortest + more));
}

/** How many letters are missing, too many, wrong or swapped; more than `most` is not told apart. @param {string} left @param {string} right @param {number} most */
export function distance(left, right, most) {
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
