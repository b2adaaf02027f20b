// A fact that somebody corrects: what was known of the old value says nothing of the new one.
// Python does the same (intake/corrected_fact.py); a test holds both to each other.
/** @import {Tree} from "./partner-file.js" */

// What stands in texts and formulas; who changes it found another value.
const SAYS = ["value", "amount", "text"];
// What was known of the source of the old value, and for how long that one held.
const OF_THE_OLD = ["valid", "valid_from", "valid_until", "source_date", "second_source", "second_source_kind"];

/**
 * The record of a fact as it stands on a day: once its next value holds, with that one and its source.
 * @param {Tree} record @param {string} today
 * @returns {Tree}
 */
export function currentFact(record, today) {
  const next = /** @type {Tree | undefined} */ (record.next);
  if (!next || today < String(next.from)) return record;
  const kept = without(record, [...OF_THE_OLD, "next", "source_kind", "document", "amount"]);
  const answered = Object.fromEntries(
    ["value", "amount", "source"].flatMap((key) => (key in next ? [[key, next[key]]] : [])),
  );
  return { ...kept, ...answered, valid_from: next.from };
}

/**
 * A fact with what somebody found on a page; a value that holds only later becomes the next one.
 * @param {Tree} record @param {Tree} answers  tidied
 * @param {string} today
 * @returns {Tree}
 */
export function correctedFact(record, answers, today) {
  const old = currentFact(record, today);
  const answered = Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, onTop(old[key], value)]));
  const changed = SAYS.some((key) => key in answered && JSON.stringify(answered[key]) !== JSON.stringify(old[key]));
  if (changed && String(answered.valid_from ?? "") > today && answered.value) {
    const coming = {
      value: answered.value,
      from: answered.valid_from,
      amount: answered.amount,
      source: answered.source,
    };
    const next = Object.fromEntries(Object.entries(coming).filter(([, value]) => value));
    return { ...old, seen: "told", next, checked: answered.checked ?? old.checked };
  }
  const gone = changed ? [...OF_THE_OLD] : [];
  if (answered.source && answered.source !== old.source) gone.push("source_kind", "source_date", "document");
  return { ...without(old, gone), ...answered, seen: "told" };
}

/** @param {Tree} record @param {string[]} keys @returns {Tree} */
function without(record, keys) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** Returns what was there with what was answered put over it. @param {unknown} old @param {unknown} now */
export function onTop(old, now) {
  const both = [old, now].every((value) => typeof value === "object" && value !== null && !Array.isArray(value));
  return both ? { .../** @type {Tree} */ (old), .../** @type {Tree} */ (now) } : now;
}
