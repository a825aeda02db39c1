// The hits as they are shown: rows with excerpts, the pages of them, what was perhaps meant.

import { find, make } from "./elements.js";
import { marked, metIn, parts, passageAt, passageOf, showExcerpt, soughtIn } from "./excerpt.js";
import { PAGE } from "./form.js";

/** @typedef {import("./find.js").Found} Found */
/** @typedef {import("./find.js").Hit} Hit */

export class Hits {
  /** @param {import("./elements.js").Words} words */
  constructor(words) {
    this.words = words;
    /** The root of the index that the hits are from. @type {any} */
    this.root = null;
    /** What is asked for once a hit comes into view. @type {WeakMap<Element, () => void>} */
    this.waiting = new WeakMap();
    this.watcher = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        this.watcher.unobserve(target);
        this.waiting.get(target)?.();
      }
    });
  }

  /** @param {any} root @param {Found} found @param {string} text */
  show(root, found, text) {
    const { page } = found;
    this.root = root;
    this.watcher.disconnect();
    const shown = [text, ...found.replaced.map(([, word]) => word)].join(" ");
    const hits = found.hits.map((hit) => this.row(hit, found.isCaseNumber ? "" : shown));
    find("hits").replaceChildren(...hits);
    find("hits").setAttribute("start", String(page * PAGE + 1));
    find("sort").hidden = found.total < 2;
    find("advice").hidden = found.total > 0;
    find("browse").hidden = found.total > 0;
    this.showMeant(found);
    this.showPager(found.total, page);
  }

  /** A hit with its lead; where that does not hold all that is looked for, the record's own page is asked. @param {Hit} hit @param {string} text */
  row(hit, text) {
    const tongue = (hit.language ?? this.words.language).split("-")[0];
    const sought = soughtIn(text, this.root);
    const title = marked(hit.title, tongue, sought);
    const lead = passageOf(hit.lead.split("\n"), tongue, sought);
    const head = make("h3", {}, make("a", { href: hit.address }, ...parts(title)));
    const item = make("li", {}, head, this.facts(hit), make("p", { class: "excerpt" }));
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
      this.waiting.set(item, async () => {
        const found = await passageAt(hit.address, tongue, sought).catch(() => lead);
        if (metIn(found).size > metIn(lead).size) showExcerpt(item, found);
      });
      this.watcher.observe(item);
    }
    return item;
  }

  /** @param {Hit} hit */
  facts(hit) {
    const outcome = hit.outcome && hit.stage === "decided" ? `: ${this.root.outcomes[hit.outcome].toLowerCase()}` : "";
    const facts = make("p", { class: "facts" });
    if (hit.stage !== "none") facts.append(make("span", { class: `stage ${hit.stage}` }, this.root.stages[hit.stage] + outcome), " ");
    if (hit.unapproved) facts.append(make("span", { class: "stage unapproved" }, this.words.word("unapproved")), " ");
    const parts = hit.case_number.map((each) => make("span", { class: "number" }, each));
    if (hit.body) parts.unshift(make("span", {}, hit.body));
    if (hit.day) parts.unshift(make("time", { datetime: hit.day }, this.words.day(hit.day)));
    parts.forEach((part, place) => facts.append(place ? " · " : "", part));
    return facts;
  }

  /** What is shown in the place of words that no record holds, or the numbers near one that is nobody's. @param {Found} found */
  showMeant({ replaced, neighbours }) {
    const meant = find("meant");
    meant.hidden = !replaced.length && !neighbours.length;
    const link = (/** @type {string} */ text, /** @type {string} */ shown) => {
      const other = new URLSearchParams(location.search);
      other.set("q", text);
      other.delete("page");
      return make("a", { href: `?${other}` }, shown);
    };
    const told = replaced.flatMap(([asked, shown]) => {
      const sentence = this.words.word("replaced", { shown });
      return [sentence, " ", this.words.word("asked"), " ", link(`"${asked}"`, asked), "? "];
    });
    const offered = neighbours.flatMap((number, place) => [place ? ", " : `${this.words.word("meant")} `, link(number, number)]);
    meant.replaceChildren(...told, ...offered, offered.length ? "?" : "");
  }

  /** @param {number} total @param {number} page */
  showPager(total, page) {
    const pages = Math.ceil(total / PAGE);
    const pager = find("pager");
    pager.hidden = pages < 2;
    const { words } = this;
    const link = (/** @type {number} */ to, /** @type {string} */ name, /** @type {string} */ rel) => {
      const asked = new URLSearchParams(location.search);
      asked.set("page", String(to + 1));
      return make("li", {}, make("a", { href: `?${asked}`, rel }, words.word(name)));
    };
    const items = [make("li", {}, words.word("page_of", { page: words.number(page + 1), pages: words.number(pages) }))];
    if (page > 0) items.unshift(link(page - 1, "previous", "prev"));
    if (page + 1 < pages) items.push(link(page + 1, "next", "next"));
    pager.replaceChildren(make("ul", {}, ...items));
  }
}
