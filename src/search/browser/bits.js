// Numbers in bytes, as the index writes them.

export class Broken extends Error {}

export class Bits {
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at * 8;
  }

  number() {
    for (let value = 0, place = 1; ; place *= 128) {
      const byte = this.bytes[this.at >> 3];
      if (byte === undefined) throw new Broken("too short");
      this.at += 8;
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  }

  /** @param {number} count */
  take(count) {
    const start = this.at >> 3;
    this.at += count * 8;
    if (this.at > this.bytes.length * 8) throw new Broken("too short");
    return this.bytes.subarray(start, start + count);
  }

  /** A number in Rice's code. @param {number} low */
  rice(low) {
    const { bytes } = this;
    let { at } = this;
    let value = 0;
    while (bytes[at >> 3] & (128 >> (at & 7))) {
      value += 1;
      at += 1;
    }
    at += 1;
    for (let place = 0; place < low; place += 1, at += 1) value = (value << 1) | ((bytes[at >> 3] >> (7 - (at & 7))) & 1);
    if (at > bytes.length * 8) throw new Broken("too short");
    this.at = at;
    return value;
  }

  align() {
    this.at = (this.at + 7) & ~7;
  }
}

/** @param {number} total @param {number} count */
export const lowBits = (total, count) => 31 - Math.clz32(Math.max(Math.floor(total / Math.max(count, 1)), 1));
