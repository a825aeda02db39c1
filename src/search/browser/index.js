// The index as it is read: each file, and each part of a file, is asked for when something in it is wanted, and once.

import { Bits, Broken, lowBits } from "./bits.js";
import { COMMON, INLINE, LEAVES, SLOT, SLOTS, SUM, TOPS, body, inflate, keysOf } from "./form.js";
import { plain } from "./words.js";

/** @typedef {import("./form.js").Entry} Entry */
/** @typedef {import("./form.js").Leaf} Leaf */
/** @typedef {import("./form.js").Piece} Piece */
/** @typedef {import("./form.js").Posted} Posted */
/** @typedef {import("./form.js").Segment} Segment */
/** @typedef {import("./find.js").Hit} Hit */
/** @typedef {import("./find.js").Value} Value */

export class Index {
  /** @param {string} address @param {any} root */
  constructor(address, root) {
    this.address = address;
    this.root = root;
    /** Whether the web server gives parts of files; the first one tells. */
    this.givesParts = true;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /** @param {string} address @param {RequestCache} cache */
  static async open(address, cache) {
    try {
      const response = await fetch(address, { cache });
      const root = await response.json();
      if (response.ok && root.form === 6) {
        for (const { leaves } of root.segments) {
          leaves.keys = keysOf(leaves.keys);
          leaves.lengths = (leaves.lengths.match(/.{3}/g) ?? []).map((/** @type {string} */ length) => parseInt(length, 36));
        }
        return new Index(address, root);
      }
    } catch {
      // Told of as any other fault of the index.
    }
    throw new Broken(address);
  }

  /** What is made once of a name. @template T @param {string} name @param {() => Promise<T>} make @returns {Promise<T>} */
  once(name, make) {
    let found = this.known.get(name);
    if (!found) {
      found = make();
      this.known.set(name, found);
      found.catch(() => this.known.delete(name));
    }
    return found;
  }

  /** @param {string} name @param {string} sum @param {number} [start] @param {number} [length] of a part */
  async ask(name, sum, start = 0, length = 0) {
    // Browsers wait with a part of a file until another part of it has come, unless the addresses differ.
    const address = new URL(`${name}-${sum}.bin${length ? `?${start}` : ""}`, new URL(this.address, location.href));
    const headers = length ? { range: `bytes=${start + 4}-${start + length + 3}` } : undefined;
    const response = await fetch(address, { headers }).catch(() => null);
    if (!response?.ok) throw new Broken(name);
    return { isPart: response.status === 206, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  /** The body of a shard. @param {string} name @param {string} sum */
  shard(name, sum) {
    return this.once(name, async () => body(name, (await this.ask(name, sum)).bytes));
  }

  /**
   * A part of a page of a segment's files; the page is read whole where the web server gives no parts.
   * @param {Segment} segment @param {"words" | "postings" | "places" | "hits"} kind @param {number} page @param {number} start @param {number} length
   */
  async part(segment, kind, page, start, length) {
    const name = `${kind}${page}`;
    const sum = segment[kind].slice(page * SUM, page * SUM + SUM);
    if (this.givesParts) {
      const { isPart, bytes } = await this.ask(name, sum, start, length);
      if (isPart && bytes.length !== length) throw new Broken(name);
      if (isPart) return bytes;
      this.givesParts = false;
      this.once(name + sum, async () => body(name, bytes));
    }
    const whole = await this.once(name + sum, async () => body(name, (await this.ask(name, sum)).bytes));
    return whole.subarray(start, start + length);
  }

  /** The body of a compressed shard. @param {string} name @param {string} sum */
  inflated(name, sum) {
    return this.once(`${name} inflated`, async () => inflate(await this.shard(name, sum)));
  }

  /** A leaf of a segment's dictionary. @param {Segment} segment @param {number} number @returns {Promise<Leaf>} */
  leaf(segment, number) {
    return this.once(`leaf ${segment.first} ${number}`, async () => {
      const { lengths, cuts } = segment.leaves;
      let [page, first, start] = [0, 0, 0];
      for (const cut of cuts) if (cut <= number) [page, first] = [page + 1, cut];
      for (const length of lengths.slice(first, number)) start += length;
      const bits = new Bits(await inflate(await this.part(segment, "words", page, start, lengths[number])));
      const count = bits.number();
      /** @type {Leaf} */
      const leaf = { pieces: [], starts: [0, 0, 0, 0].map(() => bits.number()), cuts: [] };
      for (let stream = 0; stream < 2; stream += 1) leaf.cuts.push(Array.from({ length: bits.number() }, () => bits.number()));
      const decoder = new TextDecoder();
      let last = new Uint8Array();
      for (let place = 0; place < count; place += 1) {
        const shared = bits.number();
        const suffix = bits.take(bits.number());
        const bytes = new Uint8Array(shared + suffix.length);
        bytes.set(last.subarray(0, shared));
        bytes.set(suffix, shared);
        last = bytes;
        /** @type {Piece} */
        const piece = { term: decoder.decode(bytes), count: bits.number(), segment, leaf, place, lengths: [bits.number()], tops: [] };
        if (piece.count <= INLINE) {
          piece.inline = bits.take(piece.lengths[0]);
          piece.lengths[0] = 0;
        }
        if (piece.count >= COMMON) piece.tops = Array.from({ length: TOPS }, () => bits.number());
        piece.lengths.push(bits.number());
        leaf.pieces.push(piece);
      }
      if (bits.at !== bits.bytes.length * 8) throw new Broken("words");
      return leaf;
    });
  }

  /** The wanted terms near one, or beginning with it, in the order of the dictionary. @param {string} term @param {(term: string) => boolean} isWanted */
  async entries(term, isWanted, isBeginning = false) {
    /** @type {Segment[]} */
    const segments = this.root.segments;
    const near = await Promise.all(segments.map((segment) => this.pieces(segment, plain(term), isWanted, isBeginning)));
    /** @type {Map<string, Entry>} */
    const found = new Map();
    for (const piece of near.flat()) {
      const entry = found.get(piece.term) ?? { term: piece.term, count: 0, pieces: [] };
      entry.count += piece.count;
      entry.pieces.push(piece);
      found.set(piece.term, entry);
    }
    const order = (/** @type {string} */ one, /** @type {string} */ other) => (one < other ? -1 : Number(one > other));
    return [...found.values()].sort((one, other) => order(plain(one.term), plain(other.term)) || order(one.term, other.term));
  }

  /** @param {Segment} segment @param {string} sought without marks @param {(term: string) => boolean} isWanted @param {boolean} isBeginning */
  async pieces(segment, sought, isWanted, isBeginning) {
    const { keys } = segment.leaves;
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] <= sought) low = middle + 1;
      else high = middle;
    }
    let first = Math.max(low - 1, 0);
    while (first > 0 && keys[first] === sought) first -= 1;
    /** @type {Piece[]} */
    const found = [];
    for (let number = first; number < Math.min(first + LEAVES, keys.length); number += 1) {
      const mayHold = number === first || keys[number] <= sought || (isBeginning && keys[number].startsWith(sought));
      if (!mayHold) break;
      found.push(...(await this.leaf(segment, number)).pieces.filter(({ term }) => isWanted(term)));
    }
    return found;
  }

