// The passage of a record that holds most of what is looked for, with marks.

import { Broken } from "./bits.js";
import { read, withoutSmall } from "./question.js";
import { synonymsOf } from "./synonyms.js";
import { placed, soughtOf, stem } from "./words.js";

/** @typedef {import("./index.js").Index} Index */

const BEFORE = 60;
const LONGEST_EXCERPT = 220;
const PASSAGES = ".clauses li, .clauses > p:not(.facts, .note), .summary p:not(.note), .prose :is(p, li, td, th, h2, h3, h4, h5, h6)";

/** A word that is looked for: the terms that stand for it or a synonym, and the text that words may begin with. @typedef {{terms: ReturnType<typeof soughtOf>[], beginning: string?}} Sought */
/** A line of a record, with where it holds what is looked for, and which of it. @typedef {{line: string, marks: {which: number, start: number, end: number}[]}} Passage */

/** What an excerpt is to show of a text. @param {string} text @param {Index["root"]} root @returns {Sought[]} */
export const soughtIn = (text, { small, synonyms, tongues }) =>
  withoutSmall(read(text).wanted, small).flatMap(({ words, isBeginning }) =>
    words.map((word) => ({
      terms: [word, ...synonymsOf(word, synonyms, tongues).flatMap((other) => other.split(" "))].map((each) => soughtOf(each, tongues)),
      beginning: isBeginning ? word : null,
    })),
  );

/** Whether a word is what is looked for: by its term, as a compound, or by its beginning. @param {string} word @param {string} term @param {Sought} sought */
const isMet = (word, term, { terms, beginning }) =>
  terms.some(({ exact, worth }) => worth(term) || [...exact].some((each) => each.length > 3 && word.includes(each))) ||
  (beginning && word.startsWith(beginning));

/** @param {string} line @param {string} tongue @param {Sought[]} sought @returns {Passage} */
export function marked(line, tongue, sought) {
  line = line.normalize("NFC").replace(/\s+/g, " ").trim();
  const marks = placed(line).flatMap(({ word, start, end }) => {
    const term = stem(word, tongue);
    const which = sought.findIndex((each) => isMet(word, term, each));
    return which < 0 ? [] : [{ which, start, end }];
  });
  return { line, marks };
}

/** Which of what is looked for some passages hold. @param {Passage[]} passages */
export const metIn = (...passages) => new Set(passages.flatMap(({ marks }) => marks.map(({ which }) => which)));

/** The line that holds most of what is looked for. @param {string[]} lines @param {string} tongue @param {Sought[]} sought */
export function passageOf(lines, tongue, sought) {
  let best = marked(lines[0] ?? "", tongue, sought);
  for (const line of lines.slice(1)) {
    const other = marked(line, tongue, sought);
    if (metIn(other).size > metIn(best).size) best = other;
  }
  return best;
}

/** The passage on a record's own page. @param {string} address @param {string} tongue @param {Sought[]} sought */
export async function passageAt(address, tongue, sought) {
  const response = await fetch(address);
  if (!response.ok) throw new Broken(address);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return passageOf([...page.querySelectorAll(PASSAGES)].map(({ textContent }) => textContent ?? ""), tongue, sought);
}

/** A part of a passage with its marks. @param {Passage} passage @param {number} from @param {number} to @returns {(Node | string)[]} */
export function parts({ line, marks }, from = 0, to = line.length) {
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
export function showExcerpt(hit, passage) {
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
