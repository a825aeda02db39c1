// What is asked for: words, "exact phrases", -not, case numbers.

import { words } from "./words.js";

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
