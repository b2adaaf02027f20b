// What her figures mean to conditions: loaded where a journal holds any, and a condition asks for them.
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {ToldCalculator} from "../core/money/calculator-types.js" */
import { filledIn } from "../core/journal/sums.js";
import { isUnknown } from "../core/money/arithmetic.js";
import { bucketAnswers } from "../core/money/buckets.js";
import { resultsOf } from "../core/money/results.js";
import { loaded } from "../core/rules/derived-answers.js";
import { dataAt } from "./page-parts.js";

/** Every calculator with its words. @returns {Promise<Record<string, ToldCalculator>>} */
function toldCalculators() {
  const model = document.querySelector("[data-model]")?.getAttribute("data-model") ?? "";
  const load = /** @type {() => Promise<Record<string, ToldCalculator>>} */ (
    dataAt(model.replace(/[^/]*$/, "calculators.json"))
  );
  return load();
}

/** Tells whatever makes a plan from now on what figures mean. @returns {Promise<true>} once it can */
export async function knowMoney() {
  if (loaded.length) return true;
  const calculators = await toldCalculators();
  if (!loaded.length) loaded.push((journal) => bucketAnswers(calculators, journal));
  return true;
}

/**
 * Returns whole euros that she worked out, never more than it is; null where she did not.
 * @param {string} id  the calculator
 * @param {string} name  the input or step
 * @param {Journal} journal
 * @returns {Promise<string | null>}
 */
export async function wholeEuros(id, name, journal) {
  const all = Object.values(await toldCalculators()).map(({ computation }) => computation);
  const filled = filledIn(all, journal);
  if (!Object.keys(filled[id]).length) return null;
  const calculators = Object.fromEntries(all.map((computation) => [computation.id, computation]));
  const value = resultsOf(calculators, id, filled).get(name);
  return value && !Array.isArray(value) && !isUnknown(value) ? String(value.n / value.d) : null;
}
