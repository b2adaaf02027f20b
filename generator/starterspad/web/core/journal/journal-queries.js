// What the journal says of the starter's path: her answers, and what she did with each task.
/** @import {Answers} from "../plan-types.js" */
/** @import {Journal, Value} from "./journal.js" */
import { under, valueAt } from "./journal.js";
import { compareStamps } from "./stamps.js";

/**
 * @typedef {"open" | "chosen" | "appointment" | "waiting" | "done" | "elsewhere" | "not-for-me"} TaskState
 * @typedef {{id: string, task: string, service: string, day: string, time: string, place: string, outcome: string}}
 *   Appointment
 *   service: partner/service; day: 2026-01-31; time: 14:30; outcome: "", "helped" or "not-for-me"
 * @typedef {{id: string, task: string, text: string, by: string, day: string, suggests: string,
 *   section: string, about: string, answer: "" | "accepted" | "declined"}} Advice
 *   task: what it is about, or section: that of her business plan, and about: its title; suggests: a task that a coach
 *   would put on her plan; answer: hers, or none yet
 */

const ADVICE_ANSWERS = /** @type {const} */ (["accepted", "declined"]);

/** Returns what she answered in the questionnaire. @param {Journal} journal @returns {Answers} */
export function answersOf(journal) {
  const answers = under(journal, "answers/").filter(([, value]) => Array.isArray(value));
  return Object.fromEntries(answers.map(([id, value]) => [id, /** @type {string[]} */ (value)]));
}

/**
 * Returns the tasks that are behind her: done, or done elsewhere.
 * @param {Journal} journal
 * @returns {Set<string>} ids
 */
export function doneOf(journal) {
  return tasksWith(journal, "state", (value) => value === "done" || value === "elsewhere");
}

/** Returns the tasks that are not for her. @param {Journal} journal @returns {Set<string>} ids */
export function asideOf(journal) {
  return tasksWith(journal, "state", (value) => value === "not-for-me");
}

/** Returns the tasks for which she waits until somebody answers. @param {Journal} journal @returns {Set<string>} ids */
export function waitingOf(journal) {
  return tasksWith(journal, "state", (value) => value === "waiting");
}

/**
 * Says on whom she waits, and since when.
 * @param {Journal} journal
 * @param {string} task
 * @returns {{service: string, since: string}} partner/service, and a day; each empty where she did not say
 */
export function waitingOn(journal, task) {
  return {
    service: String(valueAt(journal, `tasks/${task}/waits-for`) ?? ""),
    since: dayAt(journal, `tasks/${task}/since`),
  };
}

/** Returns the tasks that she put on her plan herself. @param {Journal} journal @returns {Set<string>} ids */
export function addedOf(journal) {
  return tasksWith(journal, "added", (value) => value === true);
}

/** Returns the themes that she wants help with first. @param {Journal} journal @returns {string[]} ids */
export function needsOf(journal) {
  const value = valueAt(journal, "plan/needs");
  return Array.isArray(value) ? value : [];
}

/**
 * Returns a day that she chose.
 * @param {Journal} journal
 * @param {string} path
 * @returns {string} a day such as 2026-01-31; empty when there is none
 */
export function dayAt(journal, path) {
  const day = valueAt(journal, path);
  return isDay(day) ? day : "";
}

