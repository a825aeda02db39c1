// Text to words, and words to the terms that stand for them. src/search/ has the same rules; tests hold the two equal.

const LONGEST = 40;
const WORD = /(?:(?![\u{10000}-\u{10ffff}])[\p{Alphabetic}\p{N}\p{M}\xad])+/gu;
/** @type {Record<string, string>} */
const LETTERS = { æ: "ä", ø: "ö", ß: "ss", þ: "th", ð: "d", đ: "d", ł: "l", ŋ: "n", ŧ: "t", ı: "i", ς: "σ", "\xad": "" };

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
export const placed = (text) =>
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
export function swedish(word) {
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
