// What the preview adds to a page: it follows what happens to the page, shows a bar and tells what is wrong. It stands
// in an element of its own beside the page's body, so that nothing of the page is changed by it.
import { follow } from "./changes.js";
import { Idiomorph } from "./idiomorph.js";
import { follows, language, words } from "./words.js";

const CLIENT = "/_diarium/preview.js";
const FOLLOWS = "diarium-follows";
const SCROLL = "diarium-scroll";

/** @typedef {{ name: string, editor: string }} Place */
/**
 * @typedef {object} Fault
 * @property {boolean} is_here @property {boolean} is_error @property {string} severity @property {string} code
 * @property {string} message @property {?string} help @property {?Place} place @property {Place[]} related
 * @property {?{ number: number, before: string, marked: string, after: string }} line
 */
/**
 * @typedef {object} State what the server tells of the page, see views.rs
 * @property {number} revision @property {string} digest @property {string} standing
 * @property {string} standing_in_words @property {?Place} source @property {number} errors
 * @property {number} warnings @property {string} sum @property {Fault[]} faults @property {?string} more
 * @property {boolean} is_kept @property {?string} edited
 */

/** An element with its attributes and what is in it; texts are texts. */
export function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...content.filter((part) => part !== null && part !== undefined));
  return element;
}

/** A diagnostic as a list item. */
export function showFault(/** @type {Fault} */ fault) {
  const place = fault.place && make("a", { href: fault.place.editor, class: "place" }, fault.place.name);
  const line = fault.line && make(
    "pre", {}, `${fault.line.number} │ `, fault.line.before, make("mark", {}, fault.line.marked || " "), fault.line.after,
  );
  return make(
    "li",
    { class: fault.is_error ? "error" : "warning" },
    make("p", {}, make("strong", {}, fault.severity), ` ${fault.message} `, make("code", {}, fault.code)),
    place && make("p", {}, place),
    line,
    ...fault.related.map((other) => make("p", {}, make("a", { href: other.editor, class: "place" }, other.name))),
    fault.help && make("p", { class: "help" }, fault.help),
  );
}

/** The bar, and the dialog that tells what is wrong. */
class Bar {
  constructor() {
    this.host = make("diarium-preview", { lang: language });
    const root = this.host.attachShadow({ mode: "open" });
    const style = make("link", { rel: "stylesheet", href: "/_diarium/preview.css" });
    this.standing = make("span", { class: "standing" });
    this.edit = make("a", { class: "edit" });
    this.sum = make("button", { type: "button", class: "sum", "aria-haspopup": "dialog" });
    this.follow = make("input", { type: "checkbox" });
    this.said = make("span", { class: "said", role: "status" });
    this.dialog = this.makeDialog();
    const bar = make(
      "aside", { "aria-label": words["preview-bar"], class: "bar" },
      this.standing, this.edit, this.sum, this.said,
      make("label", {}, this.follow, ` ${words["preview-follow"]}`),
      make("a", { href: "/_diarium/" }, words["preview-desk"]),
    );
    root.append(style, bar, this.dialog);
    this.sum.addEventListener("click", () => this.open());
    this.follow.checked = (sessionStorage.getItem(FOLLOWS) ?? String(follows)) === "true";
    this.follow.addEventListener("change", () => sessionStorage.setItem(FOLLOWS, String(this.follow.checked)));
    // The end of the page is not to stand behind the bar.
    const room = new CSSStyleSheet();
    room.replaceSync("html { padding-block-end: 3rem; scroll-padding-block-end: 3rem } @media print { html { padding: 0 } }");
    document.adoptedStyleSheets.push(room);
    document.documentElement.append(this.host);
    this.shownFaults = "";
  }

  makeDialog() {
    this.list = make("div", { class: "faults" });
    const close = make("button", { type: "button", autofocus: true }, words["preview-close"]);
    const title = make("h2", { id: "title" }, words["preview-faults"]);
    const dialog = make(
      "dialog", { "aria-labelledby": "title" },
      make("header", {}, title, close), make("p", { class: "kept" }, words["preview-kept"]), this.list,
    );
    close.addEventListener("click", () => dialog.close());
    return dialog;
  }

  /** @param {State} state */
  show(state) {
    this.host.dataset.standing = state.standing;
    this.host.dataset.revision = String(state.revision);
    this.standing.textContent = state.standing_in_words;
    this.edit.hidden = !state.source;
    if (state.source) {
      this.edit.href = state.source.editor;
      this.edit.textContent = `${words["preview-edit"]} ${state.source.name}`;
    }
    this.sum.hidden = state.errors + state.warnings === 0;
    this.sum.className = state.errors > 0 ? "sum error" : "sum warning";
    this.sum.textContent = state.sum;
    this.sum.setAttribute("aria-label", `${words["preview-show-faults"]}: ${state.sum}`);
    this.showFaults(state);
  }

