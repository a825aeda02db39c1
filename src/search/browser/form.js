// The form of the index: what both who make it and who read it must agree on.

import { Broken } from "./bits.js";

export const INLINE = 2;
/** Terms of so many records say which so many they are worth most in. */
export const COMMON = 128;
export const TOPS = 10;
/** How many letters name what a file holds. */
export const SUM = 13;
/** How many bytes the slot of a hit has, and how many slots a file. */
export const SLOT = 384;
export const SLOTS = 256;
export const BEGINNINGS = 12;
export const LEAVES = 3;
export const PAGE = 10;
/** How many bits any level takes, and the highest level. */
export const LEVELS = 4;
export const TOP_LEVEL = 11;


/** A term in a segment. @typedef {{term: string, count: number, segment: Segment, leaf: Leaf, place: number, lengths: number[], inline?: Uint8Array, tops: number[]}} Piece */
/** A term in every segment that has it. @typedef {{term: string, count: number, pieces: Piece[]}} Entry */
/** @typedef {{pieces: Piece[], starts: number[], cuts: number[][]}} Leaf */
/** @typedef {{records: Uint32Array, levels: Uint8Array}} Posted */
/** @typedef {{first: number, count: number, words: string, postings: string, places: string, hits: string, leaves: {keys: string[], lengths: number[], cuts: number[]}}} Segment */


/** What stands behind a shard's check sum. @param {string} name @param {Uint8Array} bytes */
export function body(name, bytes) {
  let sum = 0x811c9dc5;
  for (let at = 4; at < bytes.length; at += 1) sum = Math.imul(sum ^ bytes[at], 0x01000193);
  if (bytes.length < 4 || new DataView(bytes.buffer).getUint32(0, true) !== sum >>> 0) throw new Broken(name);
  return bytes.subarray(4);
}

/** @param {Uint8Array} bytes */
export async function inflate(bytes) {
  const stream = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A mark before a key says by its place here how many letters the key shares with the one before. */
const MARKS = "!$%&'()*+,./:;<=>?@[]^_`{|}~";

/** @param {string} text */
export function keysOf(text) {
  /** @type {string[]} */
  const keys = [];
  for (const letter of text) {
    const shared = MARKS.indexOf(letter);
    if (shared < 0) keys[keys.length - 1] += letter;
    else keys.push((keys.at(-1) ?? "").slice(0, shared));
  }
  return keys;
}
