// @ts-check
// Searches the site's index of small files. src/search/ makes the index by the same rules; tests hold the two equal.

// Text to words, words to terms

const LONGEST = 40;
const WORD = /(?:(?![\u{10000}-\u{10ffff}])[\p{Alphabetic}\p{N}\p{M}\xad])+/gu;
/** @type {Record<string, string>} */
const LETTERS = { æ: "ä", ø: "ö", ß: "ss", þ: "th", ð: "d", đ: "d", ł: "l", ς: "σ", "\xad": "" };

/** @param {string} word */
function fold(word) {
  const lower = word.toLowerCase();
  if (/^[a-z0-9åäö]*$/.test(lower)) return lower.slice(0, LONGEST);
  const letters = [...lower].map((letter) =>
    "åäö".includes(letter) ? letter : (LETTERS[letter] ?? letter.normalize("NFD").replace(/\p{M}/gu, "")),
  );
  return [...letters.join("")].slice(0, LONGEST).join("");
}

/** @param {string} text in composed form */
const placed = (text) =>
  [...text.matchAll(WORD)]
    .map((match) => ({ word: fold(match[0]), start: match.index, end: match.index + match[0].length }))
    .filter(({ word }) => word);

/** @param {string} text */
export const words = (text) => placed(text.normalize("NFC")).map(({ word }) => word);

/** A word without the marks of å, ä and ö. @param {string} word */
export const plain = (word) => word.replace(/[åä]/g, "a").replace(/ö/g, "o");

/** The longest of some endings that a text has. @param {string} text @param {string[]} endings */
const ending = (text, endings) =>
  endings.reduce((best, each) => (each.length > best.length && text.endsWith(each) ? each : best), "");

const list = (/** @type {string} */ text) => text.split(" ");
const SWEDISH = list(
  "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas " +
    "es ades andes ens arens hetens erns at andet het ast s",
);

/** The stem of a Swedish word, by the Snowball rules. @param {string} word */
function swedish(word) {
  if (word.length < 3) return word;
  const region = /[aeiouyäåö][^aeiouyäåö]/.exec(word);
  const start = region ? Math.max(region.index + 2, 3) : word.length;
  const cut = (/** @type {number} */ count) => (word = word.slice(0, word.length - count));
  const tail = () => word.slice(start);
  const first = ending(tail(), SWEDISH);
  if (first !== "s" || /[bcdfghjklmnoprtvy]s$/.test(word)) cut(first.length);
  if (/(dd|gd|nn|dt|gt|kt|tt)$/.test(tail())) cut(1);
  const last = ending(tail(), ["lig", "ig", "els", "löst", "fullt"]);
  cut(last.length > 3 ? 1 : last.length);
  return word;
}

/** @type {Record<string, string>} */
const EXCEPTIONS = {
  skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl", ugly: "ugli",
  early: "earli", only: "onli", singly: "singl", sky: "sky", news: "news", howe: "howe", atlas: "atlas",
  cosmos: "cosmos", bias: "bias", andes: "andes",
};
const KEPT = list("inning outing canning herring earring proceed exceed succeed");
/** @type {Record<string, string>} */
const SECOND = {
  tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize", ational: "ate",
  ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous", ousness: "ous",
  iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", ogi: "og", fulli: "ful", lessli: "less", li: "",
};
/** @type {Record<string, string>} */
const THIRD = {
  tional: "tion", ational: "ate", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "",
};
const FOURTH = list("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion");
const SHORT = /(^|.)([aeiouy])([^aeiouy])$/;

/** @param {string} word */
const isShort = (word) => /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word);

