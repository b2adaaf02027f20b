// What a starter decided at the end of a phase, and what her plan, her self-assessment and her worksheets show for it.
/** @import {Journal} from "../journal/journal.js" */
import { valueAt } from "../journal/journal.js";

export const DECISIONS = /** @type {const} */ (["go", "conditions", "not-yet", "no"]);

/** @typedef {{decision: string, day: string, why: string, coach: string, again: string}} Decided */

/**
 * Returns what she decided at the gate of a phase; null when she did not, or when it has no day.
 * @param {Journal} journal
 * @param {string} phase
 * @returns {Decided | null}
 */
export function decisionOf(journal, phase) {
  const text = (/** @type {string} */ name) => {
    const value = valueAt(journal, `gates/${phase}/${name}`);
    return typeof value === "string" ? value : "";
  };
  const [decision, day, why, coach, again] = ["decision", "day", "why", "coach", "again"].map(text);
  const whole = DECISIONS.some((possible) => possible === decision) && /^\d{4}-\d{2}-\d{2}$/.test(day);
  return whole ? { decision, day, why, coach, again } : null;
}

/**
 * Says how a criterion stands: done when all that shows it is done, open when some of it is not, unknown when nothing
 * of it is on her plan and she has not begun with any.
 * @param {{tasks: string[], selfAssessment: boolean, worksheet: string}} criterion
 * @param {{done: Set<string>, planned: Set<string>, assessed: boolean, written: Set<string>}} shown
 * @returns {"done" | "open" | "unknown"}
 */
export function standing({ tasks, selfAssessment, worksheet }, { done, planned, assessed, written }) {
  const counts = tasks.filter((task) => done.has(task) || planned.has(task));
  const shows = [
    ...counts.map((task) => done.has(task)),
    ...(selfAssessment ? [assessed] : []),
    ...(worksheet ? [written.has(worksheet)] : []),
  ];
  if (!counts.length && !(selfAssessment && assessed) && !written.has(worksheet)) return "unknown";
  return shows.every(Boolean) ? "done" : "open";
}
