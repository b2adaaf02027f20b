// When a field was written, in an order that all devices agree on: a hybrid logical clock. A stamp is later than every
// stamp that its writer had seen, whatever the clock of the device said.
/** @import {Field, Stamp} from "./journal.js" */
import { JOURNAL_LIMITS } from "../constants.js";

// A clock may run ahead, but not by more than this.
const AHEAD_MS = 2 * 24 * 3600 * 1000;
// The last moment that a clock can show (ECMA-262, time values): no writer ever came so far.
const LAST_MS = 8.64e15;

/** @param {Stamp} left @param {Stamp} right @returns {number} negative when left is earlier */
export function compareStamps(left, right) {
  return left[0] - right[0] || left[1] - right[1] || (left[2] < right[2] ? -1 : Number(left[2] > right[2]));
}

/**
 * Orders two fields of one path: by stamp, and between equal stamps by value.
 * @param {Field} left
 * @param {Field} right
 */
export function compareFields(left, right) {
  const [first, second] = [JSON.stringify(left.value), JSON.stringify(right.value)];
  return compareStamps(left.at, right.at) || (first < second ? -1 : Number(first > second));
}

/** Returns the latest stamp of all. @param {Iterable<Field>} fields */
export function latestStamp(fields) {
  let latest = /** @type {Stamp} */ ([0, 0, ""]);
  for (const { at } of fields) if (compareStamps(at, latest) > 0) latest = at;
  return latest;
}

/**
 * Makes a stamp that is later than another, also when the clock was set backwards.
 * @param {Stamp} last
 * @param {{now: number, by: string}} pen
 * @returns {Stamp}
 */
export function nextStamp([at, count], { now, by }) {
  if (now > at) return [now, 0, by];
  return count < Number.MAX_SAFE_INTEGER ? [at, count + 1, by] : [at + 1, 0, by];
}

/**
 * Brings stamps from the far future back, to now or behind all others, in their order: else they would win against
 * every edit of a device that has not seen them.
 * @param {Record<string, Field>} fields
 * @param {number} now
 * @returns {Record<string, Field>} the same ones where there is no such stamp
 */
export function broughtBack(fields, now) {
  const far = Object.entries(fields).filter(([, { at }]) => at[0] > now + AHEAD_MS);
  if (!far.length) return fields;
  far.sort(([, left], [, right]) => compareStamps(left.at, right.at));
  const back = { ...fields };
  let last = latestStamp(Object.values(fields).filter(({ at }) => at[0] <= now + AHEAD_MS));
  for (const [path, { value, at }] of far) {
    last = nextStamp(last, { now, by: at[2] });
    back[path] = { value, at: last };
  }
  return back;
}

/** Tells whether something is a stamp. @param {unknown} at @returns {at is Stamp} */
export function isStamp(at) {
  if (!Array.isArray(at) || at.length !== 3) return false;
  const [moment, count, by] = at;
  const whole = [moment, count].every((number) => Number.isSafeInteger(number) && number >= 0);
  return whole && typeof by === "string" && by.length <= JOURNAL_LIMITS.writer;
}

/**
 * Returns a stamp as it counts: one that no clock can have given is the first of all.
 * @param {Stamp} at
 * @returns {Stamp}
 */
export function soundStamp(at) {
  return at[0] > LAST_MS ? [0, 0, at[2]] : at;
}