/** The stem of an English word, by the Snowball rules (Porter 2). @param {string} word */
function english(word) {
  if (Object.hasOwn(EXCEPTIONS, word)) return EXCEPTIONS[word];
  if (word.length < 3) return word;
  word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const begins = /^(gener|commun|arsen)/.exec(word)?.[0].length;
  const region = (/** @type {number} */ from) => {
    const met = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return met ? from + met.index + 2 : word.length;
  };
  const first = begins ?? region(0);
  const second = region(first);
  const swap = (/** @type {string} */ end, /** @type {string} */ by) => (word = word.slice(0, word.length - end.length) + by);
  const stands = (/** @type {string} */ end, /** @type {number} */ from) => end && word.length - end.length >= from;

  if (word.endsWith("sses")) swap("es", "");
  else if (/ie[sd]$/.test(word)) swap("ies", word.length > 4 ? "i" : "ie");
  else if (/[^us]s$/.test(word) && /[aeiouy]/.test(word.slice(0, -2))) swap("s", "");
  if (KEPT.includes(word)) return word;

  const end = ending(word, ["eed", "eedly", "ed", "edly", "ing", "ingly"]);
  if (end.startsWith("ee")) {
    if (stands(end, first)) swap(end, "ee");
  } else if (end && /[aeiouy]/.test(word.slice(0, -end.length))) {
    swap(end, "");
    if (/(at|bl|iz)$/.test(word)) word += "e";
    else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) swap("x", "");
    else if (word.length <= first && isShort(word)) word += "e";
  }
  if (/.[^aeiouy][yY]$/.test(word)) swap("y", "i");

  let last = ending(word, Object.keys(SECOND));
  if (stands(last, first)) {
    const before = word[word.length - last.length - 1];
    if (last === "ogi" ? before === "l" : last !== "li" || /[cdeghkmnrt]/.test(before)) swap(last, SECOND[last]);
  }
  last = ending(word, Object.keys(THIRD));
  if (stands(last, last === "ative" ? second : first)) swap(last, THIRD[last]);
  last = ending(word, FOURTH);
  if (stands(last, second) && (last !== "ion" || /[st]ion$/.test(word))) swap(last, "");
  if (word.endsWith("e")) {
    if (stands("e", second) || (stands("e", first) && !isShort(word.slice(0, -1)))) swap("e", "");
  } else if (word.endsWith("ll") && stands("l", second)) swap("l", "");
  return word.replaceAll("Y", "y");
}

/** The stem of a folded word. @param {string} word @param {string} tongue */
export const stem = (word, tongue) => (tongue === "sv" ? swedish(word) : tongue === "en" ? english(word) : word);

/** What an article or an ending follows, where the rules for stems keep it or take more than it. @type {Record<string, string>} */
const FOLLOWED = { n: "a i o u y å ä ö el er or", t: "e", na: "e", et: "", met: "m", men: "m", en: "and", er: "or i", erna: "or i" };

/** The words that a Swedish word may be a form of; which one is a word, the register tells. @param {string} word */
function bases(word) {
  const bare = word.replace(/s$/, "");
  const without = Object.entries(FOLLOWED).flatMap(([ending, before]) => {
    const base = bare.slice(0, -ending.length);
    const isForm = bare.endsWith(ending) && base.length > 2 && list(before).some((end) => base.endsWith(end));
    return isForm ? base : [];
  });
  return [word, bare, ...without];
}

/** The endings of a word's forms that tell: the articles, and those before which the rules leave its end alone. @param {string} word */
function endings(word) {
  if (word.endsWith("a")) return ["n"];
  if (word.endsWith("e")) return ["t", "na"];
  if (/[iouyåäö]$/.test(word)) return ["n", "t"];
  if (/(el|er|or)$/.test(word)) return ["n", "en", "et"];
  return word.endsWith("m") ? ["en", "et", "men", "met"] : ["en", "et"];
}

/** The stems of the forms that a Swedish word may have. @param {string} word */
function forms(word) {
  const own = swedish(word);
  if (word.length < 3 || !/^\p{Alphabetic}+$/u.test(word)) return [own];
  const article = /or(na)?s?$/.test(word) ? "an" : /ena?s?$/.test(word) ? "et" : null;
  const formed = bases(word).flatMap((base) => [base, ...endings(base).map((ending) => base + ending)].map(swedish));
  return [own, swedish(own), ...(article ? [own + article] : []), ...formed];
}

/** A plain word with a mark on one of the letters that an ending may have. @param {string} word */
const withAMark = (word) =>
  [...word].flatMap((letter, place) => {
    const marked = place < word.length - 8 ? null : { a: "å", o: "ö" }[letter];
    return marked ? [word.slice(0, place) + marked + word.slice(place + 1)] : [];
  });

/** The terms that stand for a word. @param {string} word @param {string[]} tongues */
export function soughtOf(word, tongues) {
  const isSwedish = tongues.includes("sv");
  const isPlain = plain(word) === word;
  const exact = new Set([...tongues.map((tongue) => stem(word, tongue)), ...(isSwedish ? forms(word) : [])]);
  const near = new Set([...exact, ...(isSwedish && isPlain ? withAMark(word).flatMap(forms) : [])].map(plain));
  /** What a term counts that stands for the word. @param {string} term */
  const worth = (term) => (exact.has(term) ? 2 : isPlain && near.has(plain(term)) ? 1 : 0);
  return { exact, near, worth };
}

