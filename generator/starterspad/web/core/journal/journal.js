// The starter's own document as data: stamped fields, and how they are written, merged, migrated and cleaned.
// Everything in it is a field under a path such as "answers/stage" or "tasks/kbo/state"; what a later version
// of the portal writes under paths that this one does not know is kept and merged like the rest.
import { JOURNAL_LIMITS, JOURNAL_SCHEMA } from "../constants.js";
import { isPath, isValue } from "./fields.js";
import { compareFields, latestStamp, nextStamp } from "./stamps.js";

/**
 * @typedef {[number, number, string]} Stamp  milliseconds, a count within them, and who wrote
 * @typedef {string | number | boolean | null | string[]} Value  null: taken back
 * @typedef {{value: Value, at: Stamp}} Field
 * @typedef {{journal_schema: number, fields: Record<string, Field>}} Journal
 * @typedef {(path: string, value: Value) => void} SetField  writes a field in an edit
 */

/** Makes a journal in which nothing is written yet. @returns {Journal} */
export function emptyJournal() {
  return { journal_schema: JOURNAL_SCHEMA, fields: {} };
}

/**
 * Returns what stands under a path.
 * @param {Journal} journal
 * @param {string} path
 * @returns {Value} null when there is none
 */
export function valueAt({ fields }, path) {
  return Object.hasOwn(fields, path) ? fields[path].value : null;
}

/**
 * Lists what stands under a prefix, as [rest of the path, value], without what was taken back.
 * @param {Journal} journal
 * @param {string} prefix  with / at its end
 * @returns {[string, Value][]}
 */
export function under({ fields }, prefix) {
  const paths = sortedPaths(fields);
  /** @type {[string, Value][]} */
  const listed = [];
  for (let place = firstFrom(paths, prefix); paths[place]?.startsWith(prefix); place++) {
    const { value } = fields[paths[place]];
    if (value !== null) listed.push([paths[place].slice(prefix.length), value]);
  }
  return listed;
}

/** @type {WeakMap<Journal["fields"], string[]>} the paths of a journal in order, until another one is put in it */
const sorted = new WeakMap();

/** @param {Journal["fields"]} fields */
function sortedPaths(fields) {
  const paths = sorted.get(fields) ?? Object.keys(fields).sort();
  sorted.set(fields, paths);
  return paths;
}

/** @param {string[]} paths  in order @param {string} least @returns {number} the place of the first that is not less */
function firstFrom(paths, least) {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paths[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a field in a journal, as it is. @param {Journal} journal @param {string} path @param {Field} field */
export function put({ fields }, path, field) {
  if (!Object.hasOwn(fields, path)) sorted.delete(fields);
  fields[path] = field;
}

/**
 * Writes a field; throws when the path or the value may not be one. Its stamp is later than every other in the journal,
 * also when the clock was set backwards.
 * @param {Journal} journal
 * @param {string} path
 * @param {Value} value
 * @param {{now: number, by: string}} pen  the time in milliseconds, and a name that no other writer has
 */
export function write(journal, path, value, pen) {
  const at = nextStamp(latestStamp(Object.values(journal.fields)), pen);
  if (!isPath(path) || !isValue(value)) throw new Error(`not a field: ${path}`);
  put(journal, path, { value, at });
}

/**
 * Tells whether a journal keeps the limits, which hold for what is written, merged, saved and read alike.
 * @param {Journal} journal
 * @param {number} [times]  as much as that many journals may hold
 */
export function fits(journal, times = 1) {
  const { fields, size } = JOURNAL_LIMITS;
  return Object.keys(journal.fields).length <= times * fields && sizeOf(journal) <= times * size;
}

/** Returns how many characters a journal has as text. @param {Journal} journal */
export function sizeOf(journal) {
  return JSON.stringify(journal).length;
}

/**
 * Merges two journals field by field: the later stamp wins. Commutative, associative and idempotent, because
 * fields are totally ordered: by stamp, and between equal stamps by value.
 * @param {Journal} left
 * @param {Journal} right
 * @returns {Journal}
 */
export function merge(left, right) {
  const fields = { ...left.fields };
  for (const [path, field] of Object.entries(right.fields)) {
    if (!Object.hasOwn(fields, path) || compareFields(field, fields[path]) > 0) fields[path] = field;
  }
  return { journal_schema: Math.max(left.journal_schema, right.journal_schema), fields };
}
