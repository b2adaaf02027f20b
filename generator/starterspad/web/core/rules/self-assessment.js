// What a person's answers about herself say: scores, what can grow, and what another sees differently.
/** @import {Journal} from "../journal/journal.js" */
/** @import {SelfAssessment} from "../model-types.js" */
import { LONGEST_NAME } from "../constants.js";
import { under } from "../journal/journal.js";

/**
 * @typedef {{id: string, by: string, about: string, day: string, answers: Record<string, number>, unknown: string[]}}
 *   Assessment
 *   by: who filled it in, empty for herself; about: for whom, empty for herself; unknown: what they did not know
 */

/** @param {SelfAssessment} selfAssessment */
const competencesOf = (selfAssessment) => selfAssessment.fields.flatMap(({ competences }) => competences);

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

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
    const answered = statements.filter(
      (statement) =>
        Number.isInteger(answers[statement.id]) &&
        answers[statement.id] >= 1 &&
        answers[statement.id] <= selfAssessment.top,
    );
    if (answered.length)
      scores[id] = mean(
        answered.map((statement) =>
          statement.reverse ? selfAssessment.top + 1 - answers[statement.id] : answers[statement.id],
        ),
      );
  }
  return scores;
}

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
 * Lists the competences that can grow: those below the comparison profile.
 * @param {SelfAssessment} selfAssessment
 * @param {Record<string, number>} scores
 * @returns {string[]} ids
 */
export function growing(selfAssessment, scores) {
  return competencesOf(selfAssessment).flatMap(({ id, profile }) => (scores[id] < profile ? [id] : []));
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

const ASSESSMENT_KIND = "starterspad-mirror";

/**
 * Writes an assessment as a file, as JSON with its kind first.
 * @param {Assessment} assessment
 * @returns {string} the text of a file that holds what somebody filled in about someone else
 */
export function assessmentFile({ id, by, about, day, answers, unknown }) {
  return `${JSON.stringify({ kind: ASSESSMENT_KIND, id, by, about, day, given: answers, unknown })}\n`;
}

/**
 * Reads what somebody filled in; null when it holds no assessment. Only statements that are asked are taken.
 * @param {string} text
 * @param {SelfAssessment} selfAssessment
 * @returns {Assessment | null}
 */
export function assessmentFrom(text, selfAssessment) {
  try {
    const content = JSON.parse(text.slice(0, 100_000));
    const whole =
      content?.kind === ASSESSMENT_KIND &&
      /^[a-z0-9]{1,30}$/.test(content.id) &&
      /^\d{4}-\d{2}-\d{2}$/.test(content.day);
    if (!whole || typeof content.by !== "string" || !content.by.trim()) return null;
    const asked = competencesOf(selfAssessment).flatMap(({ statements }) => statements.map(({ id }) => id));
    const placed = asked.filter(
      (id) =>
        Number.isInteger(content.given?.[id]) && content.given[id] >= 1 && content.given[id] <= selfAssessment.top,
    );
    if (!placed.length) return null;
    const answers = Object.fromEntries(placed.map((id) => [id, content.given[id]]));
    return {
      id: content.id,
      by: content.by.trim().slice(0, LONGEST_NAME),
      about: "",
      day: content.day,
      answers,
      unknown: [],
    };
  } catch {
    return null;
  }
}
