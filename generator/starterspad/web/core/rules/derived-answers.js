// All that conditions may name of a person: what she answered, and what follows from her self-assessment and her
// decisions, and what her figures come to.
/** @import {Model} from "../model-types.js" */
/** @import {Answers} from "../plan-types.js" */
/** @import {Journal} from "../journal/journal.js" */
import { decisionOf } from "./gates.js";
import { assessmentsOf, growing, ownAssessments, selfAssessmentScores } from "./self-assessment.js";
import { answersOf } from "../journal/journal-queries.js";

/** @typedef {(journal: Journal) => Answers} Known */
/** @type {Known[]} what works her figures out, once that is loaded: it weighs more than all else here */
export const loaded = [];

/**
 * Returns her answers, and beside them what her last self-assessment (`grow` or `fine`) and her decisions at gates say.
 * @param {Model} model
 * @param {Journal} journal  under today's names
 * @returns {Answers}
 */
export function answersWithDerived(model, journal) {
  const answers = answersOf(journal);
  const assessment = ownAssessments(assessmentsOf(journal)).at(-1);
  const scores = model.mirror ? selfAssessmentScores(model.mirror, assessment?.answers ?? {}) : {};
  const low = model.mirror ? growing(model.mirror, scores) : [];
  for (const { id } of model.questions) {
    // A question that is asked has no such name.
    const [kind, name] = id.split(".");
    const decided = kind === "gate" && decisionOf(journal, name);
    if (decided) answers[id] = [decided.decision];
    if (kind === "competence" && name in scores) answers[id] = [low.includes(name) ? "grow" : "fine"];
  }
  return { ...answers, ...loaded[0]?.(journal) };
}
