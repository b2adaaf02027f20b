// On which days an event is held, as people say it: again every week until a day, but not on that one.
// Python does the same (intake/asked_days.py); a test holds both to each other.
/** @import {Fault, Tree} from "./partner-file.js" */
import { onTop } from "./corrected-fact.js";

const WEEKDAYS = "SU MO TU WE TH FR SA".split(" ");
const DAY_MS = 86_400_000;
// No month has more of each weekday; what is its fifth is meant as its last.
const ALWAYS_THERE = 4;
// What people plan lies between.
const [FIRST_DAY, LAST_DAY] = ["2000-01-01", "2099-12-31"];

/**
 * @typedef {object} Again
 * @property {string} [every]
 * @property {string} [until]
 * @property {string[]} [except]
 */
/** @typedef {{day?: string, cancelled?: string, to?: string, starts?: string, ends?: string, note?: unknown}} OneDay */
/**
 * @typedef {{day?: string, starts?: string, ends?: string, rhythm?: unknown, repeat?: unknown, again?: Again,
 *   one_day?: OneDay}} Days
 */

/** @param {string | undefined} day  such as 2026-12-03 */
const isDay = (day) => day !== undefined && day >= FIRST_DAY && day <= LAST_DAY && !Number.isNaN(Date.parse(day));

/** @param {Date} date */
const written = (date) => date.toISOString().slice(0, 10);

/** Which of its weekday a date is in its month; -1 for the last. @param {Date} date */
function placeOf(date) {
  const place = Math.ceil(date.getUTCDate() / 7);
  return place <= ALWAYS_THERE ? place : -1;
}

/**
 * The days on which an event is held, from its first on, those left out among them; none as long as it is not known.
 * @param {string | undefined} day  the first @param {Again | undefined} again
 * @returns {string[]}
 */
export function daysOf(day, again) {
  if (!isDay(day)) return [];
  if (!again?.every) return [String(day)];
  const until = again.until;
  if (until === undefined || !isDay(until)) return [];
  const first = new Date(`${day}T00:00:00Z`);
  /** @type {string[]} */
  const days = [];
  for (const date of dates(first, again.every)) {
    if (written(date) > until) return days;
    if (date >= first) days.push(written(date));
  }
  return days;
}

/** @param {Date} first @param {string} every @returns {Generator<Date>} */
function* dates(first, every) {
  const step = { week: 7, "two-weeks": 14 }[every];
  if (step) for (let number = 0; ; number++) yield new Date(first.getTime() + number * step * DAY_MS);
  const place = placeOf(first);
  for (let number = 0; ; number++) {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + number, 1));
    const date = every === "month-day" ? sameDate(month, first) : sameWeekday(month, first.getUTCDay(), place);
    // A month without such a date passes it over.
    if (date.getUTCMonth() === month.getUTCMonth()) yield date;
  }
}

/** @param {Date} month  its first day @param {Date} first */
const sameDate = (month, first) => new Date(month.getTime() + (first.getUTCDate() - 1) * DAY_MS);

/** @param {Date} month  its first day @param {number} weekday @param {number} place  -1 for the last */
function sameWeekday(month, weekday, place) {
  const earliest = 1 + ((weekday - month.getUTCDay() + 7) % 7);
  const length = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  const number = place > 0 ? earliest + 7 * (place - 1) : earliest + 7 * Math.floor((length - earliest) / 7);
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), number));
}

/**
 * An event with what was answered put over it; the one before is empty where a new one begins.
 * @param {Tree} old @param {Tree} answers  tidied
 * @returns {Tree}
 */
export function eventWithDays(old, answers) {
  const { again, one_day: oneDay } = /** @type {Days} */ (answers);
  const answered = Object.entries(answers).flatMap(([key, value]) =>
    key === "again" || key === "one_day" ? [] : [[key, onTop(old[key], value)]],
  );
  /** @type {Tree} */
  const now = { ...old, ...Object.fromEntries(answered), seen: "told" };
  if (now.source !== old.source) delete now.source_date;
  const day = /** @type {string | undefined} */ (now.day);
  if (again && day && !Number.isNaN(Date.parse(day))) now.repeat = repeatOf(day, again);
  if (oneDay) {
    const repeat = /** @type {{changed?: OneDay[]}} */ (now.repeat ?? {});
    const kept = (repeat.changed ?? []).filter(({ day: other }) => other !== oneDay.day);
    const changed = [...kept, oneDay].sort((left, right) => (String(left.day) < String(right.day) ? -1 : 1));
    now.repeat = { ...repeat, changed };
  }
  return now;
}

/** @param {string} day @param {Again} again */
function repeatOf(day, again) {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = WEEKDAYS[date.getUTCDay()];
  /** @type {Record<string, string>} */
  const rules = {
    week: `FREQ=WEEKLY;BYDAY=${weekday}`,
    "two-weeks": `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    "month-weekday": `FREQ=MONTHLY;BYDAY=${placeOf(date)}${weekday}`,
    "month-day": `FREQ=MONTHLY;BYMONTHDAY=${date.getUTCDate()}`,
  };
  const rule = `${rules[again.every ?? ""] ?? ""};UNTIL=${String(again.until).replaceAll("-", "")}`;
  return { rule, ...(again.except ? { except: again.except } : {}) };
}

/**
 * Says what the model would refuse of the days and hours of an event.
 * @param {Days} answers  tidied @param {Days} old
 * @param {string[]} known  the days to come of an event that is there
 * @returns {Fault[]}
 */
export function dayFaults(answers, old, known) {
  const { day, starts, ends, rhythm } = { ...old, ...answers };
  const { again, one_day: oneDay } = answers;
  /** @type {Fault[]} */
  const faults = [];
  const fault = (/** @type {string} */ path, /** @type {string} */ code) => faults.push({ path, code, values: {} });
  const far = { day, "one_day.to": oneDay?.to, "again.until": again?.until };
  for (const [path, asked] of Object.entries(far)) if (asked && !isDay(asked)) fault(path, "far");
  if (!day && !rhythm) fault("day", "missing");
  if (!day && (starts || ends)) fault("day", "missing");
  if (ends && !starts) fault("starts", "missing");
  if (starts && ends && ends <= starts) fault("ends", "before");
  if (again && !day) fault("day", "missing");
  const days = again ? daysOf(day, again) : known;
  if (again?.until && day && isDay(day) && isDay(again.until) && again.until < day) fault("again.until", "before");
  if (again?.except?.some((left) => !days.includes(left))) fault("again.except", "not_held");
  if (old.repeat && !again && answers.day && answers.day !== old.day) fault("again.every", "again");
  if (oneDay) oneDayFaults(oneDay, { starts, ends }, days, fault);
  return faults;
}

/**
 * @param {OneDay} oneDay @param {{starts?: string, ends?: string}} usual @param {string[]} days
 * @param {(path: string, code: string) => void} fault
 */
function oneDayFaults({ day, cancelled, to, starts, ends, note }, usual, days, fault) {
  const other = to || starts || ends;
  if (!day || !days.includes(day)) fault("one_day.day", "not_held");
  if (cancelled === "true" && other) fault("one_day.cancelled", "both");
  if (cancelled !== "true" && !other && !note) fault("one_day.day", "unchanged");
  const [begins, over] = [starts ?? usual.starts, ends ?? usual.ends];
  if (over && !begins) fault("one_day.starts", "missing");
  else if (begins && over && over <= begins) fault("one_day.ends", "before");
}
