// The clock of a round: it runs from when it is started until its time is over, and stands still while it is paused.

/** @typedef {{left: number, since: number | null}} Clock  left: milliseconds, counted from `since`; null: it stands */

const MINUTE = 60_000;
const SECOND = 1000;

/** @param {number} minutes @returns {Clock} one that stands at its full time */
export function fullClock(minutes) {
  return { left: minutes * MINUTE, since: null };
}

/** @param {Clock} clock @param {number} now @returns {number} milliseconds, never less than none */
export function leftOn({ left, since }, now) {
  return Math.max(0, since === null ? left : left - (now - since));
}

/** @param {Clock} clock @param {number} now @returns {Clock} */
export function startedAt(clock, now) {
  return { left: leftOn(clock, now), since: now };
}

/** @param {Clock} clock @param {number} now @returns {Clock} */
export function pausedAt(clock, now) {
  return { left: leftOn(clock, now), since: null };
}

/**
 * Counts whole minutes and seconds; a second that has begun counts, so that it ends at nought.
 * @param {number} left  in milliseconds
 * @returns {[minutes: number, seconds: number]}
 */
export function minutesAndSeconds(left) {
  const seconds = Math.ceil(left / SECOND);
  return [Math.floor(seconds / 60), seconds % 60];
}
