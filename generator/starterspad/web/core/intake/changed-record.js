// A record that a form changes: what was there, with what was answered put over it.
// Python does the same (intake/changed_record.py); a test holds both to each other.
/** @import {Form} from "./form-types.js" */
/** @import {Fault, Partner, Tree} from "./partner-file.js" */
import { correctedFact, currentFact, onTop } from "./corrected-fact.js";
import { recordFaults } from "./partner-faults.js";

/**
 * A record as it stands on a day: a fact, once its next value holds, with that one.
 * @param {string} kind @param {Tree} record @param {string} today
 */
export const currentRecord = (kind, record, today) => (kind === "fact" ? currentFact(record, today) : record);

/**
 * A record as it is after a change; of a fact more follows than what was answered.
 * @param {string} kind @param {Tree} old
 * @param {Tree} answers  tidied
 * @param {string} today
 * @returns {Tree}
 */
export function changedRecord(kind, old, answers, today) {
  if (kind === "fact") return correctedFact(old, answers, today);
  const answered = Object.entries(answers).map(([key, value]) => [key, onTop(old[key], value)]);
  return { ...old, ...Object.fromEntries(answered) };
}

/**
 * Says what the model would refuse of the answers; where there are none, that nothing is another.
 * @param {Partner} answers  tidied @param {Form} form
 * @returns {Fault[]}
 */
export function answerFaults(answers, form) {
  if (!Object.keys(answers).length) return [{ path: "", code: "unchanged", values: {} }];
  return recordFaults(answers, form);
}
