// What is shown of a self-assessment beside its scores: its fields, and what another sees differently.
/** @import {SelfAssessment} from "../model-types.js" */
import { mean } from "./self-assessment.js";

/**
 * Scores each field: the mean of its competences that have a score.
 * @param {SelfAssessment} selfAssessment
 * @param {Record<string, number>} scores
 * @returns {Record<string, number>} field -> 1 to top
 */
export function fieldScoresOf(selfAssessment, scores) {
  /** @type {Record<string, number>} */
  const means = {};
  for (const { id, competences } of selfAssessment.fields) {
    const values = competences.flatMap((competence) =>
      Object.hasOwn(scores, competence.id) ? [scores[competence.id]] : [],
    );
    if (values.length) means[id] = mean(values);
  }
  return means;
}

/**
 * What another sees more of (above 0) or less, where it is a whole place on the scale or more.
 * @param {Record<string, number>} own
 * @param {Record<string, number>} compared
 * @returns {Record<string, number>}
 */
export function differences(own, compared) {
  const both = Object.keys(own).filter((id) => Object.hasOwn(compared, id) && Math.abs(compared[id] - own[id]) >= 1);
  return Object.fromEntries(both.map((id) => [id, compared[id] - own[id]]));
}
