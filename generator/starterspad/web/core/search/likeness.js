// How alike two words are: one letter apart, one the beginning of the other, or one inside the other.

const SHORTEST_PART = 4;
const SHARED_PART = 0.65;
// A shorter word is another word with one letter changed, and a longer one may hold two mistakes.
const SHORTEST_MISSPELT = 4;
const TWICE_MISSPELT = 8;

/** Returns how a word must begin to be like another, by its beginning. @param {string} word */
export function beginningOf(word) {
  return word.slice(0, Math.max(SHORTEST_PART, Math.ceil(word.length * SHARED_PART)));
}

/**
 * How alike two words are, from 0 to 1: one may begin the other, or stand whole inside it, as in compounds.
 * @param {string} word
 * @param {string} stem
 */
export function likeness(word, stem) {
  const [short, long] = word.length < stem.length ? [word, stem] : [stem, word];
  if (short.length < SHORTEST_PART) return 0;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared++;
  if (shared >= SHORTEST_PART && shared >= word.length * SHARED_PART) return shared / long.length;
  return long.includes(short) ? short.length / long.length / 2 : 0;
}

/** How many letters of a word may be wrong. @param {string} word */
export function mistakesIn(word) {
  if (word.length < SHORTEST_MISSPELT || /^[0-9]/.test(word)) return 0;
  return word.length < TWICE_MISSPELT ? 1 : 2;
}

/**
 * Counts how many letters more, less, other, or two that changed places, make one word of the other.
 * @param {string} left
 * @param {string} right
 * @param {number} most  above this it does not count on
 * @returns {number} Infinity for more than that
 */
export function mistakesBetween(left, right, most) {
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  const [mine, other] = [left.length - same, right.length - same];
  if (!mine && !other) return 0;
  if (!most || Math.abs(mine - other) > most) return Number.POSITIVE_INFINITY;
  const next = (/** @type {number} */ i, /** @type {number} */ j) =>
    mistakesBetween(left.slice(same + i), right.slice(same + j), most - 1);
  const swapped = mine > 1 && left[same] === right[same + 1] && left[same + 1] === right[same];
  return 1 + Math.min(next(1, 1), next(1, 0), next(0, 1), swapped ? next(2, 2) : Number.POSITIVE_INFINITY);
}
