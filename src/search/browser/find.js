// Questions to the index: which records match, what each scores, what narrows them.

import { BEGINNINGS, PAGE } from "./form.js";
import { caseNumber, read } from "./question.js";
import { rarity, together } from "./rarity.js";
import { nearest } from "./slips.js";
import { synonymsOf } from "./synonyms.js";
import { plain, soughtOf } from "./words.js";

/** @typedef {import("./form.js").Entry} Entry */
/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./question.js").Wanted} Wanted */
/** @typedef {{title: string, address: string, day: string, stage: string, unapproved: boolean, outcome: string?, body: string?, case_number: string[], language: string?, lead: string}} Hit */
/** @typedef {{value: string, label: string, records: Uint32Array}} Value */
/** @typedef {{text: string, filters?: Record<string, string[]>, from?: string, to?: string, sort?: string, page?: number, facets?: string[]}} Query */
/** @typedef {{total: number, hits: Hit[], facets: Record<string, {value: string, label: string, count: number}[]>, suggestion: string?, isCaseNumber: boolean}} Found */

export class Search {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.total = index.root.count;
    /** One more than what each record scores; nought if it does not match. */
    this.matches = new Uint32Array(this.total).fill(1);
    /** @type {string[]} */
    this.missing = [];
    /** Whether the best records of the one term are the best of all. */
    this.mayGuess = false;
  }

  /** @param {string} text */
  async lookUpCase(text) {
    const asked = caseNumber(text);
    if (!asked) return false;
    const entries = await this.index.entries(`#${asked.key}`, (term) => term === `#${asked.key}`);
    if (!asked.isCertain && !entries.length) return false;
    this.matches.fill(0);
    for (const entry of entries) (await this.index.records(entry)).records.forEach((record) => (this.matches[record] = 1));
    return true;
  }

  /** @param {string} text */
  async lookFor(text) {
    const { required, excluded } = read(text);
    this.mayGuess &&= required.length === 1 && required[0].words.length === 1 && !excluded.length;
    const scored = await Promise.all([
      ...required.map((wanted) => this.scores(wanted, true)),
      ...excluded.map((wanted) => this.scores(wanted, false)),
    ]);
    scored.forEach((scores, place) => {
      const isRequired = place < required.length;
      for (let record = 0; record < this.total; record += 1) {
        if (isRequired === !scores[record]) this.matches[record] = 0;
        else if (isRequired && this.matches[record]) this.matches[record] += scores[record];
      }
    });
  }

  /** @param {Wanted} wanted @param {boolean} isRequired */
  async scores({ words, isBeginning }, isRequired) {
    const isWord = words.length === 1;
    const all = await Promise.all(words.map((word) => (isWord ? this.withSynonyms(word, isBeginning) : this.alternatives(word))));
    if (isRequired) this.missing.push(...words.filter((_, place) => !all[place].length));
    const scored = await Promise.all(all.map((entries) => this.best(entries)));
    if (isWord) return scored[0];
    const begun = await this.meeting(all);
    return Uint32Array.from(begun, (isMet, record) => (isMet ? scored.reduce((sum, each) => sum + each[record], 0) : 0));
  }

  /** The terms a word or one of its synonyms may stand for. @param {string} word @param {boolean} isBeginning */
  async withSynonyms(word, isBeginning) {
    const { synonyms, tongues } = this.index.root;
    const others = synonymsOf(word, synonyms, tongues).map((other) => this.alternatives(other));
    const [own, ...rest] = await Promise.all([this.alternatives(word), ...others]);
    const found = [...own, ...rest.flat().map(({ entry }) => ({ entry, worth: 1 }))];
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

  /** @param {{entry: Entry, worth: number}[]} entries */
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
    return scores;
  }

  /** Asks for the hits that will most likely be shown, while the postings are on their way. @param {{entry: Entry, worth: number}[]} entries */
  guess(entries) {
    const tops = entries.flatMap(({ entry, worth }) =>
      entry.pieces.flatMap(({ tops, segment }) =>
        tops.map((top) => ({ score: worth * ((top & 7) + 1), record: segment.first + (top >>> 3) })),
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

  /** The records found, in order. @param {string} [sort] */
  sorted(sort) {
    // Score and number in one number: equal scores stand newest first.
    const keys = new Float64Array(this.matches.reduce((count, match) => count + (match ? 1 : 0), 0));
    let place = 0;
    for (let record = 0; record < this.total; record += 1) {
      if (this.matches[record]) keys[place++] = (sort === "date" ? 0 : this.matches[record]) * 2 ** 24 + record;
    }
    return keys.sort().reverse();
  }

  /** The text that was perhaps meant. @param {string} text */
  async suggestion(text) {
    if (!this.missing.length) return null;
    const bytes = await this.index.inflated("slips", this.index.root.slips);
    const lines = new TextDecoder().decode(bytes).split("\n");
    let corrected = text.toLowerCase();
    for (const word of this.missing) {
      const near = nearest(word, lines);
      if (!near || !corrected.includes(word)) return null;
      corrected = corrected.replace(word, () => near);
    }
    return corrected.trim();
  }
}
