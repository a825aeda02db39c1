// What records score for all that is looked for: each thing by its rarity, the sum by the share of the question that a record covers.

/** What records score for one thing: nought where they do not hold it. @typedef {{scores: Uint32Array, told: number, isRequired: boolean}} Scored */

export class Tally {
  /** @param {number} total */
  constructor(total) {
    this.sums = new Float64Array(total);
    this.covered = new Float64Array(total);
    this.isOut = new Uint8Array(total);
    this.whole = 0;
    /** Whether something is looked for that no record holds. */
    this.lacksSome = false;
  }

  /** @param {Scored} scored */
  add({ scores, told, isRequired }) {
    this.whole += told;
    for (let record = 0; record < scores.length; record += 1) {
      if (scores[record]) {
        this.sums[record] += scores[record];
        this.covered[record] += told;
      } else if (isRequired) this.isOut[record] = 1;
    }
  }

  /** @param {Uint32Array} scores */
  exclude(scores) {
    scores.forEach((score, record) => score && (this.isOut[record] = 1));
  }

  /** One more than what each record scores, nought for what was not found; and which of them hold all that is looked for. */
  finish() {
    const { sums, covered, isOut, whole, lacksSome } = this;
    const asksNothing = !whole && !lacksSome;
    const matches = new Float64Array(sums.length);
    const isWhole = new Uint8Array(sums.length);
    for (let record = 0; record < sums.length; record += 1) {
      if (isOut[record] || !(asksNothing || covered[record])) continue;
      matches[record] = 1 + (whole ? Math.floor((sums[record] * covered[record]) / whole) : 0);
      isWhole[record] = Number(covered[record] === whole && !lacksSome);
    }
    return { matches, isWhole };
  }
}
