// Makes the plan: which tasks, why, in what order, with whose help. The same plan as `portal plan` prints.
/** @import {Answers, Judgement, Model, Plan, PlannedService, PlannedTask} from "../model-types.js" */
import { PLAN_SCHEMA } from "../constants.js";
import { judgeOf } from "../rules/evaluate.js";

/** @type {Judgement} */
const CHOSEN = { verdict: "yes", reasons: [], missing: [] };

/**
 * Makes the plan for these answers; throws when tasks of the model wait for each other.
 * @param {Model} model
 * @param {Answers} answers
 * @param {Set<string>} [added]  tasks that the starter put on the plan herself, whatever her answers say
 * @returns {Plan}
 */
export function makePlan(model, answers, added = new Set()) {
  const judge = judgeOf(model, answers);
  const judged = model.tasks.map(({ id, condition }) => {
    const judgement = judge(condition);
    return judgement.verdict !== "yes" && added.has(id) ? CHOSEN : judgement;
  });
  /** @type {PlannedService[][]} */
  const services = model.tasks.map(() => []);
  for (const service of model.services) {
    const judgement = judge(...service.conditions);
    if (judgement.verdict === "no") continue;
    for (const task of service.tasks)
      services[task].push({ partner: service.partner, service: service.service, ...judgement });
  }
  const shown = model.tasks.map((_, index) => index).filter((index) => judged[index].verdict !== "no");
  const tasks = inOrder(model, shown).map((index) => {
    const task = model.tasks[index];
    const fitting = services[index].filter(({ verdict }) => verdict === "yes");
    const perhaps = services[index].filter(({ verdict }) => verdict === "unknown");
    return { id: task.id, phase: model.phases[task.phase].id, ...judged[index], services: [...fitting, ...perhaps] };
  });
  return { schema: PLAN_SCHEMA, tasks };
}

/**
 * Counts what is certain and done, and finds the next step: the first certain task that is not done, those needed
 * first before the others.
 * @param {Plan} plan
 * @param {Set<string>} ticked  the ids of the tasks that are done
 * @param {Set<string>} [aside]  the ids of those that she put aside: they count for nothing
 * @param {Set<string>} [first]  the ids of those that she wants help with first
 */
export function progressOf({ tasks }, ticked, aside = new Set(), first = new Set()) {
  const certain = tasks.filter(({ id, verdict }) => verdict === "yes" && !aside.has(id));
  const open = certain.filter(({ id }) => !ticked.has(id));
  return {
    certain,
    count: certain.length,
    done: certain.length - open.length,
    next: open.find(({ id }) => first.has(id)) ?? open.at(0),
  };
}

/**
 * Returns the steps that this one opens the way to: those on the plan that come after it and are not done.
 * @param {Model} model
 * @param {Plan} plan
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
 * @param {Plan} plan
 * @returns {{question: string, tasks: PlannedTask[]}[]}
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
  const waiting = [...shown];
  const ordered = [];
  while (waiting.length) {
    const { phase } = model.tasks[waiting[0]];
    const ready = waiting.find((index) => {
      const task = model.tasks[index];
      return (
        task.phase === phase &&
        !task.before.some((earlier) => waiting.includes(earlier) && model.tasks[earlier].phase === phase)
      );
    });
    if (ready === undefined) throw new Error("tasks wait for each other");
    waiting.splice(waiting.indexOf(ready), 1);
    ordered.push(ready);
  }
  return ordered;
}
