// All of a plan that has a day, for the timeline. Days are texts such as 2026-01-31.
/** @import {Journal} from "../journal/journal.js" */
/** @import {DueTask} from "./due-dates.js" */
import { appointmentsOf, dayAt } from "../journal/journal-queries.js";

/**
 * @typedef {{day: string, kind: "appointment" | "begin" | "due" | "target", id: string}} Moment
 *   id: of the appointment or task; empty for the target
 */

/**
 * Lists all that has a date still to come or to be done, by day.
 * @param {DueTask[]} due
 * @param {Journal} journal
 * @returns {Moment[]}
 */
export function momentsOf(due, journal) {
  const target = dayAt(journal, "plan/target");
  /** @type {Moment[]} */
  const moments = [
    ...appointmentsOf(journal).flatMap(({ id, day, outcome }) =>
      outcome ? [] : [{ day, kind: /** @type {const} */ ("appointment"), id }],
    ),
    ...due.flatMap(({ id, begin, due: day }) =>
      begin < day ? [{ day: begin, kind: /** @type {const} */ ("begin"), id }] : [],
    ),
    ...due.map(({ id, due: day }) => ({ day, kind: /** @type {const} */ ("due"), id })),
    ...(target ? [{ day: target, kind: /** @type {const} */ ("target"), id: "" }] : []),
  ];
  return moments.sort((left, right) => (left.day < right.day ? -1 : Number(left.day > right.day)));
}
