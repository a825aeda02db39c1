// Elements of the search page, and its words.

/** The part of the search page of a name. @param {string} id */
export const find = (id) => /** @type {HTMLElement} */ (document.getElementById(`search--${id}`));

/** @param {string} name @param {Record<string, string>} properties @param {(Node | string)[]} children */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The page's words, numbers and days, as the theme and the language have them. */
export class Words {
  constructor() {
    this.language = document.documentElement.lang;
    this.plural = new Intl.PluralRules(this.language);
    this.numbers = new Intl.NumberFormat(this.language);
    this.days = new Intl.DateTimeFormat(this.language === "en" ? "en-GB" : this.language, { dateStyle: "long", timeZone: "UTC" });
    const patterns = /** @type {HTMLTemplateElement} */ (find("words")).content.querySelectorAll("p");
    /** @type {Record<string, string>} */
    this.patterns = Object.fromEntries([...patterns].map((p) => [p.dataset.word ?? "", p.textContent ?? ""]));
  }

  /** @param {string} id @param {Record<string, string>} values */
  word(id, values = {}) {
    return (this.patterns[id] ?? "").replace(/\{\w+\}/g, (place) => values[place.slice(1, -1)] ?? "");
  }

  /** @param {number} number */
  number(number) {
    return this.numbers.format(number);
  }

  /** A day in words. @param {string} day */
  day(day) {
    return this.days.format(new Date(`${day}T00:00Z`));
  }

  /** How many records were found. @param {import("./find.js").Found} found @param {string} asked */
  sentence(found, asked) {
    const replaced = (/** @type {string} */ text, /** @type {[string, string]} */ [word, shown]) => text.replace(new RegExp(word, "iu"), () => shown);
    const text = found.replaced.reduce(replaced, asked.trim());
    const values = { text, count: this.number(found.total) };
    const number = this.plural.select(found.total) === "one" ? "one" : "other";
    const some = found.total - found.whole;
    if (text && !found.whole && some) return this.word("hits_few", { ...values, some: this.number(some) });
    if (text && some) return this.word("hits_some", { ...values, whole: this.number(found.whole), some: this.number(some) });
    if (found.total) return this.word(`hits_${text ? "" : "all_"}${number}`, values);
    return this.word(found.isCaseNumber ? "no_case" : text ? "none" : "none_all", values);
  }
}
