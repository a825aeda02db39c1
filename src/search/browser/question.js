// What is asked for: words, "exact phrases", -not, and what may be a record's number.

import { words } from "./words.js";

/** What may be a record's number: its key alone, and with the word before it. @typedef {{key: string, withWord: string?, isPhrase: boolean}} MayBeNumber */
/** A phrase may be one word as it is. @typedef {{words: string[], isBeginning: boolean, isPhrase?: boolean, number?: MayBeNumber}} Wanted */

/** The most letters before a number that may belong to it, and the most parts of a number. */
const LONGEST_PREFIX = 6;
const MOST_PARTS = 6;

/** How many things are looked for at once: whoever pastes a page is answered by its beginning. */
const MOST_WANTED = 48;

/** A text with every kind of white space as a blank. @param {string} text */
const withBlanks = (text) => text.replace(/[\s\x85]/g, " ");

/** The parts of a number: runs of letters in capitals, runs of digits without leading zeros. @param {string} text */
const partsOf = (text) =>
  (text.match(/\d+|(?:(?!\d)[\p{Alphabetic}\p{N}])+/gu) ?? []).map((part) => part.toUpperCase().replace(/^0+(?=.)/, ""));

/** @param {string[]} parts */
const mayBeNumber = (parts) => parts.length <= MOST_PARTS && parts.some((part) => /^\d/.test(part));

/** A piece with digits in it as what may be a number. @param {string} piece @param {Wanted | undefined} before @param {boolean} isPhrase @returns {MayBeNumber | undefined} */
function numberOf(piece, before, isPhrase) {
  const parts = partsOf(piece);
  if (!mayBeNumber(parts)) return undefined;
  const key = parts.join("-");
  const word = before && !before.number && !before.isPhrase && !isPhrase ? before.words[0] : "";
  const mayBelong = word && [...word].length <= LONGEST_PREFIX && /^\p{Alphabetic}+$/u.test(word);
  return { key, withWord: mayBelong ? `${partsOf(word).join("-")}-${key}` : null, isPhrase };
}

/** Each of some words as wanted; the last may be the beginning of a longer one. @param {string[]} words @param {boolean} isBeginning @returns {Wanted[]} */
const eachWord = (words, isBeginning) =>
  words.map((word, place) => ({ words: [word], isBeginning: isBeginning && place + 1 === words.length }));

/** Reads words, "exact phrases" and -not. @param {string} text */
export function read(text) {
  /** @type {Wanted[]} */
  const wanted = [];
  /** @type {Wanted[]} */
  const excluded = [];
  text = withBlanks(text);
  for (const match of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+)|(?=\s|$))/g)) {
    const [whole, minus, quoted, bare] = match;
    if (!whole) continue;
    const piece = quoted ?? bare ?? "";
    const found = words(piece);
    if (!found.length) continue;
    const isQuoted = quoted !== undefined;
    const isBeginning = !minus && !isQuoted && match.index + whole.length === text.length;
    const number = minus ? undefined : numberOf(piece, wanted.at(-1), isQuoted);
    if (minus) excluded.push({ words: found, isBeginning, isPhrase: found.length > 1 });
    else if (number) wanted.push({ words: found, isBeginning, number });
    else if (isQuoted) wanted.push({ words: found, isBeginning, isPhrase: true });
    else wanted.push(...eachWord(found, isBeginning));
  }
  return { wanted, excluded };
}

/** What is wanted, without the small words where something else is. @param {Wanted[]} wanted @param {string[]} small */
export function withoutSmall(wanted, small) {
  const telling = wanted.filter(({ words, number, isPhrase }) => number || isPhrase || !small.includes(words[0]));
  return (telling.length ? telling : wanted).slice(0, MOST_WANTED);
}

/** What is wanted where a number is nobody's. @param {Wanted} wanted @returns {Wanted[]} */
export function asText({ words, isBeginning, number }) {
  if (number?.isPhrase) return [{ words, isBeginning: false, isPhrase: true }];
  return eachWord(words, isBeginning);
}

/** The keys a record's case number is found by. @param {string} caseNumber */
export function keysOfNumber(caseNumber) {
  const parts = partsOf(caseNumber);
  const digits = parts.filter((part) => /^\d/.test(part));
  if (!digits.length) return [];
  const keys = [parts.join("-")];
  if (digits.length > 1 && digits.length < parts.length) keys.push(digits.join("-"));
  if (parts.length > 1) keys.push(digits[digits.length - 1]);
  const first = parts.findIndex((part) => /^\d/.test(part));
  if (digits.length > 1 && first > 0) keys.push(parts.slice(0, first + 1).join("-"));
  return keys;
}

/** A text as a case number: the key to look up, and whether it can be nothing else. @param {string} text */
export function caseNumber(text) {
  const bare = withBlanks(text).trim().replace(/^dnr[.:]? /i, "");
  const parts = partsOf(bare);
  if (bare.includes('"') || !mayBeNumber(parts)) return null;
  const isDay = parts.length === 3 && /^\d{4}-\d\d?-\d\d?$/.test(parts.join("-"));
  const isCertain = !isDay && /^\p{Alphabetic}{0,6}\s*\d+(?:[/:.–-]\d+)+$/u.test(bare);
  return { key: parts.join("-"), isCertain };
}
