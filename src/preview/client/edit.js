// The form in which a record is edited: what is wrong is told beside each field as it is typed, and nothing is written until
// somebody saves, never over what others changed meanwhile.
import { make, showFault } from "./elements.js";
import { FactField, TextField } from "./fields.js";
import { language, words } from "./words.js";

const word = (id) => words[`edit-${id}`];
/** How long typing rests before the form is checked. */
const REST = 300;
/** The facts that are shown at once when a record is new; the rest is folded. */
const FIRST = ["title", "date", "proposer", "recommendation", "body", "case_number", "stage", "decision", "decided_on", "outcome", "topics"];

document.documentElement.lang = language;

class Form {
  constructor(main) {
    this.main = main;
    this.path = new URLSearchParams(location.search).get("path");
    this.status = make("p", { class: "sum", role: "status" });
    this.others = make("ul", { class: "faults" });
    this.element = make("form", { class: "edit", novalidate: true });
    this.element.addEventListener("input", () => this.rest());
    this.element.addEventListener("submit", (event) => { event.preventDefault(); this.save(); });
    addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); this.save(); }
    });
    addEventListener("beforeunload", (event) => { if (this.isChanged()) event.preventDefault(); });
  }

  async load() {
    const query = this.path ? `?path=${encodeURIComponent(this.path)}` : "";
    const response = await fetch(`/_diarium/form.json${query}`);
    this.main.removeAttribute("aria-busy");
    if (!response.ok) {
      this.main.replaceChildren(make("h1", {}, word("form")), make("p", {}, word("missing")), make("p", {}, make("a", { href: "/_diarium/" }, words["preview-desk"])));
      return;
    }
    this.show(await response.json());
    await this.check();
  }

  show(view) {
    this.view = view;
    this.isWhole = view.text !== null;
    this.fields = this.isWhole ? [] : view.fields.map((field) => new FactField(field));
    this.prose = this.isWhole
      ? new TextField("text", word("raw"), word("raw-help"), view.text, 30)
      : new TextField("prose", word("prose"), word("prose-help"), view.prose, 24);
    const isFirst = (field) => FIRST.includes(field.key) || field.items().length > 0;
    const more = this.fields.filter((field) => !isFirst(field));
    const save = make("button", { class: "save" }, word("save"));
    const discard = make("button", { type: "button" }, word("discard"));
    discard.addEventListener("click", () => this.leave());
    const title = view.path ?? word("new-title");
    document.title = `${title} – ${word("form")}`;
    this.page = make("a", { href: view.page ?? "/", hidden: !view.page }, word("show"));
    this.element.replaceChildren(
      ...this.fields.filter(isFirst).map((field) => field.element),
      more.length > 0 ? make("details", { class: "more" }, make("summary", {}, make("h2", {}, word("optional-more"))), ...more.map((field) => field.element)) : "",
      this.prose.element, this.others,
      make("div", { class: "row save-row" }, save, discard, this.status),
    );
    this.main.replaceChildren(
      make("header", {}, make("h1", {}, word(view.path ? "form" : "new")),
        make("p", {}, make("code", {}, title)),
        make("p", {}, make("a", { href: "/_diarium/" }, words["preview-desk"]), " ", this.page),
        view.path ? null : make("p", { class: "note" }, word("new-help"))),
      this.element,
    );
    const first = new URLSearchParams(location.search).get("field");
    document.getElementById(`field-${first ?? "title"}`)?.focus();
  }

  /** What is to be written: only what changed. */
  wanted() {
    const { path, digest } = this.view;
    if (this.isWhole) return { path, digest, text: this.prose.input.value };
    const isNew = !path;
    const changed = this.fields.filter((field) => !field.view.is_fixed && (field.isChanged() || (isNew && field.items().length > 0)));
    const facts = Object.fromEntries(changed.map((field) => [field.key, field.items()]));
    const prose = this.prose.isChanged() || isNew ? { prose: this.prose.input.value } : {};
    return { path, digest, facts, ...prose };
  }

  isChanged() {
    return Boolean(this.view) && !this.isSaved && [...this.fields, this.prose].some((field) => field.isChanged());
  }

  rest() {
    this.isSaved = false;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.check(), REST);
  }

  async ask(what) {
    const response = await fetch(`/_diarium/${what}`, { method: "POST", body: JSON.stringify(this.wanted()) });
    return response.ok ? response.json() : { faults: [], reason: "refused" };
  }

  async check() {
    const asked = this.asked = Symbol("asked");
    const outcome = await this.ask("check");
    if (asked !== this.asked) return;
    this.tell(outcome);
    if (!outcome.reason) this.say(this.isChanged() ? word("unsaved") : this.count(outcome));
  }

  /** Whether anything is wrong. */
  count(outcome) {
    return outcome.faults.length > 0 ? "" : word("sound");
  }

  async save() {
    clearTimeout(this.resting);
    this.asked = Symbol("asked");
    const outcome = await this.ask("save");
    this.tell(outcome);
    if (outcome.reason) return;
    this.isSaved = true;
    if (outcome.path !== this.view.path) {
      location.replace(`/_diarium/edit?path=${encodeURIComponent(outcome.path)}&saved`);
      return;
    }
    await this.refresh();
    this.say(word("saved"));
  }

  /** Takes what was written as what there was, without a change to what is on the screen. */
  async refresh() {
    const response = await fetch(`/_diarium/form.json?path=${encodeURIComponent(this.view.path)}`);
    if (!response.ok) return;
    const view = await response.json();
    if ((view.text !== null) !== this.isWhole) { this.show(view); return; }
    this.view.digest = view.digest;
    for (const field of [...this.fields, this.prose]) field.before = field.items ? JSON.stringify(field.items()) : field.input.value;
    this.page.hidden = !view.page;
    if (view.page) this.page.href = view.page;
  }

  /** Shows what is wrong beside the fields that it is about. */
  tell(outcome) {
    const fields = [...this.fields, this.prose];
    const of = (key) => outcome.faults.filter((fault) => fault.field === key);
    for (const field of fields) field.show(of(field.key));
    const known = new Set(fields.map((field) => field.key));
    this.others.replaceChildren(...outcome.faults.filter((fault) => !known.has(fault.field)).map(showFault));
    for (const part of this.element.querySelectorAll("details.more")) part.open ||= Boolean(part.querySelector(".faults li.error"));
    if (outcome.reason) this.say(word(outcome.reason), outcome.reason === "conflict");
  }

  say(text, isConflict = false) {
    this.status.replaceChildren(text);
    this.status.classList.toggle("fault", isConflict);
    if (isConflict) {
      const again = make("a", { href: location.href }, word("discard"));
      again.addEventListener("click", (event) => { event.preventDefault(); this.isSaved = true; location.reload(); });
      this.status.append(" ", again);
    }
  }

  leave() {
    if (this.isChanged() && !confirm(word("leave"))) return;
    this.isSaved = true;
    location.assign(this.view.page ?? "/_diarium/");
  }
}

const form = new Form(document.getElementById("edit"));
await form.load();
if (new URLSearchParams(location.search).has("saved")) form.say(word("saved"));