  /** A term's postings (0) or places (1). @param {Piece} piece @param {number} stream */
  stream({ segment, leaf, place, lengths }, stream) {
    let [page, start, first] = [leaf.starts[stream * 2], leaf.starts[stream * 2 + 1], 0];
    for (const cut of leaf.cuts[stream]) if (cut <= place) [page, start, first] = [page + 1, 0, cut];
    for (const before of leaf.pieces.slice(first, place)) start += before.lengths[stream];
    return this.part(segment, stream ? "places" : "postings", page, start, lengths[stream]);
  }

  /** The records of a term, each with its level. @param {Entry} entry @returns {Promise<Posted>} */
  records(entry) {
    return this.once(`records ${entry.term}`, async () => {
      const bytes = await Promise.all(entry.pieces.map((piece) => piece.inline ?? this.stream(piece, 0)));
      const [records, levels] = [new Uint32Array(entry.count), new Uint8Array(entry.count)];
      let at = 0;
      for (const [place, { count, segment }] of entry.pieces.entries()) {
        const bits = new Bits(bytes[place]);
        const low = lowBits(segment.count, count);
        let next = segment.first;
        for (let number = 0; number < count; number += 1, at += 1) {
          records[at] = next + bits.rice(low);
          levels[at] = bits.rice(0);
          next = records[at] + 1;
        }
        if (next > segment.first + segment.count) throw new Broken("postings");
      }
      return { records, levels };
    });
  }

