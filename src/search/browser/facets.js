// What narrows a search: the values of each facet, and those that are chosen.

import { find, make } from "./elements.js";

/** @typedef {import("./find.js").Found} Found */
/** @typedef {import("./find.js").Value} Value */
/** @typedef {import("./page.js").Asked} Asked */
/** Changes what is asked for. @typedef {(change: (asked: URLSearchParams) => void) => Promise<void>} Go */

/** How many values of a facet are shown before all are asked for. */
const FEW = 12;

export class Facets {
  /** @param {import("./elements.js").Words} words @param {Go} go */
  constructor(words, go) {
    this.words = words;
    this.go = go;
    this.groups = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("[data-facet]")]);
    /** The names of all facets, as the theme has them. */
    this.names = this.groups.map(({ dataset }) => dataset.facet ?? "");
    this.narrow = /** @type {HTMLDetailsElement} */ (find("narrow"));
    /** The facets whose values are all shown. @type {Set<string>} */
    this.whole = new Set();
  }

  /** Opens what the theme opens, and what something is chosen in. @param {Asked} asked */
  begin(asked) {
    this.narrow.open = matchMedia("(min-width: 60em)").matches;
    this.groups.forEach((group, place) => {
      group.open = asked.filters[this.names[place]].length > 0 || group.dataset.open !== undefined;
    });
  }

  /** The names of the facets whose values are in view. */
  open() {
    return this.narrow.open ? this.names.filter((_, place) => this.groups[place].open) : [];
  }

  /** @param {Found["facets"]} facets @param {Asked} asked */
  show(facets, asked) {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
    const held = [focused?.name, focused?.value];
    this.groups.forEach((group, place) => {
      const name = this.names[place];
      if (facets[name]) group.querySelector("ul")?.replaceChildren(...this.items(group, name, facets[name], asked));
    });
    if (held[0] && focused && !focused.isConnected) {
      const boxes = this.groups.flatMap((group) => [...group.querySelectorAll("input")]);
      boxes.find(({ name, value }) => name === held[0] && value === held[1])?.focus();
    }
  }

  /** @param {HTMLElement} group @param {string} name @param {Found["facets"][string]} found @param {Asked} asked */
  items(group, name, found, asked) {
    const chosen = asked.filters[name];
    const values = found.filter(({ value, count }) => count || chosen.includes(value));
    const isLong = values.length > FEW && !this.whole.has(name);
    if (name !== "year" && isLong) values.sort((one, other) => other.count - one.count);
    const shown = isLong ? values.filter(({ value }, place) => place < FEW || chosen.includes(value)) : values;
    const items = shown.map((value) => this.item(name, value, chosen));
    if (isLong) {
      const more = make("button", { type: "button" }, `${this.words.word("more_values")} (${this.words.number(values.length)})`);
      more.addEventListener("click", () => {
        this.whole.add(name);
        this.show({ [name]: found }, asked);
        /** @type {HTMLElement?} */ (group.querySelector("input"))?.focus();
      });
      items.push(make("li", {}, more));
    }
    return items;
  }

  /** @param {string} name @param {Found["facets"][string][number]} found @param {string[]} chosen */
  item(name, { value, label, count }, chosen) {
    const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", name, value }));
    box.checked = chosen.includes(value);
    box.addEventListener("change", () => this.go((asked) => (box.checked ? asked.append(name, value) : asked.delete(name, value))));
    return make("li", {}, make("label", {}, box, ` ${label} `, make("span", { class: "count" }, this.words.number(count))));
  }

  /** What is chosen, each with a button that takes it away. @param {Asked} asked @param {Record<string, Value[]>} values @param {HTMLElement} field */
  showChosen(asked, values, field) {
    const chips = this.names.flatMap((facet) =>
      asked.filters[facet].map((value) => {
        const label = values[facet]?.find((each) => each.value === value)?.label ?? value;
        return this.chip(label, (asked) => asked.delete(facet, value));
      }),
    );
    for (const end of /** @type {const} */ (["from", "to"])) {
      if (asked[end]) chips.push(this.chip(`${this.words.word(end)} ${asked[end]}`, (asked) => asked.delete(end)));
    }
    if (chips.length > 1) {
      const clear = make("button", { type: "button", class: "clear" }, this.words.word("clear"));
      const all = [...this.names, "from", "to"];
      clear.addEventListener("click", () => this.go((asked) => all.forEach((name) => asked.delete(name))).then(() => field.focus()));
      chips.push(make("li", {}, clear));
    }
    find("chips").replaceChildren(...chips);
  }

  /** @param {string} label @param {(asked: URLSearchParams) => void} change */
  chip(label, change) {
    const cross = make("span", { "aria-hidden": "true" }, " ×");
    const button = make("button", { type: "button", "aria-label": this.words.word("remove", { filter: label }) }, label, cross);
    button.addEventListener("click", () => this.go(change).then(() => find("count").focus()));
    return make("li", {}, button);
  }
}