/** @param {unknown} value @returns {value is string} */
function isDay(value) {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * Lists the steps that she wrote herself.
 * @param {Journal} journal
 * @returns {{id: string, title: string}[]} oldest first
 */
export function ownOf(journal) {
  const titles = under(journal, "tasks/").filter(
    ([path, value]) => /^\d[^/]*\/title$/.test(path) && typeof value === "string",
  );
  const own = titles.map(([path, title]) => ({ id: path.split("/")[0], title: String(title) }));
  const at = (/** @type {{id: string}} */ { id }) => journal.fields[`tasks/${id}/title`].at;
  return own.sort((left, right) => compareStamps(at(left), at(right)));
}

/**
 * Returns the tasks that she did something with: these never vanish from her plan.
 * @param {Journal} journal
 * @returns {Set<string>} ids
 */
export function workOf(journal) {
  const idle = new Set(["seen", "added"]);
  const touched = under(journal, "tasks/").flatMap(([path]) =>
    idle.has(path.split("/")[1]) ? [] : [path.split("/")[0]],
  );
  return new Set([...touched, ...appointmentsOf(journal).map(({ task }) => task)]);
}

/**
 * Lists the days on which she did a step that is worth doing more than once.
 * @param {Journal} journal
 * @param {string} task
 * @returns {string[]} days such as 2026-01-31
 */
export function timesOf(journal, task) {
  return under(journal, `tasks/${task}/times/`).map(([, day]) => String(day));
}

/** Lists what a coach wrote. @param {Journal} journal @returns {Advice[]} oldest first */
export function adviceOf(journal) {
  const records = recordsOf(journal, "advice/", {
    task: "",
    text: "",
    by: "",
    day: "",
    suggests: "",
    section: "",
    about: "",
    answer: "",
  });
  const whole = records
    .filter(({ text, suggests, day }) => (text || suggests) && isDay(day))
    .map((record) => {
      // Whatever else a file says is no answer.
      /** @type {Advice["answer"]} */
      const answer = ADVICE_ANSWERS.find((known) => known === record.answer) ?? "";
      return { ...record, answer };
    });
  return whole.sort((left, right) => (`${left.day} ${left.id}` < `${right.day} ${right.id}` ? -1 : 1));
}

/**
 * Says how a task stands: what she said of it first, then what she planned for it.
 * @param {Journal} journal
 * @param {string} task
 * @returns {TaskState}
 */
export function stateOf(journal, task) {
  const state = valueAt(journal, `tasks/${task}/state`);
  if (state === "done" || state === "elsewhere" || state === "not-for-me" || state === "waiting") return state;
  if (appointmentsOf(journal).some((appointment) => appointment.task === task && !appointment.outcome))
    return "appointment";
  return chosenOf(journal, task).length ? "chosen" : "open";
}

/**
 * Lists the services that she chose for a task.
 * @param {Journal} journal
 * @param {string} task
 * @returns {string[]} as partner/service
 */
export function chosenOf(journal, task) {
  return under(journal, `tasks/${task}/chosen/`).flatMap(([service, value]) => (value === true ? [service] : []));
}

/** Lists her appointments, past ones too. @param {Journal} journal @returns {Appointment[]} by day and time */
export function appointmentsOf(journal) {
  const records = recordsOf(journal, "appointments/", {
    task: "",
    service: "",
    day: "",
    time: "",
    place: "",
    outcome: "",
  });
  const moments = records.filter(({ task, day }) => task && isDay(day));
  return moments.sort((left, right) =>
    `${left.day} ${left.time} ${left.id}` < `${right.day} ${right.time} ${right.id}` ? -1 : 1,
  );
}

/**
 * Gathers the fields of each record under a prefix; only those that a record of its kind has, and only texts.
 * @template {Record<string, string>} T
 * @param {Journal} journal
 * @param {string} prefix
 * @param {T} empty
 * @returns {(T & {id: string})[]}
 */
function recordsOf(journal, prefix, empty) {
  /** @type {Map<string, T & {id: string}>} */
  const records = new Map();
  for (const [path, value] of under(journal, prefix)) {
    const [id, name] = path.split("/");
    const record = records.get(id) ?? { ...empty, id };
    records.set(id, record);
    if (typeof value === "string" && Object.hasOwn(empty, name)) Object.assign(record, { [name]: value });
  }
  return [...records.values()];
}

/** @param {Journal} journal @param {string} name @param {(value: Value) => boolean} holds */
function tasksWith(journal, name, holds) {
  const ending = `/${name}`;
  const fields = under(journal, "tasks/").filter(
    ([path, value]) => path.endsWith(ending) && path.split("/").length === 2 && holds(value),
  );
  return new Set(fields.map(([path]) => path.slice(0, -ending.length)));
}