// What is asked for

/** @typedef {{words: string[], isBeginning: boolean}} Wanted */

/** A text with every kind of white space as a blank. @param {string} text */
const withBlanks = (text) => text.replace(/[\s\x85]/g, " ");

/** Reads words, "exact phrases" and -not. @param {string} text */
export function read(text) {
  /** @type {Wanted[]} */
  const required = [];
  /** @type {Wanted[]} */
  const excluded = [];
  text = withBlanks(text);
  for (const match of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+)|(?=\s|$))/g)) {
    const [whole, minus, quoted, bare] = match;
    if (!whole) continue;
    const found = words(quoted ?? bare ?? "");
    if (!found.length) continue;
    if (minus) excluded.push({ words: found, isBeginning: false });
    else if (quoted !== undefined) required.push({ words: found, isBeginning: false });
    else {
      found.forEach((word) => required.push({ words: [word], isBeginning: false }));
      required[required.length - 1].isBeginning = match.index + whole.length === text.length;
    }
  }
  return { required, excluded };
}

/** A text as a case number: the key to look up, and whether it can be nothing else. @param {string} text */
export function caseNumber(text) {
  const bare = withBlanks(text).trim().replace(/^dnr[.:]? /i, "");
  const parts = (bare.match(/\d+|(?:(?!\d)[\p{Alphabetic}\p{N}])+/gu) ?? []).map((part) =>
    part.toUpperCase().replace(/^0+(?=.)/, ""),
  );
  if (bare.includes('"') || parts.length > 6 || !parts.some((part) => /^\d/.test(part))) return null;
  const isDay = parts.length === 3 && /^\d{4}-\d\d?-\d\d?$/.test(parts.join("-"));
  const isCertain = !isDay && /^\p{Alphabetic}{0,6}\s*\d+(?:[/:.–-]\d+)+$/u.test(bare);
  return { key: parts.join("-"), isCertain };
}

// The index

const INLINE = 2;
/** Terms of so many records say which so many they are worth most in. */
const COMMON = 128;
const TOPS = 10;
/** How many bytes the slot of a hit has, and how many slots a file. */
const SLOT = 384;
const SLOTS = 256;
const BEGINNINGS = 12;
const LEAVES = 3;
const PAGE = 10;

class Broken extends Error {}

class Bits {
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at * 8;
  }

  number() {
    for (let value = 0, place = 1; ; place *= 128) {
      const byte = this.bytes[this.at >> 3];
      if (byte === undefined) throw new Broken("too short");
      this.at += 8;
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  }

  /** @param {number} count */
  take(count) {
    const start = this.at >> 3;
    this.at += count * 8;
    if (this.at > this.bytes.length * 8) throw new Broken("too short");
    return this.bytes.subarray(start, start + count);
  }

  /** A number in Rice's code. @param {number} low */
  rice(low) {
    const { bytes } = this;
    let { at } = this;
    let value = 0;
    while (bytes[at >> 3] & (128 >> (at & 7))) {
      value += 1;
      at += 1;
    }
    at += 1;
    for (let place = 0; place < low; place += 1, at += 1) value = (value << 1) | ((bytes[at >> 3] >> (7 - (at & 7))) & 1);
    if (at > bytes.length * 8) throw new Broken("too short");
    this.at = at;
    return value;
  }

  align() {
    this.at = (this.at + 7) & ~7;
  }
}

/** @param {number} total @param {number} count */
const lowBits = (total, count) => 31 - Math.clz32(Math.max(Math.floor(total / Math.max(count, 1)), 1));

/** In how many records some terms stand together, each of them counted once a term. @param {{entry: Entry}[]} entries */
const together = (entries) => entries.reduce((sum, { entry }) => sum + entry.count, 0);

/** How much a term tells. @param {number} total @param {number} count */
function rarity(total, count) {
  let rest = 1 + total / Math.max(count, 1);
  let number = 0;
  for (; rest >= 2; rest /= 2) number += 1;
  for (let step = 0; step < 4; step += 1) {
    rest *= rest;
    number *= 2;
    if (rest >= 2) {
      rest /= 2;
      number += 1;
    }
  }
  return number;
}

