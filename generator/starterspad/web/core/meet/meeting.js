// A meeting as whoever runs it keeps it: how many people there are, and what was written down, in which round and
// where.
/** @import {SpeedDates} from "./speed-dates.js" */
import { LONGEST_ADVICE } from "../constants.js";

/**
 * @typedef {"heard" | "open" | "do"} Sort  what somebody learned, a question that stays open, what somebody will do
 * @typedef {{round: number, table: number | null, sort: Sort, text: string}} Impression  round and table from 1
 * @typedef {{candidates: number, alumni: number, minutes: number, size: number | null, rounds: number | null}} Numbers
 * @typedef {Numbers & {impressions: Impression[]}} Meeting
 * @typedef {{name: keyof Numbers, most: number}} Limit
 * @typedef {{title: [key: "sort" | "round" | "alumnus", value: string], items: Impression[]}} Group
 *   value: a sort, the number of a round, the letter of an alumnus; empty where nobody knows
 */

/** @type {Sort[]} */
export const SORTS = ["heard", "open", "do"];
const KIND = "starterspad-meeting";
// Far more than a room full of people writes in an evening.
const MOST_IMPRESSIONS = 1000;
const LONGEST_FILE = 4_000_000;
const LETTERS = 26;
// These may stay empty.
const OPTIONAL = ["size", "rounds"];

/**
 * Reads a whole number from 1 on as somebody typed it; null where it is none, or too large.
 * @param {string} text
 * @param {number} most
 */
export function wholeNumber(text, most) {
  const number = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** @param {Meeting} meeting @returns {string} the text of a file */
export function meetingFile(meeting) {
  return `${JSON.stringify({ kind: KIND, ...meeting }, null, 1)}\n`;
}

/**
 * Reads a file of a meeting. Of what somebody wrote, only what can be shown is taken.
 * @param {string} text
 * @param {Limit[]} limits
 * @returns {Meeting | null} null where it is none
 */
export function meetingFrom(text, limits) {
  try {
    const content = text.length > LONGEST_FILE ? null : JSON.parse(text);
    if (content?.kind !== KIND || !Array.isArray(content.impressions)) return null;
    const numbers = limits.map(({ name, most }) => {
      const written = content[name] ?? "";
      return /** @type {const} */ ([name, wholeNumber(typeof written === "number" ? String(written) : "", most)]);
    });
    if (numbers.some(([name, number]) => number === null && !OPTIONAL.includes(name))) return null;
    const impressions = content.impressions.slice(0, MOST_IMPRESSIONS).flatMap(impressionIn);
    return { .../** @type {Numbers} */ (Object.fromEntries(numbers)), impressions };
  } catch {
    return null;
  }
}

/** @param {Partial<Impression> | null} written @returns {Impression[]} none where nothing can be shown */
function impressionIn(written) {
  const { round, table, sort, text } = written ?? {};
  const numbered = (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 1;
  const known = SORTS.find((name) => name === sort);
  if (!known || !numbered(round) || typeof text !== "string" || !text.trim()) return [];
  return [
    {
      round: Number(round),
      table: numbered(table) ? Number(table) : null,
      sort: known,
      text: text.trim().slice(0, LONGEST_ADVICE),
    },
  ];
}

/** Tells whether there is room for one more. @param {Meeting} meeting */
export function hasRoom(meeting) {
  return meeting.impressions.length < MOST_IMPRESSIONS;
}

/**
 * Names an alumnus by a letter, so that nobody takes it for the number of a table: A to Z, then AA, AB.
 * @param {number | undefined} alumnus
 * @returns {string} empty where there is none
 */
export function letterOf(alumnus) {
  if (!alumnus) return "";
  const place = alumnus - 1;
  return letterOf(Math.floor(place / LETTERS)) + String.fromCharCode(65 + (place % LETTERS));
}

/**
 * Puts together what was written, for the talk afterwards.
 * @param {Meeting} meeting
 * @param {SpeedDates} plan
 * @param {Group["title"][0]} by
 * @returns {Group[]} those with something in them
 */
export function grouped({ impressions }, plan, by) {
  const letterAt = (/** @type {Impression} */ { round, table }) =>
    letterOf(plan.rounds[round - 1]?.alumnusAt.get(table ?? 0));
  const keyOf = {
    sort: (/** @type {Impression} */ item) => item.sort,
    round: (/** @type {Impression} */ item) => String(item.round),
    alumnus: (/** @type {Impression} */ item) => letterAt(item),
  }[by];
  const keys = [...new Set(impressions.map(keyOf))];
  const place = (/** @type {string} */ key) => {
    if (by === "sort") return SORTS.map(String).indexOf(key);
    // A longer number is a larger one, and AA comes after Z; last what nobody knows.
    return key.length || Number.MAX_SAFE_INTEGER;
  };
  return keys
    .sort((left, right) => place(left) - place(right) || (left < right ? -1 : 1))
    .map((key) => ({ title: [by, key], items: impressions.filter((item) => keyOf(item) === key) }));
}
