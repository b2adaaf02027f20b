// All that conditions may name of a person: what she answered, and what follows from her self-assessment and her
// decisions.
/** @import {Answers, Model} from "../model-types.js" */
/** @import {Journal} from "../journal/journal.js" */
import { decisionOf } from "./gates.js";
import { assessmentsOf, growing, ownAssessments, selfAssessmentScores } from "./self-assessment.js";
import { answersOf } from "../journal/journal-queries.js";

/**
 * Returns her answers, and beside them what her last self-assessment (`grow` or `fine`) and her decisions at gates say.
 * @param {Model} model
 * @param {Journal} journal  under today's names
 * @returns {Answers}
 */
export function answersWithDerived(model, journal) {
  const answers = answersOf(journal);
  const elsewhere = model.questions.filter(({ page }) => page);
  if (!elsewhere.length) return answers;
  const assessment = ownAssessments(assessmentsOf(journal)).at(-1);
  const scores = model.mirror ? selfAssessmentScores(model.mirror, assessment?.answers ?? {}) : {};
  const low = model.mirror ? growing(model.mirror, scores) : [];
  for (const { id } of elsewhere) {
    const [kind, name] = id.split(".");
    if (kind === "gate") {
      const decided = decisionOf(journal, name);
      if (decided) answers[id] = [decided.decision];
    } else if (Object.hasOwn(scores, name)) answers[id] = [low.includes(name) ? "grow" : "fine"];
  }
  return answers;
}
