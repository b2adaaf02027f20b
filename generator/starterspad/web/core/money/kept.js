// What need not be worked out again once one figure changed: steps that name nothing of it, not even by way of others.
/** @import {Calculator, Node} from "./calculator-types.js" */
/** @import {Value, Values} from "./arithmetic.js" */
import { isUnknown, written } from "./arithmetic.js";

/** @type {WeakMap<Calculator, Map<string, string[]>>} */
const named = new WeakMap();

/**
 * Returns the steps whose values are still right.
 * @param {Calculator} calculator
 * @param {ReadonlyMap<string, Values>} before  all values of the last time
 * @param {ReadonlyMap<string, Values>} now  those of the inputs
 * @returns {Set<string>}
 */
export function keptSteps(calculator, before, now) {
  const changed = new Set(calculator.inputs.flatMap(({ id }) => (same(before.get(id), now.get(id)) ? [] : [id])));
  // Another number of months changes whatever looks at them.
  if (typeof calculator.months === "string" && changed.has(calculator.months)) return new Set();
  const kept = new Set();
  for (const [id, names] of namesBySteps(calculator)) {
    if (!before.has(id) || names.some((name) => changed.has(name))) changed.add(id);
    else kept.add(id);
  }
  return kept;
}

/** @param {Calculator} calculator */
function namesBySteps(calculator) {
  const names = named.get(calculator) ?? new Map(calculator.steps.map(({ id, formula }) => [id, namesIn(formula)]));
  named.set(calculator, names);
  return names;
}

/** Lists what a formula names. @param {Node} formula @returns {string[]} */
export function namesIn({ name, of = [] }) {
  return [...(name ? [name] : []), ...of.flatMap(namesIn)];
}

/** @param {Values | undefined} left @param {Values | undefined} right */
function same(left, right) {
  return left === right || (left !== undefined && right !== undefined && said(left) === said(right));
}

/** @param {Values} values @returns {string} */
function said(values) {
  const say = (/** @type {Value} */ value) =>
    isUnknown(value) ? [value.fault, ...value.missing].join(" ") : written(value);
  return Array.isArray(values) ? values.map(say).join(";") : say(values);
}
