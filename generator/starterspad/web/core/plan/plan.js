// Makes the plan: which tasks, why, in what order, with whose help. The same plan as `portal plan` prints.
/** @import {Answers, Judgement, Model, Plan, PlannedService, PlannedTask} from "../model-types.js" */
import { judgeOf } from "../rules/evaluate.js";

/** @type {Judgement} */
const CHOSEN = { verdict: "yes", reasons: [], missing: [] };

/**
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
    for (const task of service.tasks) services[task].push({ partner: service.partner, service: service.service, ...judgement });
  }
  const shown = model.tasks.map((_, index) => index).filter((index) => judged[index].verdict !== "no");
  const tasks = inOrder(model, shown).map((index) => {
    const task = model.tasks[index];
    const fitting = services[index].filter(({ verdict }) => verdict === "yes");
    const perhaps = services[index].filter(({ verdict }) => verdict === "unknown");
    return { id: task.id, phase: model.phases[task.phase].id, ...judged[index], services: [...fitting, ...perhaps] };
  });
  return { schema: 1, tasks };
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
  return { certain, count: certain.length, done: certain.length - open.length, next: open.find(({ id }) => first.has(id)) ?? open.at(0) };
}

/**
 * Returns the tasks of the themes she wants help with first, and what must come before them, so that putting
 * them on top never puts a step before the one it waits for.
 * @param {Model} model
 * @param {Plan} plan
 * @param {string[]} needs  ids of themes
 * @returns {Set<string>}
 */
export function neededFirst(model, plan, needs) {
  const wanted = model.themes.filter(({ id }) => needs.includes(id)).flatMap(({ tasks }) => tasks);
  const shown = new Set(plan.tasks.flatMap(({ id, verdict }) => (verdict === "yes" ? [id] : [])));
  const all = wanted.filter((index) => shown.has(model.tasks[index].id)).flatMap((index) => [...model.tasks[index].before, index]);
  return new Set(all.map((index) => model.tasks[index].id).filter((id) => shown.has(id)));
}

/**
 * Puts those who help in her own order: who fits first, then who perhaps fits; within these, who was checked long ago
 * behind the others; then by turns, which her seed decides. Nobody stands first for everyone, and who joins later makes
 * nobody else change places.
 * @param {PlannedService[]} services
 * @param {string} seed
 * @param {string[]} [ageing]  the partners that were checked long ago
 * @returns {PlannedService[]}
 */
export function inTurn(services, seed, ageing = []) {
  const turn = new Map(services.map(({ partner }) => [partner, hashOf(`${seed}/${partner}`)]));
  const key = (/** @type {PlannedService} */ { partner, verdict }) => [2 * Number(verdict === "unknown") + Number(ageing.includes(partner)), turn.get(partner) ?? 0];
  return [...services].sort((one, other) => key(one)[0] - key(other)[0] || key(one)[1] - key(other)[1]);
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

/** A number that says nothing of the text (FNV-1a, then mixed). @param {string} text */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
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
  const found = [];
  while (waiting.length) {
    const { phase } = model.tasks[waiting[0]];
    const ready = waiting.find((index) => {
      const task = model.tasks[index];
      return task.phase === phase && !task.before.some((other) => waiting.includes(other) && model.tasks[other].phase === phase);
    });
    if (ready === undefined) throw new Error("tasks wait for each other");
    waiting.splice(waiting.indexOf(ready), 1);
    found.push(ready);
  }
  return found;
}
