// How many steps of a plan are done, as its page counts them.
/** @import {Model} from "../model-types.js" */
/** @import {Journal} from "../journal/journal.js" */
import { asideOf, doneOf } from "../journal/journal-queries.js";
import { currentPlan } from "./current-plan.js";
import { progressOf } from "./plan.js";

/**
 * Counts the done steps of a plan, as its page does: what she put aside, or no longer has, is none of them.
 * @param {Model} model
 * @param {Journal} kept
 */
export function doneOnPlan(model, kept) {
  const { journal, plan } = currentPlan(model, kept);
  return progressOf(plan, doneOf(journal), asideOf(journal)).done;
}
