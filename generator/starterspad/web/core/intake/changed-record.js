// A record that a form changes: what was there, with what was answered put over it.
// Python does the same (intake/changed_record.py); a test holds both to each other.
/** @import {Form} from "./form-types.js" */
/** @import {Days} from "./event-days.js" */
/** @import {Fault, Partner, Tree} from "./partner-file.js" */
import { correctedFact, currentFact, onTop } from "./corrected-fact.js";
import { dayFaults, eventWithDays } from "./event-days.js";
import { recordFaults } from "./partner-faults.js";

/**
 * A record as it stands on a day: a fact, once its next value holds, with that one.
 * @param {string} kind @param {Tree} record @param {string} today
 */
export const currentRecord = (kind, record, today) => (kind === "fact" ? currentFact(record, today) : record);

/**
 * A record as it is after a change; of a fact and of an event more follows than what was answered.
 * @param {string} kind
 * @param {Tree} old  empty where a new one begins
 * @param {Tree} answers  tidied
 * @param {string} today
 * @returns {Tree}
 */
export function changedRecord(kind, old, answers, today) {
  if (kind === "fact") return correctedFact(old, answers, today);
  if (kind === "event") return eventWithDays(old, answers);
  const answered = Object.entries(answers).map(([key, value]) => [key, onTop(old[key], value)]);
  return { ...old, ...Object.fromEntries(answered) };
}

/**
 * Says what the model would refuse of the answers; where there are none, that nothing is another.
 * @param {Partner} answers  tidied @param {Form} form
 * @param {Tree} old  the record that is changed, else empty
 * @param {string[]} days  those to come of an event that is there
 * @returns {Fault[]}
 */
export function answerFaults(answers, form, old, days) {
  if (!Object.keys(answers).length) return [{ path: "", code: "unchanged", values: {} }];
  const faults = recordFaults(answers, form);
  // One sentence beside a question is enough.
  const known = new Set(faults.map(({ path }) => path));
  const more = form.record === "event" ? dayFaults(/** @type {Days} */ (answers), old, days) : [];
  return [...faults, ...more.filter(({ path }) => !known.has(path))];
}