/** A term in a segment. @typedef {{term: string, count: number, segment: Segment, leaf: Leaf, place: number, lengths: number[], inline?: Uint8Array, tops: number[]}} Piece */
/** A term in every segment that has it. @typedef {{term: string, count: number, pieces: Piece[]}} Entry */
/** @typedef {{pieces: Piece[], starts: number[], cuts: number[][]}} Leaf */
/** @typedef {{records: Uint32Array, levels: Uint8Array}} Posted */
/** @typedef {{first: number, count: number, words: string, postings: string, places: string, hits: string, leaves: {keys: string[], lengths: number[], cuts: number[]}}} Segment */

/** What stands behind a shard's check sum. @param {string} name @param {Uint8Array} bytes */
function body(name, bytes) {
  let sum = 0x811c9dc5;
  for (let at = 4; at < bytes.length; at += 1) sum = Math.imul(sum ^ bytes[at], 0x01000193);
  if (bytes.length < 4 || new DataView(bytes.buffer).getUint32(0, true) !== sum >>> 0) throw new Broken(name);
  return bytes.subarray(4);
}

/** @param {Uint8Array} bytes */
async function inflate(bytes) {
  const stream = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A mark before a key says by its place here how many letters the key shares with the one before. */
const MARKS = "!$%&'()*+,./:;<=>?@[]^_`{|}~";

/** @param {string} text */
function keysOf(text) {
  /** @type {string[]} */
  const keys = [];
  for (const letter of text) {
    const shared = MARKS.indexOf(letter);
    if (shared < 0) keys[keys.length - 1] += letter;
    else keys.push((keys.at(-1) ?? "").slice(0, shared));
  }
  return keys;
}

class Index {
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
      if (response.ok && root.form === 2) {
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
    const sum = segment[kind].slice(page * 8, page * 8 + 8);
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
      const [id, title, date, stage, outcome, body, case_number, language, lead] = row;
      return { title, address: `${this.root.home}${date.slice(0, 4)}/${id}/`, date, stage, outcome, body, case_number, language, lead };
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

// Finding

/** @typedef {{title: string, address: string, date: string, stage: string, outcome: string?, body: string?, case_number: string[], language: string?, lead: string}} Hit */
/** @typedef {{value: string, label: string, records: Uint32Array}} Value */
/** @typedef {{text: string, filters?: Record<string, string[]>, from?: string, to?: string, sort?: string, page?: number, facets?: string[]}} Query */
/** @typedef {{total: number, hits: Hit[], facets: Record<string, {value: string, label: string, count: number}[]>, suggestion: string?, isCaseNumber: boolean}} Found */

/** The words of one meaning with a word, in any form of it. @param {string} word @param {string[][]} groups @param {string[]} tongues */
function synonymsOf(word, groups, tongues) {
  if (!groups.length) return [];
  const { exact } = soughtOf(word, tongues);
  const isSame = (/** @type {string} */ other) => [...soughtOf(other, tongues).exact].some((each) => exact.has(each));
  return groups.flatMap((group) => (group.some(isSame) ? group.filter((other) => !isSame(other)) : []));
}

class Search {
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

/** The nearest word by itself or by its stem: the fewest slips, then the commonest, then the first. @param {string} word @param {string[]} lines */
function nearest(word, lines) {
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

/** @type {Promise<Index>?} */
let opened = null;
let rootAddress = "";

/** Says where the index is. @param {string} address */
export function open(address, cache = /** @type {RequestCache} */ ("no-cache")) {
  rootAddress = address;
  opened = Index.open(address, cache);
  opened.catch(() => (opened = null));
  return opened;
}

/** After a publication in mid-visit, files that the old index names are gone: it is opened again, once. @param {Query} query @returns {Promise<Found>} */
export async function search(query) {
  const index = await (opened ?? open(rootAddress));
  try {
    return await found(index, query);
  } catch {
    opened = null;
    return found(await open(rootAddress, "reload"), query);
  }
}

/** @param {Index} index @param {Query} query @returns {Promise<Found>} */
async function found(index, query) {
  const search = new Search(index);
  const { filters = {}, from, to, sort, page } = query;
  search.mayGuess = !(from || to || sort || page) && Object.values(filters).every(({ length }) => !length);
  const isCaseNumber = await search.lookUpCase(query.text);
  if (!isCaseNumber) await search.lookFor(query.text);
  const facets = await search.narrow(query);
  const keys = search.sorted(query.sort);
  const start = (query.page ?? 0) * PAGE;
  const shown = [...keys.subarray(start, start + PAGE)].map((key) => index.hit(key % 2 ** 24));
  const suggestion = keys.length || isCaseNumber ? null : await search.suggestion(query.text);
  return { total: keys.length, hits: await Promise.all(shown), facets, suggestion, isCaseNumber };
}

// Excerpts

const BEFORE = 60;
const LONGEST_EXCERPT = 220;
const PASSAGES = ".clauses li, .clauses > p:not(.facts, .note), .summary p:not(.note), .prose :is(p, li, td, th, h2, h3, h4, h5, h6)";

/** A word that is looked for: the terms that stand for it or a synonym, and the text that words may begin with. @typedef {{terms: ReturnType<typeof soughtOf>[], beginning: string?}} Sought */
/** A line of a record, with where it holds what is looked for, and which of it. @typedef {{line: string, marks: {which: number, start: number, end: number}[]}} Passage */

/** What an excerpt is to show of a text. @param {string} text @param {Index["root"]} root @returns {Sought[]} */
const soughtIn = (text, { synonyms, tongues }) =>
  read(text).required.flatMap(({ words, isBeginning }) =>
    words.map((word) => ({
      terms: [word, ...synonymsOf(word, synonyms, tongues)].map((each) => soughtOf(each, tongues)),
      beginning: isBeginning ? word : null,
    })),
  );

/** Whether a word is what is looked for: by its term, as a compound, or by its beginning. @param {string} word @param {string} term @param {Sought} sought */
const isMet = (word, term, { terms, beginning }) =>
  terms.some(({ exact, worth }) => worth(term) || [...exact].some((each) => each.length > 3 && word.includes(each))) ||
  (beginning && word.startsWith(beginning));

/** @param {string} line @param {string} tongue @param {Sought[]} sought @returns {Passage} */
function marked(line, tongue, sought) {
  line = line.normalize("NFC").replace(/\s+/g, " ").trim();
  const marks = placed(line).flatMap(({ word, start, end }) => {
    const term = stem(word, tongue);
    const which = sought.findIndex((each) => isMet(word, term, each));
    return which < 0 ? [] : [{ which, start, end }];
  });
  return { line, marks };
}

/** Which of what is looked for some passages hold. @param {Passage[]} passages */
const metIn = (...passages) => new Set(passages.flatMap(({ marks }) => marks.map(({ which }) => which)));

/** The line that holds most of what is looked for. @param {string[]} lines @param {string} tongue @param {Sought[]} sought */
function passageOf(lines, tongue, sought) {
  let best = marked(lines[0] ?? "", tongue, sought);
  for (const line of lines.slice(1)) {
    const other = marked(line, tongue, sought);
    if (metIn(other).size > metIn(best).size) best = other;
  }
  return best;
}

/** The passage on a record's own page. @param {string} address @param {string} tongue @param {Sought[]} sought */
async function passageAt(address, tongue, sought) {
  const response = await fetch(address);
  if (!response.ok) throw new Broken(address);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return passageOf([...page.querySelectorAll(PASSAGES)].map(({ textContent }) => textContent ?? ""), tongue, sought);
}

/** A part of a passage with its marks. @param {Passage} passage @param {number} from @param {number} to @returns {(Node | string)[]} */
function parts({ line, marks }, from = 0, to = line.length) {
  /** @type {(Node | string)[]} */
  const parts = [];
  for (const { start, end } of marks) {
    if (start < from || end > to) continue;
    const mark = document.createElement("mark");
    mark.textContent = line.slice(start, end);
    parts.push(line.slice(from, start), mark);
    from = end;
  }
  return [...parts, line.slice(from, to)];
}

/** @param {HTMLElement} hit @param {Passage} passage */
function showExcerpt(hit, passage) {
  const { line, marks } = passage;
  const place = marks[0]?.start ?? 0;
  const from = place > BEFORE ? line.indexOf(" ", place - BEFORE) + 1 || place : 0;
  let to = line.length;
  if (to - from > LONGEST_EXCERPT) to = Math.max(line.lastIndexOf(" ", from + LONGEST_EXCERPT), marks[0]?.end ?? 0);
  const shown = [from > 0 ? "… " : "", ...parts(passage, from, to), to < line.length ? " …" : ""];
  hit.querySelector(".excerpt")?.replaceChildren(...shown);
  if (marks.length) {
    const words = line.slice(place).split(" ").slice(0, 5).join(" ").replace(/[^\p{L}\p{N}]+$/u, "");
    const link = /** @type {HTMLAnchorElement} */ (hit.querySelector("a"));
    link.hash = `:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
  }
}

// The page

const FACETS = ["year", "body", "topic", "stage", "outcome", "proposer"];
const OPEN = ["body", "stage"];
/** How many values of a facet are shown before all are asked for. */
const FEW = 12;

/** Wires the search page. @param {HTMLFormElement} form */
function wire(form) {
  const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(`search--${id}`));
  const field = /** @type {HTMLInputElement} */ (find("text"));
  const order = /** @type {HTMLSelectElement} */ (find("order"));
  const days = { from: /** @type {HTMLInputElement} */ (find("from")), to: /** @type {HTMLInputElement} */ (find("to")) };
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });
  const patterns = Object.fromEntries(
    [.../** @type {HTMLTemplateElement} */ (find("words")).content.querySelectorAll("p")].map((p) => [p.dataset.word, p.textContent]),
  );
  /** @param {string} id @param {Record<string, string>} values */
  const word = (id, values = {}) => (patterns[id] ?? "").replace(/\{\w+\}/g, (/** @type {string} */ place) => values[place.slice(1, -1)] ?? "");
  /** @type {Set<string>} */
  const whole = new Set();
  let latest = 0;
  let typing = 0;
  let announcing = 0;
  /** @type {Index["root"]} */
  let root = null;

  const state = () => {
    const asked = new URLSearchParams(location.search);
    const filters = Object.fromEntries(FACETS.map((facet) => [facet, asked.getAll(facet)]));
    const get = (/** @type {string} */ name) => asked.get(name) ?? "";
    const page = Math.max(Number.parseInt(get("page"), 10) || 1, 1) - 1;
    return { text: get("q"), filters, from: get("from"), to: get("to"), sort: get("sort"), page };
  };

  /** `isStep`: "back" returns from it. @param {(asked: URLSearchParams) => void} change @param {boolean} isStep */
  function go(change, isStep) {
    const asked = new URLSearchParams(location.search);
    asked.delete("page");
    change(asked);
    const address = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
    if (isStep && address !== location.pathname + location.search) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    return show();
  }

  /** @param {string} name @param {Record<string, string>} properties @param {(Node | string)[]} children */
  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** What is asked for once a hit comes into view. @type {WeakMap<Element, () => void>} */
  const waiting = new WeakMap();
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      waiting.get(target)?.();
    }
  });

  /** A hit with its lead; where that does not hold all that is looked for, the record's own page is asked. @param {Hit} hit @param {string} text */
  function row(hit, text) {
    const stage = root.stages[hit.stage] + (hit.outcome && hit.stage === "decided" ? `: ${root.outcomes[hit.outcome].toLowerCase()}` : "");
    const facts = make("p", { class: "facts" }, make("span", { class: `stage ${hit.stage}` }, stage), " ");
    facts.append(make("time", { datetime: hit.date }, day.format(new Date(`${hit.date}T00:00Z`))));
    if (hit.body) facts.append(` · ${hit.body}`);
    for (const each of hit.case_number) facts.append(" · ", make("span", { class: "number" }, each));
    const tongue = (hit.language ?? language).split("-")[0];
    const sought = soughtIn(text, root);
    const title = marked(hit.title, tongue, sought);
    const lead = passageOf(hit.lead.split("\n"), tongue, sought);
    const head = make("h3", {}, make("a", { href: hit.address }, ...parts(title)));
    const item = make("li", {}, head, facts, make("p", { class: "excerpt" }));
    showExcerpt(item, lead);
    if (hit.language) {
      for (const part of [head, item.lastElementChild]) {
        part?.setAttribute("lang", hit.language);
        part?.setAttribute("dir", "auto");
      }
    }
    const known = metIn(title, lead, marked(hit.body ?? "", tongue, sought)).size;
    if (known < sought.length) {
      item.lastElementChild?.classList.add("waiting");
      waiting.set(item, async () => {
        const found = await passageAt(hit.address, tongue, sought).catch(() => lead);
        if (metIn(found).size > metIn(lead).size) showExcerpt(item, found);
      });
      watcher.observe(item);
    }
    return item;
  }

  /** @param {Found} found @param {ReturnType<typeof state>} asked */
  function sentence(found, asked) {
    const text = asked.text.trim();
    const values = { text, count: number.format(found.total) };
    if (found.total) return word(`hits_${text ? "" : "all_"}${plural.select(found.total) === "one" ? "one" : "other"}`, values);
    return word(found.isCaseNumber ? "no_case" : text ? "none" : "none_all", values);
  }

  /** @param {Found} found @param {ReturnType<typeof state>} asked */
  function showHits(found, asked) {
    const told = sentence(found, asked);
    find("count").textContent = told;
    clearTimeout(announcing);
    announcing = setTimeout(() => (find("status").textContent = told), 600);
    document.title = `${told} – ${document.title.split(" – ").at(-1)}`;
    watcher.disconnect();
    const hits = found.hits.map((hit) => row(hit, found.isCaseNumber ? "" : asked.text));
    find("hits").replaceChildren(...hits);
    find("hits").setAttribute("start", String(asked.page * PAGE + 1));
    find("sort").hidden = found.total < 2;
    find("advice").hidden = found.total > 0;
    find("browse").hidden = found.total > 0;
    const meant = find("meant");
    meant.hidden = !found.suggestion;
    if (found.suggestion) {
      const other = new URLSearchParams(location.search);
      other.set("q", found.suggestion);
      other.delete("page");
      const link = make("a", { href: `?${other}` }, found.suggestion);
      meant.replaceChildren(`${word("meant")} `, link, "?");
    }
    showPager(found.total, asked.page);
  }

  /** @param {number} total @param {number} page */
  function showPager(total, page) {
    const pages = Math.ceil(total / PAGE);
    const pager = find("pager");
    pager.hidden = pages < 2;
    const link = (/** @type {number} */ to, /** @type {string} */ name, /** @type {string} */ rel) => {
      const asked = new URLSearchParams(location.search);
      asked.set("page", String(to + 1));
      return make("li", {}, make("a", { href: `?${asked}`, rel }, word(name)));
    };
    const items = [make("li", {}, word("page_of", { page: number.format(page + 1), pages: number.format(pages) }))];
    if (page > 0) items.unshift(link(page - 1, "previous", "prev"));
    if (page + 1 < pages) items.push(link(page + 1, "next", "next"));
    pager.replaceChildren(make("ul", {}, ...items));
  }

  /** @param {ReturnType<typeof state>} asked @param {Record<string, Value[]>} values */
  function showChips(asked, values) {
    const chip = (/** @type {string} */ label, /** @type {(asked: URLSearchParams) => void} */ change) => {
      const button = make("button", { type: "button", "aria-label": word("remove", { filter: label }) }, label, make("span", { "aria-hidden": "true" }, " ×"));
      button.addEventListener("click", () => go(change, true).then(() => find("count").focus()));
      return make("li", {}, button);
    };
    const chips = FACETS.flatMap((facet) =>
      asked.filters[facet].map((value) => {
        const label = values[facet]?.find((each) => each.value === value)?.label ?? value;
        return chip(label, (asked) => asked.delete(facet, value));
      }),
    );
    for (const end of /** @type {const} */ (["from", "to"])) {
      if (asked[end]) chips.push(chip(`${word(end)} ${asked[end]}`, (asked) => asked.delete(end)));
    }
    if (chips.length > 1) {
      const clear = make("button", { type: "button", class: "clear" }, word("clear"));
      clear.addEventListener("click", () =>
        go((asked) => [...FACETS, "from", "to"].forEach((name) => asked.delete(name)), true).then(() => field.focus()),
      );
      chips.push(make("li", {}, clear));
    }
    find("chips").replaceChildren(...chips);
  }

  const groups = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("[data-facet]")]);
  const narrow = /** @type {HTMLDetailsElement} */ (find("narrow"));
  const openFacets = () => (narrow.open ? groups.filter(({ open }) => open).map(({ dataset }) => dataset.facet ?? "") : []);

  /** @param {Found["facets"]} facets @param {ReturnType<typeof state>} asked */
  function showFacets(facets, asked) {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
    const held = [focused?.name, focused?.value];
    for (const group of groups) {
      const name = group.dataset.facet ?? "";
      if (!facets[name]) continue;
      const chosen = asked.filters[name];
      const values = facets[name].filter(({ value, count }) => count || chosen.includes(value));
      const isLong = values.length > FEW && !whole.has(name);
      if (name !== "year" && isLong) values.sort((one, other) => other.count - one.count);
      const shown = isLong ? values.filter(({ value }, place) => place < FEW || chosen.includes(value)) : values;
      const items = shown.map(({ value, label, count }) => {
        const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", name, value }));
        box.checked = chosen.includes(value);
        box.addEventListener("change", () => go((asked) => (box.checked ? asked.append(name, value) : asked.delete(name, value)), true));
        return make("li", {}, make("label", {}, box, ` ${label} `, make("span", { class: "count" }, number.format(count))));
      });
      if (isLong) {
        const more = make("button", { type: "button" }, `${word("more_values")} (${number.format(values.length)})`);
        more.addEventListener("click", () => {
          whole.add(name);
          showFacets({ [name]: facets[name] }, asked);
          /** @type {HTMLElement?} */ (group.querySelector("input"))?.focus();
        });
        items.push(make("li", {}, more));
      }
      group.querySelector("ul")?.replaceChildren(...items);
    }
    if (held[0]) {
      const again = groups.flatMap((group) => [...group.querySelectorAll("input")]).find(({ name, value }) => name === held[0] && value === held[1]);
      if (focused && !focused.isConnected) again?.focus();
    }
  }

  function fail() {
    const again = make("button", { type: "button" }, word("try_again"));
    again.addEventListener("click", () => show());
    find("count").textContent = word("failed");
    find("status").textContent = word("failed");
    find("hits").replaceChildren();
    for (const id of ["sort", "pager", "advice", "narrow"]) find(id).hidden = true;
    find("meant").hidden = false;
    find("meant").replaceChildren(again);
    find("found").hidden = false;
    find("browse").hidden = false;
  }

  /** Shows what the address asks for. */
  async function show() {
    const turn = (latest += 1);
    const asked = state();
    if (document.activeElement !== field) field.value = asked.text;
    order.value = asked.sort;
    days.from.value = asked.from;
    days.to.value = asked.to;
    const isAsked = asked.text.trim() || asked.from || asked.to || FACETS.some((facet) => asked.filters[facet].length);
    if (!isAsked) {
      find("found").hidden = true;
      find("browse").hidden = false;
      find("chips").replaceChildren();
      return;
    }
    try {
      const found = await search(asked);
      const index = await /** @type {Promise<Index>} */ (opened);
      const chosen = FACETS.filter((facet) => asked.filters[facet].length);
      const values = await Promise.all(chosen.map(async (facet) => [facet, await index.facet(facet)]));
      if (turn !== latest) return;
      root = index.root;
      find("narrow").hidden = false;
      find("found").hidden = false;
      showHits(found, asked);
      showChips(asked, Object.fromEntries(values));
      const facets = openFacets();
      const counted = facets.length ? await search({ ...asked, facets }) : found;
      if (turn === latest) showFacets(counted.facets, asked);
    } catch {
      if (turn === latest) fail();
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    go((asked) => asked.set("q", field.value), true);
  });
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => go((asked) => (field.value ? asked.set("q", field.value) : asked.delete("q")), false), 20);
  });
  order.addEventListener("change", () => go((asked) => (order.value ? asked.set("sort", order.value) : asked.delete("sort")), true));
  for (const [name, input] of Object.entries(days)) {
    input.addEventListener("change", () => go((asked) => (input.value ? asked.set(name, input.value) : asked.delete(name)), true));
  }
  for (const details of [narrow, ...groups]) details.addEventListener("toggle", () => openFacets().length && show());
  // Pages of hits and suggestions are links that can be opened elsewhere; here they need no new page.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='?']") : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    field.value = state().text;
    show().then(() => {
      scrollTo(0, 0);
      find("count").focus();
    });
  });

  // The page is filled by this script, so the browser cannot know how far it was scrolled.
  history.scrollRestoration = "manual";
  const keepScroll = () => history.replaceState({ scroll: scrollY }, "");
  addEventListener("scrollend", keepScroll);
  addEventListener("pagehide", keepScroll);
  const restore = () => {
    const scroll = history.state?.scroll ?? 0;
    show().then(() => scrollTo(0, scroll));
  };
  addEventListener("popstate", () => {
    field.value = state().text;
    restore();
  });
  field.value = state().text;
  narrow.open = matchMedia("(min-width: 60em)").matches;
  for (const group of groups) {
    const name = group.dataset.facet ?? "";
    group.open = state().filters[name].length > 0 || OPEN.includes(name);
  }
  find("count").tabIndex = -1;
  restore();
}

const form = /** @type {HTMLFormElement?} */ (globalThis.document?.getElementById("search--form") ?? null);
if (form) {
  open(form.dataset.index ?? "").catch(() => {});
  wire(form);
}
