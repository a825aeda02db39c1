// The facts of a record as fields of a form: each knows its items, shows what is wrong with it, and says whether it changed.
import { make, showFault } from "./elements.js";
import { words } from "./words.js";

const word = (id) => words[`edit-${id}`];
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @typedef {object} FieldView what the server tells of a fact, see editing.rs
 * @property {string} key @property {string} label @property {string} help @property {string} kind
 * @property {boolean} is_several @property {boolean} is_needed @property {boolean} is_fixed
 * @property {{ label: string }[]} parts @property {{ word: string, label: string, words: string[] }[]} choices @property {string[][]} items
 */

/** One fact. `inputs` give its items. */
export class FactField {
  constructor(/** @type {FieldView} */ view) {
    this.view = view;
    this.key = view.key;
    this.faults = make("ul", { class: "faults", id: `faults-${view.key}` });
    const help = make("p", { class: "note", id: `help-${view.key}` }, view.help, ...this.hint());
    const label = view.label + (view.is_needed ? "" : ` (${word("optional")})`);
    if (view.kind === "group") {
      this.rows = make("div");
      const add = make("button", { type: "button" }, `${word("add")} ${view.label.toLowerCase()}`);
      add.addEventListener("click", () => { const row = this.row([]); this.rows.append(row); this.offerMore(); row.querySelector("input").focus(); });
      this.add = add;
      this.element = make("fieldset", { class: "field group-field" }, make("legend", {}, label), help, this.rows, add, this.faults);
      for (const item of view.items.length > 0 || !view.is_needed ? view.items : [[]]) this.rows.append(this.row(item));
      this.offerMore();
    } else {
      this.input = this.makeInput();
      this.input.id = `field-${view.key}`;
      this.describe(this.input);
      this.element = make("div", { class: "field" }, make("label", { for: this.input.id }, label), help, this.input, this.faults);
    }
    if (view.is_fixed) {
      this.element.querySelectorAll("input, textarea, select, button").forEach((input) => { input.disabled = true; });
      help.append(" ", word("fixed"));
    }
    this.before = JSON.stringify(this.items());
  }

  /** How several values are told apart. */
  hint() {
    const hints = { clauses: word("clauses") };
    const hint = hints[this.view.kind] ?? (this.view.is_several && this.view.kind !== "group" ? word("lines") : null);
    return hint ? [" ", hint] : [];
  }

  describe(input) {
    input.setAttribute("aria-describedby", `help-${this.key} faults-${this.key}`);
  }

  makeInput() {
    const { kind, is_several, items, choices } = this.view;
    const said = items.map(([first]) => first);
    if (kind === "clauses") return make("textarea", { rows: "4" }, said.join("\n\n"));
    if (is_several) return make("textarea", { rows: String(Math.max(2, said.length)) }, said.join("\n"));
    const value = said[0] ?? "";
    if (kind === "text") return make("textarea", { rows: "3" }, value);
    if (kind === "day" && (!value || IS_DAY.test(value))) return make("input", { type: "date", value });
    if (kind === "flag" || kind === "choice") {
      const flag = (id, ...also) => ({ word: word(id), label: word(id), words: [word(id), ...also] });
      const known = kind === "flag" ? [flag("yes", "ja", "yes", "true", "sant"), flag("no", "nej", "no", "false", "falskt")] : choices;
      const plain = value.toLowerCase().replace(/[-_]/g, " ").trim();
      const is = (choice) => choice.words.includes(plain);
      const options = known.map((choice) => make("option", { value: is(choice) ? value : choice.word, selected: is(choice) }, choice.label));
      const other = value && !known.some(is) ? [make("option", { value, selected: true }, value)] : [];
      return make("select", {}, make("option", { value: "" }, word("none")), ...other, ...options);
    }
    return make("input", { type: "text", value, autocomplete: "off" });
  }

  /** One value has no second beside it. */
  offerMore() {
    this.add.hidden = !this.view.is_several && this.rows.children.length > 0;
  }

  /** A value with parts. */
  row(item) {
    const inputs = this.view.parts.map(({ label }, part) => {
      const input = make("input", { type: "text", value: item[part] ?? "", autocomplete: "off" });
      this.describe(input);
      return make("label", {}, label, input);
    });
    const remove = make("button", { type: "button" }, word("remove"));
    const row = make("div", { class: "parts" }, ...inputs, remove);
    remove.addEventListener("click", () => { row.remove(); this.offerMore(); this.rows.dispatchEvent(new Event("input", { bubbles: true })); });
    return row;
  }

  /** @returns {string[][]} */
  items() {
    if (this.view.is_fixed) return this.view.items;
    if (this.rows) {
      const rows = [...this.rows.children].map((row) => [...row.querySelectorAll("input")].map((input) => input.value.trim()));
      return rows.filter((parts) => parts.some(Boolean));
    }
    const { kind, is_several } = this.view;
    const { value } = this.input;
    const parts = kind === "clauses" ? value.split(/\n\s*\n/) : is_several ? value.split("\n") : [value];
    return parts.map((part) => part.trim()).filter(Boolean).map((part) => [part]);
  }

  isChanged() {
    return JSON.stringify(this.items()) !== this.before;
  }

  /** What is wrong with it. */
  show(/** @type {import("./elements.js").Fault[]} */ faults) {
    this.faults.replaceChildren(...faults.map(showFault));
    const isWrong = faults.some((fault) => fault.is_error);
    for (const input of this.element.querySelectorAll("input, textarea, select")) {
      if (isWrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
}

/** A long text: the prose, or a file as a whole. */
export class TextField {
  constructor(key, label, help, value, rows) {
    this.key = key;
    this.faults = make("ul", { class: "faults", id: `faults-${key}` });
    this.input = make("textarea", { id: `field-${key}`, rows: String(rows), class: "prose", "aria-describedby": `help-${key} faults-${key}`, spellcheck: "true" });
    this.input.value = value;
    this.before = this.input.value;
    this.element = make("div", { class: "field" },
      make("label", { for: this.input.id }, label), make("p", { class: "note", id: `help-${key}` }, help), this.input, this.faults);
  }

  isChanged() {
    return this.input.value !== this.before;
  }

  show(faults) {
    this.faults.replaceChildren(...faults.map(showFault));
  }
}
