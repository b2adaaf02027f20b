// Plans backwards from a date: by when each step must be ready, and begun. Days are texts such as 2026-01-31.
/** @import {Model} from "../model-types.js" */
/** @import {PlanOfSteps} from "./plan.js" */
/** @import {Journal} from "../journal/journal.js" */
import { asideOf, dayAt, doneOf } from "../journal/journal-queries.js";

/**
 * @typedef {{id: string, due: string, begin: string, hers: boolean, estimate: boolean}} DueTask
 *   hers: she chose the day herself; estimate: the time between begin and due is our own estimate
 */

/**
 * Returns the open steps that have a date, in the plan's order. The target is the day by which she wants to
 * start: it holds for what is mandatory up to the phase of the start, and for all that comes before that.
 * @param {Model} model
 * @param {PlanOfSteps} plan
 * @param {Journal} journal
 * @returns {DueTask[]}
 */
export function dueTasks(model, plan, journal) {
  const target = dayAt(journal, "plan/target");
  const behind = new Set([...doneOf(journal), ...asideOf(journal)]);
  const open = new Set(plan.tasks.flatMap(({ id, verdict }) => (verdict === "yes" && !behind.has(id) ? [id] : [])));
  const start = model.phases.findIndex((phase) => phase.start);
  /** @type {Map<string, DueTask | null>} */
  const dates = new Map();

  /** @param {string} id @returns {DueTask | null} */
  const dated = (id) => {
    const known = dates.get(id);
    if (known !== undefined) return known;
    const index = model.tasks.findIndex((task) => task.id === id);
    const task = model.tasks[index];
    const own = dayAt(journal, `tasks/${id}/due`);
    const needed = task?.kind === "required" && task.phase <= start;
    const followers = model.tasks.filter(
      (follower) => task && follower.before.includes(index) && open.has(follower.id),
    );
    const days = followers.flatMap((follower) => dated(follower.id)?.begin ?? []);
    const [due] = own ? [own] : [...days, ...(needed && target ? [target] : [])].sort();
    const lead = task?.lead;
    const row = due
      ? { id, due, begin: lead ? addDays(due, -lead.days) : due, hers: Boolean(own), estimate: Boolean(lead?.estimate) }
      : null;
    dates.set(id, row);
    return row;
  };
  return plan.tasks.flatMap(({ id }) => (open.has(id) ? (dated(id) ?? []) : []));
}

/**
 * Returns the day that comes a count of days later, or earlier where the count is below 0.
 * @param {string} day
 * @param {number} count
 * @returns {string}
 */
function addDays(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
