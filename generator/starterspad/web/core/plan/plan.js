// Makes the plan: which tasks, why, in what order, with whose help. The same as `portal plan`.
/** @import {Model} from "../model-types.js" */
/** @import {Answers, Judgement} from "../plan-types.js" */
/** @import * as Written from "../plan-types.js" */
/** @import {Helpers} from "./helpers.js" */
import { PLAN_SCHEMA } from "../constants.js";
import { judgeOf } from "../rules/evaluate.js";
import { helpersOf } from "./helpers.js";

/**
 * @typedef {Omit<Written.PlannedTask, "services" | "helper" | "ways" | "why_first"> & {services: Helpers}} PlannedStep
 * @typedef {{schema: number, tasks: PlannedStep[]}} PlanOfSteps  `writtenPlan` says of it what `portal plan` prints
 */

/** @type {Judgement} */
const CHOSEN = { verdict: "yes", reasons: [], missing: [] };

// One open card, and two rows: more at once is a wall.
export const NOW = 3;
const KINDS = ["required", "recommended", "optional"];

/**
 * Makes the plan for these answers; throws when tasks of the model wait for each other.
 * @param {Model} model
 * @param {Answers} answers
 * @param {object} [of]
 * @param {Set<string>} [of.added]  tasks that the starter put on the plan herself, whatever her answers say
 * @param {string} [of.seed]  decides whose turn it is among equal helpers
 * @param {number} [of.moment]  now, in seconds: who was looked up too long ago, and whose desk opens next; without it,
 *   nobody
 * @returns {PlanOfSteps}
 */
export function makePlan(model, answers, { added = new Set(), seed = "", moment } = {}) {
  const judge = judgeOf(model, answers);
  const judged = model.tasks.map(({ id, condition }) => {
    const judgement = judge(condition);
    return judgement.verdict !== "yes" && added.has(id) ? CHOSEN : judgement;
  });
  const services = helpersOf(model, answers, seed, moment);
  const shown = model.tasks.map((_, index) => index).filter((index) => judged[index].verdict !== "no");
  const ordered = inOrder(model, shown);
  const certain = ordered.filter((index) => judged[index].verdict === "yes");
  const [now, waiting] = [nowOf(model, certain), new Set(certain.filter((index) => waits(model, index, certain)))];
  const tasks = ordered.map((index) => {
    const task = model.tasks[index];
    const settled = judged[index].verdict === "yes" && !waiting.has(index);
    return {
      id: task.id,
      phase: model.phases[task.phase].id,
      ...judged[index],
      services: services[index],
      order: /** @type {PlannedStep["order"]} */ (now.includes(index) ? "now" : settled ? "later" : "waits"),
    };
  });
  return { schema: PLAN_SCHEMA, tasks };
}

/**
 * Returns the first things to do of the open tasks, which stand in order: none that waits for another of them. What she
 * wants first goes before the rest; within a phase what is required comes before what is recommended, and that before
 * what is optional.
 * @param {Model} model
 * @param {number[]} open  indexes of tasks
 * @param {object} [of]
 * @param {Set<string>} [of.first]  the ids of those that she wants help with first
 * @param {number[]} [of.waiting]  those for which she waits: what is required after them waits too
 */
export function nowOf(model, open, { first = new Set(), waiting = [] } = {}) {
  const rank = (/** @type {number} */ index) => {
    const { id, phase, kind } = model.tasks[index];
    return (first.has(id) ? 0 : 1000) + phase * KINDS.length + KINDS.indexOf(kind);
  };
  const ready = open.filter(
    (index) => !waits(model, index, open) && !(model.tasks[index].kind === "required" && waits(model, index, waiting)),
  );
  return ready.sort((left, right) => rank(left) - rank(right)).slice(0, NOW);
}

/** @param {Model} model @param {number} index @param {number[]} open */
function waits(model, index, open) {
  return model.tasks[index].before.some((earlier) => open.includes(earlier));
}

/**
 * Counts what is certain and done.
 * @param {PlanOfSteps} plan
 * @param {Set<string>} ticked  the ids of the tasks that are done
 * @param {Set<string>} [aside]  the ids of those that she put aside: they count for nothing
 */
export function progressOf({ tasks }, ticked, aside = new Set()) {
  const certain = tasks.filter(({ id, verdict }) => verdict === "yes" && !aside.has(id));
  return { certain, count: certain.length, done: certain.filter(({ id }) => ticked.has(id)).length };
}

/**
 * Returns the steps that this one opens the way to: those on the plan that come after it and are not done.
 * @param {Model} model
 * @param {PlanOfSteps} plan
 * @param {string} id
 * @param {Set<string>} done
 */
export function unlockedBy(model, plan, id, done) {
  const index = model.tasks.findIndex((task) => task.id === id);
  const open = new Set(plan.tasks.flatMap((task) => (task.verdict === "yes" && !done.has(task.id) ? [task.id] : [])));
  return model.tasks.filter((task) => task.before.includes(index) && open.has(task.id));
}

/**
 * Groups the tasks that wait under the first question that would decide them, in question order.
 * @param {Model} model
 * @param {PlanOfSteps} plan
 * @returns {{question: string, tasks: PlannedStep[]}[]}
 */
export function waitingByQuestion(model, plan) {
  const waiting = plan.tasks.filter(({ verdict }) => verdict === "unknown");
  return model.questions
    .map(({ id }) => ({ question: id, tasks: waiting.filter(({ missing }) => missing[0] === id) }))
    .filter(({ tasks }) => tasks.length);
}

/**
 * Takes from each phase the first task, by order and id, that waits for none of those still to come.
 * The model lists its tasks by phase, order and id already.
 * @param {Model} model
 * @param {number[]} shown
 */
function inOrder(model, shown) {
  return model.phases.flatMap((_, phase) => {
    const waiting = shown.filter((index) => model.tasks[index].phase === phase);
    const ordered = [];
    while (waiting.length) {
      const ready = waiting.findIndex((index) => !waits(model, index, waiting));
      if (ready < 0) throw new Error("tasks wait for each other");
      ordered.push(...waiting.splice(ready, 1));
    }
    return ordered;
  });
}
