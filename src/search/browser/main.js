// What a page of the site loads to search: the search page is wired where there is one, and programs have one function.

import { SearchPage } from "./page.js";
import { open, search } from "./search.js";

export { open, search };

const form = /** @type {HTMLFormElement?} */ (globalThis.document?.getElementById("search--form") ?? null);
if (form) {
  open(form.dataset.index ?? "").catch(() => {});
  new SearchPage(form).begin();
}
