// What she does now: the first steps that wait for nothing, and those for which she waits until somebody answers.
/** @import {Model} from "../model-types.js" */
/** @import {PlanOfSteps} from "./plan.js" */
/** @import {Journal} from "../journal/journal.js" */
import { asideOf, doneOf, waitingOf } from "../journal/journal-queries.js";
import { NOW, nowOf } from "./plan.js";

/**
 * Returns the steps to do first, three at most, her own behind those of the city; and those for which she waits.
 * @param {Model} model
 * @param {PlanOfSteps} plan
 * @param {Journal} journal
 * @param {Set<string>} [first]  the ids of those that she wants help with first
 * @returns {{now: string[], waiting: string[]}} ids
 */
export function nextSteps(model, plan, journal, first = new Set()) {
  const [done, aside, waited] = [doneOf(journal), asideOf(journal), waitingOf(journal)];
  const certain = plan.tasks.filter(({ id, verdict }) => verdict === "yes" && !done.has(id) && !aside.has(id));
  const open = certain.filter(({ id }) => !waited.has(id)).map(({ id }) => id);
  const waiting = certain.filter(({ id }) => waited.has(id)).map(({ id }) => id);
  const numbers = new Map(model.tasks.map(({ id }, index) => [id, index]));
  const known = (/** @type {string[]} */ ids) => ids.flatMap((id) => numbers.get(id) ?? []);
  const city = nowOf(model, known(open), { first, waiting: known(waiting) }).map((index) => model.tasks[index].id);
  const own = open.filter((id) => !numbers.has(id));
  return { now: [...city, ...own].slice(0, NOW), waiting };
}
