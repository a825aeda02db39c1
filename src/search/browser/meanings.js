// A word and what is of one meaning with it: other words, or several of them together.

import { rarity } from "./rarity.js";
import { synonymsOf } from "./synonyms.js";

/** @typedef {import("./find.js").Search} Search */
/** @typedef {import("./tally.js").Scored} Scored */

/** What records score that hold a word, a synonym, or all the words of one of several words. @param {Search} search @param {string} word @param {boolean} isBeginning @returns {Promise<Scored?>} */
export async function meaningOf(search, word, isBeginning) {
  const { synonyms, tongues } = search.index.root;
  const others = synonymsOf(word, synonyms, tongues);
  const several = others.filter((other) => other.includes(" "));
  const single = others.filter((other) => !other.includes(" "));
  const [own, rest, wholes] = await Promise.all([
    search.asWritten(word, isBeginning && !several.length),
    Promise.all(single.map((other) => search.alternatives(other))),
    Promise.all(several.map((words) => allOf(search, words.split(" ")))),
  ]);
  // An abbreviation is no other word without its marks.
  const written = several.length ? own.filter(({ worth }) => worth > 1) : own;
  const entries = [...written, ...rest.flat().map(({ entry }) => ({ entry, worth: 1 }))];
  const found = [entries.length ? await search.best(entries) : null, ...wholes];
  return found.reduce((one, other) => (one && other ? either(one, other) : (one ?? other)), null);
}

/** What records score that hold all of some words. @param {Search} search @param {string[]} words @returns {Promise<Scored?>} */
async function allOf(search, words) {
  const { root } = search.index;
  const telling = words.filter((word) => !root.small.includes(word));
  const all = await Promise.all(telling.map(async (word) => search.best(await search.alternatives(word))));
  let count = 0;
  const scores = new Uint32Array(search.total);
  for (let record = 0; record < search.total; record += 1) {
    if (!all.length || all.some((each) => !each.scores[record])) continue;
    count += 1;
    scores[record] = Math.floor(all.reduce((sum, each) => sum + each.scores[record], 0) / all.length);
  }
  return count ? { scores, told: rarity(search.total, count), isRequired: false } : null;
}

/** The better score of two; it tells as much as the commoner of them. @param {Scored} one @param {Scored} other */
const either = (one, other) => ({
  scores: one.scores.map((score, record) => Math.max(score, other.scores[record])),
  told: Math.min(one.told, other.told),
  isRequired: false,
});
