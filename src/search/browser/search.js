// The one function of the search: where the index is, and what is found in it.

import { Search } from "./find.js";
import { PAGE } from "./form.js";
import { Index } from "./index.js";

/** @typedef {import("./find.js").Found} Found */
/** @typedef {import("./find.js").Query} Query */

/** @type {Promise<Index>?} */
let opened = null;
let rootAddress = "";

/** Says where the index is. @param {string} address */
export function open(address, cache = /** @type {RequestCache} */ ("no-cache")) {
  rootAddress = address;
  opened = Index.open(address, cache);
  opened.catch(() => (opened = null));
  return opened;
}

/** After a publication in mid-visit, files that the old index names are gone: it is opened again, once. @param {Query} query @returns {Promise<Found>} */
export async function search(query) {
  const index = await (opened ?? open(rootAddress));
  try {
    return await found(index, query);
  } catch {
    opened = null;
    return found(await open(rootAddress, "reload"), query);
  }
}

/** @param {Index} index @param {Query} query @returns {Promise<Found>} */
async function found(index, query) {
  const search = new Search(index);
  const { filters = {}, from, to, sort, page } = query;
  search.mayGuess = !(from || to || sort || page) && Object.values(filters).every(({ length }) => !length);
  await search.lookFor(query.text);
  const facets = await search.narrow(query);
  const keys = search.sorted(query.sort);
  const shownPage = Math.min(query.page ?? 0, Math.floor(Math.max(keys.length - 1, 0) / PAGE));
  const start = shownPage * PAGE;
  const shown = [...keys.subarray(start, start + PAGE)].map((key) => index.hit(key % 2 ** 24));
  const { replaced, neighbours, isCaseNumber } = search;
  return { total: keys.length, page: shownPage, whole: search.countWhole(), hits: await Promise.all(shown), facets, replaced, neighbours, isCaseNumber };
}

/** The index that is open. */
export const openIndex = () => opened ?? open(rootAddress);
