// Reads the columns of a decision model: numbers in a text, a character each. `rules/columns.py` writes them.
/** @import {Model} from "../model-types.js" */

// The first character, and how many halves of pairs stand among the characters.
const [FIRST, PAIRS, HALVES] = [35, 0xd800, 0x800];

/** @param {string} text */
export function numbersIn(text) {
  const numbers = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = Number(text.codePointAt(at));
    numbers[count++] = code - FIRST - (code < PAIRS ? 0 : HALVES);
    if (code > 0xffff) at += 1;
  }
  return numbers.subarray(0, count);
}

/** Returns where each of what is counted begins, and where the last ends. @param {Uint32Array} counts */
export function startsOf(counts) {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, place) => {
    starts[place + 1] = starts[place] + count;
  });
  return starts;
}

/**
 * Returns what reads a part of a model, once for each model.
 * @template T
 * @param {(model: Model) => T} read
 */
export function onceFor(read) {
  /** @type {WeakMap<Model, T>} */
  const known = new WeakMap();
  return (/** @type {Model} */ model) => {
    const table = known.get(model) ?? read(model);
    known.set(model, table);
    return table;
  };
}
