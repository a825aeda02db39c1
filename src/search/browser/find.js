// Questions to the index: which records match, what each scores, what narrows them.

import { BEGINNINGS, LEVELS, PAGE } from "./form.js";
import { meaningOf } from "./meanings.js";
import { clueOf, neighboursOf } from "./numbers.js";
import { asText, caseNumber, read, withoutSmall } from "./question.js";
import { rarity, together } from "./rarity.js";
import { standIns } from "./stand-ins.js";
import { Tally } from "./tally.js";
import { plain, soughtOf } from "./words.js";

/** @typedef {import("./form.js").Entry} Entry */
/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./question.js").Wanted} Wanted */
/** @typedef {{title: string, address: string, day: string, stage: string, unapproved: boolean, outcome: string?, body: string?, case_number: string[], language: string?, lead: string}} Hit */
/** @typedef {{value: string, label: string, records: Uint32Array}} Value */
/** @typedef {{text: string, filters?: Record<string, string[]>, from?: string, to?: string, sort?: string, page?: number, facets?: string[]}} Query */
/** @typedef {{total: number, hits: Hit[], facets: Record<string, {value: string, label: string, count: number}[]>, whole: number, replaced: [string, string][], neighbours: string[], isCaseNumber: boolean, page: number}} Found */
/** Terms, each with what it counts. @typedef {{entry: Entry, worth: number}[]} Alternatives */
/** What came of a part of a question. @typedef {{scored: import("./tally.js").Scored[], missing: string[], replaced: [string, string][]}} Part */

/** @type {Part} */
const NOTHING = { scored: [], missing: [], replaced: [] };

/** Several parts as one. @param {Part[]} parts @returns {Part} */
const joined = (parts) => ({
  scored: parts.flatMap(({ scored }) => scored),
  missing: parts.flatMap(({ missing }) => missing),
  replaced: parts.flatMap(({ replaced }) => replaced),
});

