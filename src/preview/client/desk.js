// The staff desk: every record by what is to be done about it. It follows the register by itself.
import { follow } from "./changes.js";
import { make, showFault } from "./elements.js";
import { language, mayEdit, words } from "./words.js";

const word = (id) => words[`desk-${id}`];
document.documentElement.lang = language;

/** A choice among a few, as buttons of one group. */
function choice(name, legend, values) {
  const options = values.map(([value, text], index) => make(
    "label", {}, make("input", { type: "radio", name, value, checked: index === 0 }), ` ${text}`,
  ));
  return make("fieldset", {}, make("legend", {}, legend), ...options);
}

/** Shows a page as others may see it: narrow, dark, printed, without scripts. */
class View {
  constructor() {
    this.frame = make("iframe", { title: word("view"), hidden: true });
    this.form = make(
      "form", {},
      choice("width", word("view-width"), [["360", word("narrow")], ["", word("wide")]]),
      choice("look", word("look"), [["light", word("light")], ["dark", word("dark")], ["print", word("print")]]),
      choice("scripts", word("scripts"), [["on", word("scripts")], ["off", word("no-scripts")]]),
    );
    this.form.elements.scripts[0].closest("fieldset").querySelector("legend").remove();
    this.form.addEventListener("change", () => this.load());
    this.element = make("section", { class: "view", "aria-labelledby": "view", hidden: true },
      make("h2", { id: "view" }, word("view")), this.form, this.frame);
  }

  show(page) {
    this.page = page;
    this.load();
    this.element.scrollIntoView();
  }

  load() {
    if (!this.page) return;
    const { width, look, scripts } = Object.fromEntries(new FormData(this.form));
    const frame = this.frame.cloneNode();
    frame.hidden = false;
    frame.className = width ? "narrow" : "";
    // A frame that may not run scripts is one without any; it still is of this site, so that its style sheets come.
    if (scripts === "off") frame.setAttribute("sandbox", "allow-same-origin");
    else frame.removeAttribute("sandbox");
    frame.src = `${this.page}?_diarium=${look}`;
    this.frame.replaceWith(frame);
    this.frame = frame;
    this.element.hidden = false;
  }
}

class Desk {
  constructor(main) {
    this.view = new View();
    this.heading = make("h1", {}, word("title"));
    this.home = make("a", { href: "/" }, word("home"));
    this.sum = make("p", { class: "sum", role: "status" });
    this.text = make("input", { type: "search", id: "filter", name: "text", autocomplete: "off" });
    this.asOf = make("input", { type: "text", id: "as-of", name: "as_of", autocomplete: "off", size: "12" });
    this.asOfFault = make("p", { class: "fault", role: "alert" });
    this.clear = make("button", { type: "reset" }, word("as-of-clear"));
    this.asOfForm = make("form", { class: "row" },
      make("label", { for: "as-of" }, word("as-of")), this.asOf,
      make("button", {}, word("as-of-set")), this.clear, this.asOfFault);
    this.groups = make("div");
    const filter = make("form", { class: "row", role: "search" }, make("label", { for: "filter" }, word("filter")), this.text);
    main.append(
      make("header", {}, this.heading, make("p", {}, word("intro"), " ", this.home), this.sum,
        mayEdit ? make("p", {}, make("a", { href: "/_diarium/edit", class: "new" }, words["edit-new"])) : null),
      filter, this.asOfForm, this.groups, this.view.element,
    );
    filter.addEventListener("submit", (event) => event.preventDefault());
    this.text.addEventListener("input", () => this.load());
    this.asOfForm.addEventListener("submit", (event) => { event.preventDefault(); this.setAsOf(this.asOf.value); });
    this.asOfForm.addEventListener("reset", () => this.setAsOf(""));
    follow((news) => {
      if (news.isStopped) this.sum.textContent = words["preview-stopped"];
      else this.load();
    });
  }

  /** Loads what there is now; of several answers under way the last one asked for counts. */
  async load() {
    const asked = this.asked = Symbol("asked");
    const response = await fetch(`/_diarium/desk.json?text=${encodeURIComponent(this.text.value)}`);
    const desk = await response.json();
    if (asked === this.asked) this.show(desk);
  }

  async setAsOf(value) {
    const response = await fetch("/_diarium/as-of", { method: "POST", body: new URLSearchParams({ as_of: value }) });
    this.asOfFault.textContent = response.ok ? "" : word("as-of-invalid");
    this.load();
  }

  show(desk) {
    document.title = `${word("title")} – ${desk.site}`;
    this.home.href = desk.home;
    this.sum.textContent = desk.sum;
    this.clear.hidden = !desk.as_of;
    if (document.activeElement !== this.asOf) this.asOf.value = desk.as_of ?? "";
    const open = new Map([...this.groups.querySelectorAll("details")].map((part) => [part.dataset.name, part.open]));
    const focused = document.activeElement?.closest?.("details")?.dataset.name;
    const groups = desk.groups.map((group) => this.group(group, open.get(group.name)));
    this.groups.replaceChildren(
      ...this.nextBuild(desk.next_build, open.get("next-build")),
      ...(desk.other_faults.length > 0
        ? [make("section", {}, make("h2", {}, word("other-faults")), make("ul", { class: "faults" }, ...desk.other_faults.map(showFault)))] : []),
      ...(groups.length > 0 ? groups : [make("p", {}, word("nothing"))]),
    );
    if (focused) this.groups.querySelector(`details[data-name="${focused}"] summary`)?.focus();
    document.getElementById("desk").removeAttribute("aria-busy");
  }

  group(group, wasOpen) {
    const isOpen = wasOpen ?? !["unchanged", "expired"].includes(group.name);
    return make(
      "details", { class: `group ${group.name}`, "data-name": group.name, open: isOpen },
      make("summary", {}, make("h2", {}, group.title), make("span", { class: "count" }, String(group.count))),
      make("p", { class: "note" }, group.note),
      make("ul", {}, ...group.rows.map((row) => this.row(row))),
      group.more && make("p", {}, group.more),
    );
  }

  row(row) {
    const look = row.page && make("button", { type: "button" }, word("inspect"));
    look?.addEventListener("click", () => this.view.show(row.page));
    const title = row.page ? make("a", { href: row.page }, row.title) : row.title;
    return make(
      "li", {},
      make("p", { class: "title" }, title, row.note && make("span", { class: "when" }, row.note)),
      make("p", { class: "ways" }, row.editor ? make("a", { href: row.editor }, `${words["preview-edit"]} ${row.source}`) : make("span", {}, row.source), look),
      row.faults.length > 0 ? make("ul", { class: "faults" }, ...row.faults.map(showFault)) : null,
    );
  }

  nextBuild(next, wasOpen) {
    const kinds = ["added", "changed", "removed"];
    const amounts = kinds.map((kind) => `${next[kind].count} ${word(kind)}`).join(", ");
    const lists = kinds.filter((kind) => next[kind].count > 0).map((kind) => make(
      "div", {}, make("h3", {}, `${next[kind].count} ${word(kind)}`),
      make("ul", { class: "addresses" }, ...next[kind].first.map((address) => make("li", {}, address)),
        next[kind].count > next[kind].first.length ? make("li", {}, "…") : null),
    ));
    return [make(
      "details", { class: "group next", "data-name": "next-build", open: wasOpen },
      make("summary", {}, make("h2", {}, word("next-build")), make("span", { class: "count" }, next.is_held ? word("held") : amounts)),
      ...lists,
    )];
  }
}

new Desk(document.getElementById("desk"));
