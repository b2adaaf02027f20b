// What somebody filled in about someone else, as a file.
/** @import {SelfAssessment} from "../model-types.js" */
/** @import {Assessment} from "./self-assessment.js" */
import { LONGEST_NAME } from "../constants.js";
import { competencesOf } from "./self-assessment.js";

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
