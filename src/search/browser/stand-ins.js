// What is looked for in the place of a word that no record holds: the nearest word of the register, or the parts of a compound.

import { commonOf, distance, holding, mostSlips, nearest, places } from "./slips.js";
import { stem } from "./words.js";

/** @typedef {import("./find.js").Search} Search */
/** @typedef {import("./find.js").Alternatives} Alternatives */
/** @typedef {import("./slips.js").Common} Common */
/** A word of the register with the terms that stand for it. @typedef {{word: string, entries: Alternatives}} StandIn */

const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 7;
/** How often the first part of a compound may be a compound itself. */
const DEEPEST = 2;

/** Words that hold it are likelier than a slip, one slip than a compound, that than several slips. @param {Search} search @param {string} word @returns {Promise<StandIn[]>} */
export async function standIns(search, word) {
  const { index } = search;
  if (!/^\p{Alphabetic}+$/u.test(word) || !mostSlips(word)) return [];
  const tongue = index.root.tongues[0] ?? "";
  const all = await index.once("common words", async () =>
    commonOf(new TextDecoder().decode(await index.inflated("slips", index.root.slips)), tongue),
  );
  const own = stem(word, tongue);
  const held = holding(own, all);
  if (held.length) return asOne(search, held);
  const near = await nearestKnown(search, word, own, all);
  if (near && near.rank <= 3) return asOne(search, [near.word]);
  const parts = await partsOf(search, word, DEEPEST);
  return near && !parts.length ? asOne(search, [near.word]) : parts;
}

/** Words that are near what is looked for, as one; the first is told. @param {Search} search @param {string[]} words */
async function asOne(search, words) {
  const found = await Promise.all(words.map((word) => search.alternatives(word)));
  return [{ word: words[0], entries: found.flat().map(({ entry }) => ({ entry, worth: 1 })) }];
}

/** The nearest word: among the commonest, and among the terms that stand near it in the dictionary. @param {Search} search @param {string} word @param {string} own @param {Common[]} all */
async function nearestKnown({ index }, word, own, all) {
  const most = mostSlips(word);
  const mostOfStem = Math.min(most, mostSlips(own));
  const isNear = (/** @type {string} */ term) => distance(own, term, mostOfStem) <= mostOfStem;
  const found = await Promise.all(places(own).map((place) => index.entries(place, isNear)));
  let best = nearest(word, own, all, most);
  for (const entries of found) {
    const ranked = entries.map(({ term, count }) => ({ rank: distance(own, term, mostOfStem) * 2 + 1, count, word: term }));
    ranked.sort((one, other) => one.rank - other.rank || other.count - one.count || (one.word < other.word ? -1 : 1));
    if (ranked.length && (!best || ranked[0].rank < best.rank)) best = ranked[0];
  }
  return best;
}

/** The parts of a compound of which each is a word of the register. @param {Search} search @param {string} word @param {number} deepest @returns {Promise<StandIn[]>} */
async function partsOf(search, word, deepest) {
  if (word.length < SHORTEST_COMPOUND || !deepest || !search.index.root.tongues.includes("sv")) return [];
  const cuts = Array.from({ length: word.length - 2 * SHORTEST_PART + 1 }, (_, more) => SHORTEST_PART + more);
  const lasts = await Promise.all(cuts.map((cut) => known(search, word.slice(cut))));
  for (const [place, last] of lasts.entries()) {
    if (!last) continue;
    const first = word.slice(0, cuts[place]);
    const firsts = await Promise.all(firstForms(first).map((form) => known(search, form)));
    const found = firsts.find(Boolean);
    if (found) return [found, last];
    const parts = await partsOf(search, first, deepest - 1);
    if (parts.length) return [...parts, last];
  }
  return [];
}

/** A word of the register as it is written. @param {Search} search @param {string} word @returns {Promise<StandIn?>} */
async function known(search, word) {
  if (word.length < SHORTEST_PART || search.index.root.small.includes(word)) return null;
  const entries = (await search.alternatives(word)).filter(({ worth }) => worth > 1);
  return entries.length ? { word, entries } : null;
}

/** The words that the first part of a compound may be. @param {string} first */
function firstForms(first) {
  const forms = [first];
  if (first.endsWith("s")) forms.push(first.slice(0, -1));
  if (/[oue]$/.test(first)) forms.push(`${first.slice(0, -1)}a`);
  return [...forms, `${first}a`, `${first}e`];
}
