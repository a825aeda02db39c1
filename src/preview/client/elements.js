// Elements of the preview's own pages and bar: texts stay texts.

/** @typedef {{ name: string, editor: string }} Place */
/**
 * @typedef {object} Fault
 * @property {boolean} is_here @property {boolean} is_error @property {string} severity @property {string} code
 * @property {string} message @property {?string} help @property {?Place} place @property {Place[]} related
 * @property {?{ number: number, before: string, marked: string, after: string }} line
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

/** A place in a file, which opens the editor if there is one. */
export function placeOf(/** @type {Place} */ { name, editor }) {
  return editor ? make("a", { href: editor, class: "place" }, name) : make("span", { class: "place" }, name);
}

/** A diagnostic as a list item. */
export function showFault(/** @type {Fault} */ fault) {
  const place = fault.place && placeOf(fault.place);
  const line = fault.line && make(
    "pre", {}, `${fault.line.number} │ `, fault.line.before, make("mark", {}, fault.line.marked || " "), fault.line.after,
  );
  return make(
    "li",
    { class: fault.is_error ? "error" : "warning" },
    make("p", {}, make("strong", {}, fault.severity), ` ${fault.message} `, make("code", {}, fault.code)),
    place && make("p", {}, place),
    line,
    ...fault.related.map((other) => make("p", {}, placeOf(other))),
    fault.help && make("p", { class: "help" }, fault.help),
  );
}
