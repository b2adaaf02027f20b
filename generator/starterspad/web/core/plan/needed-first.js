// What she wants help with first, and what must come before it.
/** @import {Model} from "../model-types.js" */
/** @import {PlanOfSteps} from "./plan.js" */

/**
 * Returns the tasks of the themes she wants help with first, and what must come before them, so that putting
 * them on top never puts a step before the one it waits for.
 * @param {Model} model
 * @param {PlanOfSteps} plan
 * @param {string[]} needs  ids of themes
 * @returns {Set<string>}
 */
export function neededFirst(model, plan, needs) {
  const wanted = model.themes.filter(({ id }) => needs.includes(id)).flatMap(({ tasks }) => tasks);
  const shown = new Set(plan.tasks.flatMap(({ id, verdict }) => (verdict === "yes" ? [id] : [])));
  const all = wanted
    .filter((index) => shown.has(model.tasks[index].id))
    .flatMap((index) => [...model.tasks[index].before, index]);
  return new Set(all.map((index) => model.tasks[index].id).filter((id) => shown.has(id)));
}
