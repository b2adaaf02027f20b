// A plan as `portal plan` prints it, and who of it fits for certain. The plan's own page loads none of it.
/** @import {Model} from "../model-types.js" */
/** @import {Plan as Written, PlannedTask as WrittenTask} from "../plan-types.js" */
/** @import {PlanOfSteps, PlannedStep} from "./plan.js" */
import { FAR, GENERAL, PERHAPS, ROOM, WEB_ONLY } from "./helper-order.js";
import { reachedBy } from "./reached-by.js";

/** @typedef {WrittenTask["why_first"][0]} Why */

/** @param {Model} model @param {PlanOfSteps} plan @returns {Written} */
export function writtenPlan(model, { schema, tasks }) {
  const written = tasks.map(({ services, ...task }) => {
    const helper = services.ids(1)[0] ?? null;
    return {
      ...task,
      services: services.slice(),
      helper,
      ways: helper ? reachedBy(model, helper) : [],
      why_first: whyFirst(services.ranks),
    };
  });
  return { schema, tasks: written };
}

/** Returns the ids of those who certainly help with a step, as partner/service. @param {PlannedStep} task */
export function certainHelpers({ services }) {
  const { ranks } = services;
  return services.ids(ranks.filter((rank) => rank < PERHAPS).length);
}

/**
 * Says what put the first of these before the others: of what all have alike, nothing.
 * @param {number[]} ranks  the lowest first
 */
export function whyFirst(ranks) {
  if (ranks.length === 1) return [/** @type {Why} */ ("only")];
  const behind = (/** @type {number} */ weight, /** @type {number} */ room) => {
    const part = (/** @type {number} */ rank) => Math.floor(rank / weight) % room;
    return ranks.some((rank) => part(rank) > part(ranks[0]));
  };
  /** @type {[Why, number, number][]} */
  const words = [
    ["certain", PERHAPS, 2],
    ["yours", GENERAL, ROOM + 1],
    ["near", FAR, ROOM + 1],
    ["reachable", WEB_ONLY, 2],
  ];
  return words.flatMap(([word, weight, room]) => (behind(weight, room) ? [word] : []));
}
