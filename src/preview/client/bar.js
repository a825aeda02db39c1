// The bar at the end of a page, and the dialog that tells what is wrong. It stands in an element of its own beside the
// page's body, so that nothing of the page is changed by it.
import { make, showFault } from "./elements.js";
import { follows, language, words } from "./words.js";

const FOLLOWS = "diarium-follows";

/**
 * @typedef {object} State what the server tells of the page, see views.rs
 * @property {number} revision @property {string} digest @property {string} standing
 * @property {string} standing_in_words @property {?import("./elements.js").Place} source @property {number} errors
 * @property {number} warnings @property {string} sum @property {import("./elements.js").Fault[]} faults @property {?string} more
 * @property {boolean} is_kept @property {?string} as_of @property {?string} edited
 */

/** The bar, and the dialog that tells what is wrong. */
export class Bar {
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
    this.standing.textContent = [state.as_of, state.standing_in_words].filter(Boolean).join(": ");
    this.edit.hidden = !state.source?.editor;
    if (state.source) {
      this.edit.href = state.source.editor;
      this.edit.replaceChildren(words["preview-edit"], make("span", { class: "name" }, ` ${state.source.name}`));
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
