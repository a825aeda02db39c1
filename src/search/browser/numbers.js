// The numbers of records in a question: whose they are, and whose are near one that is nobody's.

import { TOP_LEVEL } from "./form.js";
import { keysOfNumber } from "./question.js";
import { distance, placesOfNumber } from "./slips.js";

/** @typedef {import("./find.js").Search} Search */
/** @typedef {import("./question.js").Wanted} Wanted */

/** What a record's own number counts: twice a word as it was written. */
const CLUE = 4;
/** How many numbers are offered in the place of one that is nobody's. */
const NEIGHBOURS = 5;

/** The records whose number it is, and whether the word before belongs to it; null if it is nobody's. @param {Search} search @param {Wanted} wanted @param {boolean} isAlone */
export async function clueOf(search, { number }, isAlone) {
  if (!number) return null;
  const keys = number.withWord ? [number.withWord] : [];
  if (isAlone || number.key.includes("-")) keys.push(number.key);
  for (const key of keys) {
    const entries = await search.index.entries(`#${key}`, (term) => term === `#${key}`);
    if (!entries.length) continue;
    const scored = await search.best(entries.map((entry) => ({ entry, worth: CLUE })));
    const most = scored.told * CLUE * (TOP_LEVEL + 1);
    return { scored: { ...scored, scores: scored.scores.map((score) => (score ? most : 0)) }, withWord: key === number.withWord };
  }
  return null;
}

/** The numbers of records that differ in one sign from one that is nobody's. @param {Search} search @param {Wanted[]} wanted */
export async function neighboursOf({ index }, wanted) {
  const keys = wanted.flatMap(({ number }) => (number ? [...(number.withWord ? [number.withWord] : []), number.key] : []));
  /** @type {Set<string>} */
  const found = new Set();
  for (const term of keys.map((key) => `#${key}`)) {
    const isNear = (/** @type {string} */ entry) => entry.startsWith("#") && distance(term, entry, 1) === 1;
    const near = await Promise.all(placesOfNumber(term).map((place) => index.entries(place, isNear)));
    for (const entry of near.flat()) {
      const { records } = await index.records(entry);
      const hits = await Promise.all([...records.slice(0, NEIGHBOURS)].map((record) => index.hit(record)));
      for (const { case_number } of hits) {
        const own = case_number.find((number) => keysOfNumber(number).includes(entry.term.slice(1)));
        if (own) found.add(own);
      }
    }
  }
  return [...found].sort().slice(0, NEIGHBOURS);
}