  /** Opens by itself when there are errors that were not there before, and closes by itself when they are mended. */
  showFaults(/** @type {State} */ state) {
    const shown = JSON.stringify(state.faults);
    if (shown === this.shownFaults) return;
    const hadErrors = this.hasErrors;
    this.shownFaults = shown;
    this.hasErrors = state.errors > 0;
    const part = (title, faults) => faults.length > 0
      ? [make("h3", {}, title), make("ul", {}, ...faults.map(showFault))] : [];
    this.list.replaceChildren(
      ...part(words["preview-faults-here"], state.faults.filter((fault) => fault.is_here)),
      ...part(words["preview-faults-elsewhere"], state.faults.filter((fault) => !fault.is_here)),
      ...(state.more ? [make("p", {}, state.more)] : []),
    );
    this.dialog.querySelector(".kept").hidden = !state.is_kept;
    if (this.hasErrors) {
      this.open();
    } else {
      this.dialog.close();
      if (hadErrors) this.say(words["preview-mended"]);
    }
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
  }

  say(text) {
    this.said.textContent = text;
  }
}

/** Keeps the page as the server has it. */
class Follower {
  constructor(/** @type {Bar} */ bar) {
    this.bar = bar;
    this.isFirst = true;
    this.digest = client().dataset.page;
    this.work = Promise.resolve();
    document.addEventListener("visibilitychange", () => this.ask(false));
    follow((news) => this.hear(news));
  }

  hear(/** @type {import("./changes.js").News} */ news) {
    if (news.isStopped) {
      this.bar.host.dataset.stopped = "";
      this.bar.say(words["preview-stopped"]);
    } else {
      this.ask(news.isFresh);
    }
  }

  /** Asks what became of the page; one in the background catches up when it is shown. */
  ask(isFresh) {
    if (document.hidden) return;
    const asked = this.asked = Symbol("asked");
    const page = encodeURIComponent(location.pathname);
    const ask = async () => {
      if (asked !== this.asked) return;
      const state = await got(`/_diarium/state.json?page=${page}`, (response) => response.json());
      if (state) await this.take(state, isFresh);
    };
    this.work = this.work.then(ask).catch(() => location.reload());
  }

  /** @param {State} state */
  async take(state, isFresh) {
    if ("stopped" in this.bar.host.dataset) {
      delete this.bar.host.dataset.stopped;
      this.bar.say(words["preview-back"]);
    }
    const isFirst = this.isFirst;
    this.isFirst = false;
    if (!isFirst && isFresh && state.edited && this.bar.follow.checked && state.edited !== location.pathname) {
      location.assign(state.edited);
      return;
    }
    if (state.digest !== this.digest) {
      const html = await got(location.href, (response) => response.text(), true);
      if (html === null) return;
      this.digest = state.digest;
      await this.patch(html);
    }
    this.bar.show(state);
  }

  /** Brings the page up to date in its place where that is possible, else loads it again. */
  async patch(/** @type {string} */ html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    if (scripts(next) !== scripts(document)) {
      reload();
      return;
    }
    await swapStyles(next);
    document.title = next.title;
    if (document.documentElement.lang !== next.documentElement.lang) {
      document.documentElement.lang = next.documentElement.lang;
    }
    morph(document.body, next.body);
  }
}

/** What the server answers; nothing if it stops meanwhile, or refuses where `whatever` its status is not asked for. */
async function got(address, read, whatever = false) {
  try {
    const response = await fetch(address, { cache: "no-store" });
    return response.ok || whatever ? await read(response) : null;
  } catch {
    return null;
  }
}

/** This script's own element. */
const client = () => document.querySelector(`script[src="${CLIENT}"]`);

/** The site's own scripts, as text: a page cannot be patched to have others. */
const scripts = (page) => [...page.querySelectorAll(`script:not([src="${CLIENT}"])`)].map((script) => script.outerHTML).join("\n");

function morph(body, next) {
  if (body.outerHTML === next.outerHTML) return;
  Idiomorph.morph(body, next, {
    morphStyle: "outerHTML",
    restoreFocus: true,
    callbacks: {
      // What the reader has opened stays open, what is written in a field stays there.
      beforeAttributeUpdated: (name, node) => !(name === "open" && node.nodeName === "DETAILS"),
    },
  });
}

/** Puts new style sheets beside the old ones, and takes those away once the new ones have come. */
async function swapStyles(next) {
  const sheets = (page) => [...page.head.querySelectorAll("link[rel=stylesheet]")];
  const old = sheets(document).map((link) => link.getAttribute("href"));
  const wanted = sheets(next).map((link) => link.getAttribute("href"));
  const added = wanted.filter((href) => !old.includes(href));
  await Promise.all(added.map((href) => new Promise((done) => {
    const link = make("link", { rel: "stylesheet", href });
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  })));
  for (const link of sheets(document)) if (!wanted.includes(link.getAttribute("href"))) link.remove();
}

function reload() {
  sessionStorage.setItem(SCROLL, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
  location.reload();
}

function restoreScroll() {
  const kept = JSON.parse(sessionStorage.getItem(SCROLL) ?? "null");
  sessionStorage.removeItem(SCROLL);
  if (kept?.path === location.pathname) scrollTo(kept.x, kept.y);
}

if (client()) {
  restoreScroll();
  new Follower(new Bar());
}
