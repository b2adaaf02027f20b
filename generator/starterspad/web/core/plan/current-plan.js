// Her current plan: the one place where what she keeps and what the city offers come together.
/** @import {Answers, Model, Plan, PlannedTask} from "../model-types.js" */
/** @import {Journal} from "../journal/journal.js" */
import { dayOf } from "../day.js";
import { addedOf, asideOf, doneOf, ownOf } from "../journal/journal-queries.js";
import { valueAt } from "../journal/journal.js";
import { renamed } from "../journal/renamed-ids.js";
import { answersWithDerived } from "../rules/derived-answers.js";
import { judgeOf } from "../rules/evaluate.js";
import { makePlan, progressOf } from "./plan.js";

/**
 * @typedef {object} CurrentPlan
 * @property {Journal} journal  under today's names
 * @property {Answers} answers  given, and derived from her self-assessment and her decisions
 * @property {Plan} plan  the city's steps in order, those that she added among them; her own steps at the end
 * @property {Set<string>} broughtIn  ids of the city's steps that are on the plan only because she put them there
 */

/**
 * Makes the plan as it stands now. Whoever shows a plan, prints it, counts on it or hands it over makes it here, so
 * that
 * all show the same.
 * @param {Model} model
 * @param {Journal} kept  under whatever names it was written
 * @param {Answers} [instead]  answers to try: they go before those that she gave
 * @returns {CurrentPlan}
 */
export function currentPlan(model, kept, instead = {}) {
  const journal = renamed(kept, model.aliases);
  const answers = { ...answersWithDerived(model, journal), ...instead };
  const added = addedOf(journal);
  const judge = judgeOf(model, answers);
  const broughtIn = new Set(
    model.tasks.flatMap(({ id, condition }) => (added.has(id) && judge(condition).verdict !== "yes" ? [id] : [])),
  );
  const { schema, tasks } = makePlan(model, answers, {
    added,
    seed: String(valueAt(journal, "plan/seed")),
    today: dayOf(Date.now()),
  });
  return {
    journal,
    answers,
    plan: { schema, tasks: [...tasks, ...ownOf(journal).map(({ id }) => unplaced(id, "yes"))] },
    broughtIn,
  };
}

/**
 * Counts the done steps of a plan, as its page does: what she put aside, or no longer has, is none of them.
 * @param {Model} model
 * @param {Journal} kept
 */
export function doneOnPlan(model, kept) {
  const { journal, plan } = currentPlan(model, kept);
  return progressOf(plan, doneOf(journal), asideOf(journal)).done;
}

/**
 * Returns a step without a place among the city's: her own, or one that is no longer there.
 * @param {string} id
 * @param {"yes" | "no"} verdict
 * @returns {PlannedTask}
 */
export function unplaced(id, verdict) {
  const alone = { services: [], helper: null, ways: [], why_first: [] };
  return { id, phase: "", verdict, reasons: [], missing: [], order: verdict === "yes" ? "later" : "waits", ...alone };
}
