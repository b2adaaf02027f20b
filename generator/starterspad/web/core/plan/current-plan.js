// Her current plan: the one place where what she keeps and what the city offers come together.
/** @import {Model} from "../model-types.js" */
/** @import {Answers} from "../plan-types.js" */
/** @import {PlanOfSteps, PlannedStep} from "./plan.js" */
/** @import {Journal} from "../journal/journal.js" */
import { addedOf, ownOf } from "../journal/journal-queries.js";
import { valueAt } from "../journal/journal.js";
import { renamed } from "../journal/renamed-ids.js";
import { answersWithDerived } from "../rules/derived-answers.js";
import { judgeOf } from "../rules/evaluate.js";
import { NOBODY } from "./helpers.js";
import { makePlan } from "./plan.js";

/**
 * @typedef {object} CurrentPlan
 * @property {Journal} journal  under today's names
 * @property {Answers} answers  given, and derived from her self-assessment and her decisions
 * @property {PlanOfSteps} plan  the city's steps in order, those that she added among them; her own steps at the end
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
    moment: Date.now() / 1000,
  });
  return {
    journal,
    answers,
    plan: { schema, tasks: [...tasks, ...ownOf(journal).map(({ id }) => unplaced(id, "yes"))] },
    broughtIn,
  };
}

/**
 * Returns a step without a place among the city's: her own, or one that is no longer there.
 * @param {string} id
 * @param {"yes" | "no"} verdict
 * @returns {PlannedStep}
 */
export function unplaced(id, verdict) {
  return {
    id,
    phase: "",
    verdict,
    reasons: [],
    missing: [],
    order: verdict === "yes" ? "later" : "waits",
    services: NOBODY,
  };
}