export class Search {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.total = index.root.count;
    /** One more than what each record scores; nought if it does not match. */
    this.matches = new Float64Array(this.total);
    /** Whether each holds all that is looked for. */
    this.isWhole = new Uint8Array(this.total);
    /** Words that no record holds, each with what is looked for in its place. @type {[string, string][]} */
    this.replaced = [];
    /** Where nothing has the number asked for, those that differ in one sign. @type {string[]} */
    this.neighbours = [];
    this.isCaseNumber = false;
    /** Whether the best records of the one term are the best of all. */
    this.mayGuess = false;
  }

  /** Finds the records that hold something of what a text asks for; a text that is a number and nothing else, and nobody's, as a whole. @param {string} text */
  async lookFor(text) {
    const { wanted, excluded } = read(text);
    const told = withoutSmall(wanted, this.index.root.small);
    const isAlone = told.length === 1;
    this.mayGuess &&= isAlone && !told[0].isPhrase && !told[0].number && !excluded.length;
    const clues = await Promise.all(told.map((each) => clueOf(this, each, isAlone)));
    const hasClue = clues.some(Boolean);
    const [parts, excludedParts] = await Promise.all([
      Promise.all(
        told.map((each, place) => {
          const clue = clues[place];
          if (clue) return { ...NOTHING, scored: [clue.scored] };
          // The letters before a record's number belong to it.
          const belongs = !each.number && !each.isPhrase && clues[place + 1]?.withWord;
          return belongs ? NOTHING : this.scores(each, true);
        }),
      ),
      Promise.all(excluded.map((each) => this.scores(each, false))),
    ]);
    const [{ scored, missing, replaced }, out] = [joined(parts), joined(excludedParts)];
    this.replaced = replaced;
    const isNobodys = !hasClue && Boolean(caseNumber(text)?.isCertain);
    const tally = new Tally(this.total);
    tally.lacksSome = missing.length > 0;
    scored.forEach((each) => tally.add({ ...each, isRequired: each.isRequired || isNobodys }));
    out.scored.forEach(({ scores }) => tally.exclude(scores));
    Object.assign(this, tally.finish());
    if (isNobodys && (missing.length || out.missing.length)) this.matches.fill(0);
    const isNowhere = isNobodys && !this.matches.some(Boolean);
    if (isNowhere) this.neighbours = await neighboursOf(this, wanted);
    this.isCaseNumber = isNowhere || (hasClue && scored.length === 1);
  }

  /** What records score for something, what of it no record holds, and what is looked for in its place. @param {Wanted} wanted @param {boolean} mayReplace @returns {Promise<Part>} */
  async scores(wanted, mayReplace) {
    const { words, isBeginning, isPhrase, number } = wanted;
    if (number && (number.key.includes("-") || number.isPhrase)) {
      return joined(await Promise.all(asText(wanted).map((each) => this.scores(each, mayReplace))));
    }
    if (number) return this.ofNumber(words.join(""), isBeginning, `#${number.key}`);
    if (isPhrase) return this.phrase(words);
    const [word] = words;
    const meaning = await meaningOf(this, word, isBeginning);
    if (meaning) return { ...NOTHING, scored: [meaning] };
    const others = mayReplace ? await standIns(this, word) : [];
    if (!others.length) return { ...NOTHING, missing: [word] };
    const scored = await Promise.all(others.map((other) => this.best(other.entries)));
    return { scored, missing: [], replaced: [[word, others.map((other) => other.word).join(" ")]] };
  }

  /** One number in company: as text, or as a part of a record's number. @param {string} word @param {boolean} isBeginning @param {string} key @returns {Promise<Part>} */
  async ofNumber(word, isBeginning, key) {
    const [texts, ofRecords] = await Promise.all([this.asWritten(word, isBeginning), this.index.entries(key, (term) => term === key)]);
    const entries = [...texts, ...ofRecords.map((entry) => ({ entry, worth: 2 }))];
    return entries.length ? { ...NOTHING, scored: [await this.best(entries)] } : { ...NOTHING, missing: [word] };
  }

  /** Words next to each other. @param {string[]} words @returns {Promise<Part>} */
  async phrase(words) {
    const all = await Promise.all(words.map((word) => this.alternatives(word)));
    const missing = words.filter((_, place) => !all[place].length);
    const begin = words.length > 1 ? this.meeting(all) : null;
    const [scored, begun] = await Promise.all([Promise.all(all.map((entries) => this.best(entries))), begin]);
    const sum = (/** @type {number} */ record) => scored.reduce((sum, each) => sum + each.scores[record], 0);
    const scores = Uint32Array.from({ length: this.total }, (_, record) => (!begun || begun[record] ? sum(record) : 0));
    return { scored: [{ scores, told: scored.reduce((sum, { told }) => sum + told, 0), isRequired: true }], missing, replaced: [] };
  }

  /** The terms a word may stand for, or those that begin with it. @param {string} word @param {boolean} isBeginning */
  async asWritten(word, isBeginning) {
    const found = await this.alternatives(word);
    return found.length || !isBeginning ? found : this.beginnings(word);
  }

  /** The terms a word may stand for, each with what it counts. @param {string} word */
  async alternatives(word) {
    const sought = soughtOf(word, this.index.root.tongues);
    const near = await Promise.all([...sought.near].map((each) => this.index.entries(each, (term) => plain(term) === each)));
    return near.flat().map((entry) => ({ entry, worth: sought.worth(entry.term) })).filter(({ worth }) => worth);
  }

  /** The commonest terms that begin with a text. @param {string} text */
  async beginnings(text) {
    if (text.length < 2) return [];
    const isPlain = plain(text) === text;
    const begins = (/** @type {string} */ term) => term.startsWith(text) || (isPlain && plain(term).startsWith(text));
    const entries = await this.index.entries(text, begins, true);
    entries.sort((one, other) => other.count - one.count);
    return entries.slice(0, BEGINNINGS).map((entry) => ({ entry, worth: 1 }));
  }

  /** What each record scores for the best of several terms. @param {Alternatives} entries */
  async best(entries) {
    const scores = new Uint32Array(this.total);
    const postings = entries.map(({ entry }) => this.index.records(entry));
    if (this.mayGuess) this.guess(entries);
    const posted = await Promise.all(postings);
    const told = rarity(this.total, together(entries));
    posted.forEach(({ records, levels }, place) => {
      const weight = told * entries[place].worth;
      for (let number = 0; number < records.length; number += 1) {
        const score = weight * (levels[number] + 1);
        if (score > scores[records[number]]) scores[records[number]] = score;
      }
    });
    return { scores, told, isRequired: false };
  }

  /** Asks for the hits that will most likely be shown, while the postings are on their way. @param {{entry: Entry, worth: number}[]} entries */
  guess(entries) {
    const tops = entries.flatMap(({ entry, worth }) =>
      entry.pieces.flatMap(({ tops, segment }) =>
        tops.map((top) => ({ score: worth * ((top & (2 ** LEVELS - 1)) + 1), record: segment.first + (top >>> LEVELS) })),
      ),
    );
    tops.sort((one, other) => other.score - one.score || other.record - one.record);
    for (const record of new Set(tops.map(({ record }) => record).slice(0, PAGE))) this.index.hit(record).catch(() => {});
  }

  /** Whether each record holds words next to each other. @param {{entry: Entry}[][]} words */
  async meeting(words) {
    /** @type {Map<number, Set<number>>?} */
    let begun = null;
    for (const [offset, entries] of words.entries()) {
      /** @type {Map<number, Set<number>>} */
      const here = new Map();
      for (const { entry } of entries) {
        const [{ records }, places] = await Promise.all([this.index.records(entry), this.index.places(entry)]);
        records.forEach((record, number) => {
          if (begun && !begun.has(record)) return;
          const starts = here.get(record) ?? new Set();
          for (const place of places[number]) {
            if (place >= offset && (!begun || begun.get(record)?.has(place - offset))) starts.add(place - offset);
          }
          if (starts.size) here.set(record, starts);
        });
      }
      begun = here;
    }
    return Uint8Array.from({ length: this.total }, (_, record) => (begun?.has(record) ? 1 : 0));
  }

  /** @param {Query} query */
  async narrow({ filters = {}, from, to, facets = [] }) {
    const [start, end] = await Promise.all([
      from ? this.index.from(from, 0) : 0,
      to ? this.index.from(to, 1) : this.total,
    ]);
    this.matches.fill(0, 0, Math.min(start, this.total));
    this.matches.fill(0, end);
    const wanted = Object.entries(filters).filter(([, values]) => values.length);
    const masks = await Promise.all(
      wanted.map(async ([name, values]) => {
        const mask = new Uint8Array(this.total);
        for (const { value, records } of await this.index.facet(name)) {
          if (values.includes(value)) for (const record of records) mask[record] = 1;
        }
        return mask;
      }),
    );
    /** @type {Found["facets"]} */
    const counted = {};
    for (const name of facets) {
      const others = masks.filter((_, place) => wanted[place][0] !== name);
      const values = await this.index.facet(name);
      counted[name] = values.map(({ value, label, records }) => {
        let count = 0;
        for (const record of records) if (this.matches[record] && others.every((mask) => mask[record])) count += 1;
        return { value, label, count };
      });
    }
    for (const mask of masks) for (let record = 0; record < this.total; record += 1) if (!mask[record]) this.matches[record] = 0;
    return counted;
  }

  /** The records found, in order; by day, those that hold all that is looked for come first. @param {string} [sort] */
  sorted(sort) {
    // Score and number in one number: equal scores stand newest first.
    const keys = new Float64Array(this.matches.reduce((count, match) => count + (match ? 1 : 0), 0));
    let place = 0;
    for (let record = 0; record < this.total; record += 1) {
      if (this.matches[record]) keys[place++] = (sort === "date" ? this.isWhole[record] : this.matches[record]) * 2 ** 24 + record;
    }
    return keys.sort().reverse();
  }

  /** How many of the records found hold all that is looked for. */
  countWhole() {
    return this.matches.reduce((count, match, record) => count + (match ? this.isWhole[record] : 0), 0);
  }
}
