// What a starter decided at the end of a phase.
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
