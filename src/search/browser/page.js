// The search page: its address says what is asked for, and whatever is typed or chosen changes the address.

import { Words, find, make } from "./elements.js";
import { Facets } from "./facets.js";
import { Hits } from "./hits.js";
import { openIndex, search } from "./search.js";
import { words } from "./words.js";

/** What the address asks for. @typedef {{text: string, filters: Record<string, string[]>, from: string, to: string, sort: string, page: number}} Asked */

/** How long nothing is typed before it is searched for, in milliseconds. */
const PAUSE = 20;
/** How long the number of hits stands before it is read aloud, in milliseconds: not at every letter. */
const SILENCE = 600;

export class SearchPage {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.words = new Words();
    this.hits = new Hits(this.words);
    this.facets = new Facets(this.words, (change) => this.go(change, true));
    this.field = /** @type {HTMLInputElement} */ (find("text"));
    this.order = /** @type {HTMLSelectElement} */ (find("order"));
    this.days = { from: /** @type {HTMLInputElement} */ (find("from")), to: /** @type {HTMLInputElement} */ (find("to")) };
    this.latest = 0;
    this.typing = 0;
    this.announcing = 0;
  }

  begin() {
    this.listen();
    this.keepScroll();
    this.field.value = this.asked().text;
    this.facets.begin(this.asked());
    find("count").tabIndex = -1;
    this.restore();
  }

  /** @returns {Asked} */
  asked() {
    const asked = new URLSearchParams(location.search);
    const filters = Object.fromEntries(this.facets.names.map((facet) => [facet, asked.getAll(facet)]));
    const get = (/** @type {string} */ name) => asked.get(name) ?? "";
    const page = Math.max(Number.parseInt(get("page"), 10) || 1, 1) - 1;
    return { text: get("q"), filters, from: get("from"), to: get("to"), sort: get("sort"), page };
  }

  /** `isStep`: "back" returns from it. @param {(asked: URLSearchParams) => void} change @param {boolean} isStep */
  go(change, isStep) {
    const asked = new URLSearchParams(location.search);
    asked.delete("page");
    change(asked);
    const address = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
    if (isStep && address !== location.pathname + location.search) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    return this.show();
  }

  /** Shows what the address asks for. */
  async show() {
    const turn = (this.latest += 1);
    const asked = this.asked();
    this.fill(asked);
    const chosen = this.facets.names.filter((facet) => asked.filters[facet].length);
    if (!(asked.text.trim() || asked.from || asked.to || chosen.length)) {
      find("found").hidden = true;
      find("browse").hidden = false;
      find("chips").replaceChildren();
      return;
    }
    const isWordless = asked.text.trim() && !words(asked.text).length;
    if (isWordless && !(asked.from || asked.to || chosen.length)) return this.askForWords(asked.text);
    try {
      const found = await search(asked);
      const index = await openIndex();
      const values = await Promise.all(chosen.map(async (facet) => [facet, await index.facet(facet)]));
      if (turn !== this.latest) return;
      find("narrow").hidden = false;
      find("found").hidden = false;
      this.tell(this.words.sentence(found, asked.text));
      this.hits.show(index.root, found, asked.text);
      this.facets.showChosen(asked, Object.fromEntries(values), this.field);
      const facets = this.facets.open();
      const counted = facets.length ? await search({ ...asked, facets }) : found;
      if (turn === this.latest) this.facets.show(counted.facets, asked);
    } catch {
      if (turn === this.latest) this.fail();
    }
  }

  /** @param {Asked} asked */
  fill(asked) {
    if (document.activeElement !== this.field) this.field.value = asked.text;
    this.order.value = asked.sort;
    this.days.from.value = asked.from;
    this.days.to.value = asked.to;
  }

  /** @param {string} told */
  tell(told) {
    find("count").textContent = told;
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => (find("status").textContent = told), SILENCE);
    document.title = `${told} – ${document.title.split(" – ").at(-1)}`;
  }

  /** What is asked holds no word. @param {string} text */
  askForWords(text) {
    this.tell(this.words.word("no_words", { text: text.trim() }));
    find("hits").replaceChildren();
    for (const id of ["sort", "pager", "advice", "narrow", "meant"]) find(id).hidden = true;
    find("found").hidden = false;
    find("browse").hidden = false;
  }

  fail() {
    const again = make("button", { type: "button" }, this.words.word("try_again"));
    again.addEventListener("click", () => this.show());
    find("count").textContent = this.words.word("failed");
    find("status").textContent = this.words.word("failed");
    find("hits").replaceChildren();
    for (const id of ["sort", "pager", "advice", "narrow"]) find(id).hidden = true;
    find("meant").hidden = false;
    find("meant").replaceChildren(again);
    find("found").hidden = false;
    find("browse").hidden = false;
  }

  listen() {
    const { form, field, order } = this;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.typing);
      this.go((asked) => asked.set("q", field.value), true);
    });
    const set = (/** @type {string} */ name, /** @type {string} */ value) => (/** @type {URLSearchParams} */ asked) =>
      value ? asked.set(name, value) : asked.delete(name);
    field.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.go(set("q", field.value), false), PAUSE);
    });
    order.addEventListener("change", () => this.go(set("sort", order.value), true));
    for (const [name, input] of Object.entries(this.days)) input.addEventListener("change", () => this.go(set(name, input.value), true));
    for (const details of [this.facets.narrow, ...this.facets.groups]) {
      details.addEventListener("toggle", () => this.facets.open().length && this.show());
    }
    document.addEventListener("click", (event) => this.follow(event));
  }

  /** Pages of hits and suggestions are links that can be opened elsewhere; here they need no new page. @param {MouseEvent} event */
  follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a[href^='?']") : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    this.field.value = this.asked().text;
    this.show().then(() => {
      scrollTo(0, 0);
      find("count").focus();
    });
  }

  /** The page is filled by this script, so the browser cannot know how far it was scrolled. */
  keepScroll() {
    history.scrollRestoration = "manual";
    const keep = () => history.replaceState({ scroll: scrollY }, "");
    addEventListener("scrollend", keep);
    addEventListener("pagehide", keep);
    addEventListener("popstate", () => {
      this.field.value = this.asked().text;
      this.restore();
    });
  }

  restore() {
    const scroll = history.state?.scroll ?? 0;
    this.show().then(() => scrollTo(0, scroll));
  }
}
