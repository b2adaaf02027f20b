// What her figures mean to conditions: loaded where a journal holds any, and a condition asks for them.
/** @import {ToldCalculator} from "../core/money/calculator-types.js" */
import { bucketAnswers } from "../core/money/buckets.js";
import { loaded } from "../core/rules/derived-answers.js";
import { dataAt } from "./page-parts.js";

/** Tells whatever makes a plan from now on what figures mean. @returns {Promise<true>} once it can */
export async function knowMoney() {
  if (loaded.length) return true;
  const model = document.querySelector("[data-model]")?.getAttribute("data-model") ?? "";
  const load = /** @type {() => Promise<Record<string, ToldCalculator>>} */ (
    dataAt(model.replace(/[^/]*$/, "calculators.json"))
  );
  const calculators = await load();
  if (!loaded.length) loaded.push((journal) => bucketAnswers(calculators, journal));
  return true;
}
