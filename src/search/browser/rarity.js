// How much terms tell.

/** @typedef {import("./form.js").Entry} Entry */

/** In how many records some terms stand together, each of them counted once a term. @param {{entry: Entry}[]} entries */
export const together = (entries) => entries.reduce((sum, { entry }) => sum + entry.count, 0);

/** How much a term tells. @param {number} total @param {number} count */
export function rarity(total, count) {
  let rest = 1 + total / Math.max(count, 1);
  let number = 0;
  for (; rest >= 2; rest /= 2) number += 1;
  for (let step = 0; step < 4; step += 1) {
    rest *= rest;
    number *= 2;
    if (rest >= 2) {
      rest /= 2;
      number += 1;
    }
  }
  return number;
}
