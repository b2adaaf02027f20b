// What came and what changed: in the city's content since her last visit, and on her plan when an answer changes.
/** @import {Model, Text} from "../model-types.js" */
/** @import {Answers} from "../plan-types.js" */
/** @import {PlanOfSteps} from "./plan.js" */
/** @import {Journal, SetField} from "../journal/journal.js" */
import { under, valueAt } from "../journal/journal.js";
import { currentPlan } from "./current-plan.js";
import { doneOf, workOf } from "../journal/journal-queries.js";

/** @typedef {{id: string, kind: "new" | "changed", on: string, note: Text}} News  on, note: empty without a note */

/**
 * Lists what is new or changed on the plan since she last said that she saw it.
 * @param {Model} model
 * @param {PlanOfSteps} plan
 * @param {Journal} journal
 * @returns {News[]} in the plan's order; none before anything was seen
 */
export function newsOf(model, plan, journal) {
  if (!hasSeen(journal)) return [];
  return certain(plan).flatMap((id) => {
    const task = model.tasks.find((candidate) => candidate.id === id);
    const seen = valueAt(journal, `tasks/${id}/seen`);
    if (!task || seen === task.version) return [];
    return [
      { id, kind: seen === null ? "new" : "changed", on: task.changed?.on ?? "", note: task.changed?.note ?? "" },
    ];
  });
}

/** Tells whether she has had a plan before. @param {Journal} journal @returns {boolean} */
export function hasSeen(journal) {
  return under(journal, "tasks/").some(([path]) => path.endsWith("/seen"));
}

/**
 * Keeps that she saw every step of a plan as it is today.
 * @param {SetField} set
 * @param {Model} model
 * @param {PlanOfSteps} plan
 * @param {Journal} journal
 */
export function see(set, model, plan, journal) {
  for (const id of certain(plan)) {
    const version = versionOf(model, id);
    if (version !== valueAt(journal, `tasks/${id}/seen`)) set(`tasks/${id}/seen`, version);
  }
}

/**
 * Says what another answer would change.
 * @param {Model} model
 * @param {Journal} journal
 * @param {Answers} instead  the answers to try
 * @returns {{come: string[], go: string[], ticks: number}} ids of tasks; ticks: how many steps stay done
 */
export function changesWith(model, journal, instead) {
  const before = certain(currentPlan(model, journal).plan);
  const after = certain(currentPlan(model, journal, instead).plan);
  const done = doneOf(journal);
  return {
    come: after.filter((id) => !before.includes(id)),
    go: before.filter((id) => !after.includes(id)),
    ticks: [...done].filter((id) => after.includes(id) || workOf(journal).has(id)).length,
  };
}

/**
 * Returns what writes an answer. What it brings to the plan is no news: she brought it about herself.
 * @param {Model} model
 * @param {Journal} journal
 * @param {string} question
 * @param {string[]} options
 * @returns {(set: SetField) => void}
 */
export function answering(model, journal, question, options) {
  const come = hasSeen(journal) ? changesWith(model, journal, { [question]: options }).come : [];
  return (set) => {
    set(`answers/${question}`, options);
    for (const id of come) set(`tasks/${id}/seen`, versionOf(model, id));
  };
}

/** @param {Model} model @param {string} task */
function versionOf(model, task) {
  return model.tasks.find(({ id }) => id === task)?.version ?? null;
}

/** @param {PlanOfSteps} plan */
function certain({ tasks }) {
  return tasks.filter(({ verdict }) => verdict === "yes").map(({ id }) => id);
}
