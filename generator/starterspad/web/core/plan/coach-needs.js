// What in a plan needs whoever coaches her: an answer that stays away, an appointment that passed, nothing done.
/** @import {Model} from "../model-types.js" */
/** @import {Journal} from "../journal/journal.js" */
import { dayOf } from "../day.js";
import { appointmentsOf, asideOf, doneOf, stateOf } from "../journal/journal-queries.js";
import { daysSince, waitOf } from "./waits.js";

/**
 * @typedef {"waits" | "passed" | "soon" | "not-begun" | "idle"} NeedKind
 * @typedef {{kind: NeedKind, days: number, day: string, task: string, service: string}} Need
 *   days: how long it has been so, or until it is; day: of what it speaks; task: where it is, or empty
 */

// As a coach reads them: who waits longest, what passed, what comes, who does nothing.
const KINDS = /** @type {const} */ (["waits", "passed", "soon", "not-begun", "idle"]);
const DAY_MS = 24 * 3600 * 1000;
// Two weeks without a word: until then she may be at work on it.
const IDLE_DAYS = 14;

/**
 * Lists what in a plan needs a coach, as a coach reads it.
 * @param {Model} model
 * @param {Journal} journal  under today's names
 * @param {string[]} tasks  ids of the steps on the plan
 * @param {string} today
 * @returns {Need[]}
 */
export function coachNeeds(model, journal, tasks, today) {
  const [done, aside] = [doneOf(journal), asideOf(journal)];
  const open = tasks.filter((id) => !done.has(id) && !aside.has(id));
  // Of a step that is no longer on her plan too: somebody expects her.
  const meetings = appointmentsOf(journal).filter(
    ({ task, outcome }) => !outcome && !done.has(task) && !aside.has(task),
  );
  /** @type {Need[]} */
  const needs = open.flatMap((task) => {
    const wait = waitOf(model, journal, task, today);
    return wait?.long ? [{ kind: "waits", days: wait.days, day: "", task, service: wait.service }] : [];
  });
  for (const { day, task, service } of meetings) {
    const days = (Date.parse(today) - Date.parse(day)) / DAY_MS;
    if (days > 0) needs.push({ kind: "passed", days, day, task, service });
    else if (days >= -1) needs.push({ kind: "soon", days: -days, day, task, service });
  }
  const begun = meetings.length > 0 || tasks.some((id) => stateOf(journal, id) !== "open");
  const latest = latestWork(journal);
  const days = daysSince(latest, today);
  const nothing = { days, day: latest ? dayOf(latest) : "", task: open[0] ?? "", service: "" };
  if (!begun) needs.push({ ...nothing, kind: "not-begun" });
  else if (open.length && !needs.length && days >= IDLE_DAYS) needs.push({ ...nothing, kind: "idle" });
  return needs.sort(compareNeeds);
}

/**
 * Puts first whoever needs a coach most; who needs none stays where they were.
 * @param {Need | undefined} left
 * @param {Need | undefined} right
 */
export function compareNeeds(left, right) {
  const rank = (/** @type {Need | undefined} */ need) => (need ? KINDS.indexOf(need.kind) : KINDS.length);
  const later = left?.kind === "soon" ? -1 : 1;
  return rank(left) - rank(right) || later * ((right?.days ?? 0) - (left?.days ?? 0));
}

/**
 * When she last did something herself: what a coach wrote, and what the page remembers, is none of it.
 * @param {Journal} journal
 */
function latestWork({ fields }) {
  const work = Object.entries(fields).filter(([path]) => !/^(advice|plan)\/|\/seen$/.test(path));
  return Math.max(0, ...work.map(([, { at }]) => at[0]));
}