  /** The places of a term in each of its records. @param {Entry} entry @returns {Promise<number[][]>} */
  places(entry) {
    return this.once(`places ${entry.term}`, async () => {
      const bytes = await Promise.all(entry.pieces.map((piece) => this.stream(piece, 1)));
      return entry.pieces.flatMap(({ count }, place) => {
        const bits = new Bits(bytes[place]);
        const widths = bits.number();
        return Array.from({ length: count }, () => {
          let next = 0;
          return Array.from({ length: bits.rice(widths >> 4) }, () => (next += bits.rice(widths & 15) + 1) - 1);
        });
      });
    });
  }

  /** How a record is shown. @param {number} record @returns {Promise<Hit>} */
  hit(record) {
    return this.once(`hit ${record}`, async () => {
      /** @type {Segment[]} */
      const segments = this.root.segments;
      const segment = segments.findLast(({ first }) => first <= record) ?? segments[0];
      const place = record - segment.first;
      const read = async (/** @type {number} */ start, /** @type {number} */ length) =>
        JSON.parse(new TextDecoder().decode(await this.part(segment, "hits", Math.floor(place / SLOTS), start, length)));
      let row = await read((place % SLOTS) * SLOT, SLOT);
      if (typeof row[0] === "number") row = await read(row[0], row[1]);
      const [path, title, day, stage, outcome, body, case_number, language, lead] = row;
      const unapproved = stage.endsWith("+");
      return { title, address: `${this.root.home}${path}/`, day, stage: unapproved ? stage.slice(0, -1) : stage, unapproved, outcome, body, case_number, language, lead };
    });
  }

  /** The values of a facet, each with its records. @param {string} name @returns {Promise<Value[]>} */
  facet(name) {
    return this.once(`facet ${name}`, async () => {
      const { count: total, years, facets } = this.root;
      if (name === "year") {
        let end = total;
        return years.map((/** @type {[string, number]} */ [year, start]) => {
          const records = Uint32Array.from({ length: end - start }, (_, place) => start + place);
          end = start;
          return { value: year, label: year, records };
        });
      }
      const bits = new Bits(await this.inflated(`facet-${name}`, facets[name]));
      const names = JSON.parse(new TextDecoder().decode(bits.take(bits.number())));
      return names.map((/** @type {[string, string, number]} */ [value, label, count]) => {
        const [records, low] = [new Uint32Array(count), lowBits(total, count)];
        for (let number = 0, next = 0; number < count; number += 1) {
          records[number] = next + bits.rice(low);
          next = records[number] + 1;
        }
        bits.align();
        return { value, label, records };
      });
    });
  }

  /** The first record of a day or later ones. @param {string} day @param {number} more */
  async from(day, more) {
    const number = (/** @type {string} */ text) => {
      const [year, month, of_month] = text.split("-").map(Number);
      return (year * 12 + month - 1) * 31 + of_month - 1;
    };
    const days = await this.once("days read", async () => {
      const bits = new Bits(await this.shard("days", this.root.days));
      let last = bits.number();
      const low = bits.number();
      return Uint32Array.from({ length: this.root.count }, () => (last += bits.rice(low)));
    });
    const place = days.findIndex((/** @type {number} */ each) => each >= number(day) + more);
    return place < 0 ? days.length : place;
  }
}
