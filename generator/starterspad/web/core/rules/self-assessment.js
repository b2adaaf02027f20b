// What a person's answers about herself say: scores, and what can grow.
/** @import {Journal} from "../journal/journal.js" */
/** @import {SelfAssessment} from "../model-types.js" */
import { under } from "../journal/journal.js";

/**
 * @typedef {{id: string, by: string, about: string, day: string, answers: Record<string, number>, unknown: string[]}}
 *   Assessment
 *   by: who filled it in, empty for herself; about: for whom, empty for herself; unknown: what they did not know
 */

/** @param {SelfAssessment} selfAssessment */
export const competencesOf = (selfAssessment) => selfAssessment.fields.flatMap(({ competences }) => competences);

/** @param {number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Scores each competence of which a statement is answered: the mean of its statements, reversed ones turned round.
 * @param {SelfAssessment} selfAssessment
 * @param {Record<string, number>} answers
 * @returns {Record<string, number>} competence -> 1 to top
 */
export function selfAssessmentScores(selfAssessment, answers) {
  /** @type {Record<string, number>} */
  const scores = {};
  for (const { id, statements } of competencesOf(selfAssessment)) {
    const values = statements.flatMap((statement) => {
      const value = answers[statement.id];
      if (!Number.isInteger(value) || value < 1 || value > selfAssessment.top) return [];
      return [statement.reverse ? selfAssessment.top + 1 - value : value];
    });
    if (values.length) scores[id] = mean(values);
  }
  return scores;
}

/**
 * Lists the competences that can grow: those below the comparison profile.
 * @param {SelfAssessment} selfAssessment
 * @param {Record<string, number>} scores
 * @returns {string[]} ids
 */
export function growing(selfAssessment, scores) {
  return competencesOf(selfAssessment).flatMap(({ id, profile }) => (scores[id] < profile ? [id] : []));
}

/**
 * Lists the assessments in a journal: her own, those of others about her, and hers about others.
 * @param {Journal} journal
 * @returns {Assessment[]} every time that somebody filled it in, oldest first
 */
export function assessmentsOf(journal) {
  /** @type {Map<string, Assessment>} */
  const records = new Map();
  for (const [path, value] of under(journal, "mirror/")) {
    const [id, name, statement] = path.split("/");
    if (!records.has(id)) records.set(id, { id, by: "", about: "", day: "", answers: {}, unknown: [] });
    const assessment = /** @type {Assessment} */ (records.get(id));
    if ((name === "by" || name === "about" || name === "day") && typeof value === "string") assessment[name] = value;
    if (name === "given" && statement && Number.isInteger(value)) assessment.answers[statement] = Number(value);
    if (name === "given" && statement && value === "unknown") assessment.unknown.push(statement);
  }
  const whole = [...records.values()].filter(({ day }) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  return whole.sort((left, right) => (`${left.day} ${left.id}` < `${right.day} ${right.id}` ? -1 : 1));
}

/**
 * Picks her own.
 * @param {Assessment[]} assessments
 * @returns {Assessment[]} those that she filled in about herself, oldest first
 */
export function ownAssessments(assessments) {
  return assessments.filter(({ by, about }) => !by && !about);
}
