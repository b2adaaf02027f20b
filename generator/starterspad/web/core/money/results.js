// What a calculator says for what is filled in: its results with their units, and what is missing; the same as
// `rules/money/results.py` and, for what is typed, `rules/money/inputs_file.py`.
import { exactly, isUnknown, shown, written } from "./arithmetic.js";
import { calculate } from "./evaluate.js";
import { fractionOf, order, reduced, times } from "./reduced.js";
import { typedNumber } from "./typed-number.js";
/** @import {Calculator, ComputedInput, ComputedStep, Figure} from "./calculator-types.js" */
/** @import {Value, Values} from "./arithmetic.js" */
/** @import {Filled} from "./evaluate.js" */
/** @import {Fraction} from "./reduced.js" */

// So many digits stand behind what parts thousands.
const THOUSAND = 3;

/**
 * Works one of many calculators out, with what it takes from others as these are filled in.
 * @param {Record<string, Calculator>} calculators
 * @param {string} id
 * @param {Record<string, Filled>} filled  by calculator
 * @returns {Map<string, Values>}
 */
export function resultsOf(calculators, id, filled) {
  return calculate(calculators[id], filled[id] ?? {}, takenFrom(calculators, id, filled));
}

/**
 * Returns what others give to the inputs of a calculator in which nothing is filled in.
 * @param {Record<string, Calculator>} calculators
 * @param {string} id
 * @param {Record<string, Filled>} filled  by calculator
 * @returns {Record<string, Value>}
 */
export function takenFrom(calculators, id, filled) {
  /** @type {Record<string, Value>} */
  const taken = {};
  for (const item of calculators[id].inputs) {
    const [other, output] = item.taken ?? [];
    if (!calculators[other] || item.id in (filled[id] ?? {})) continue;
    const value = resultsOf(calculators, other, filled).get(output);
    if (value && !Array.isArray(value)) taken[item.id] = value;
  }
  return taken;
}

/**
 * Writes a figure of an input or a step in the unit that people see.
 * @param {Calculator} calculator
 * @param {string} name
 * @param {Value} value
 * @returns {Figure}
 */
export function figureOf(calculator, name, value) {
  const { unit, scale, decimals } = namedPart(calculator, name);
  if (isUnknown(value)) {
    const missing = calculator.inputs.map((item) => item.id).filter((input) => value.missing.has(input));
    return { value: null, exact: null, unit, missing, fault: value.fault };
  }
  const seen = times(value, reduced(BigInt(scale), 1n));
  return { value: shown(seen, decimals), exact: written(seen), unit, missing: [], fault: "" };
}

/**
 * Returns the input or the step of a name.
 * @param {Calculator} calculator
 * @param {string} name
 * @returns {ComputedInput | ComputedStep}
 */
export function namedPart(calculator, name) {
  const part = [...calculator.inputs, ...calculator.steps].find(({ id }) => id === name);
  if (!part) throw new Error(`nothing is called ${name}`);
  return part;
}

/** @typedef {"number" | "choice" | "limits" | "digits"} WrongFigure  why a figure cannot stand */

/**
 * Judges a figure for an input: digits with a point before what is less than one.
 * @param {ComputedInput} item
 * @param {string} text
 * @returns {Fraction | WrongFigure}
 */
export function judgedFigure(item, text) {
  if (!/^-?[0-9]{1,18}(\.[0-9]{1,12})?$/.test(text)) return "number";
  const figure = fractionOf(text);
  if (item.options) return item.options.some((option) => !order(figure, exactly(option))) ? figure : "choice";
  if (order(figure, exactly(item.min)) < 0 || order(figure, exactly(item.max)) > 0) return "limits";
  return 10n ** BigInt(item.decimals) % figure.d === 0n ? figure : "digits";
}

/**
 * Reads what she typed for an input. Where so many digits may stand behind the mark as part thousands, a rate such as
 * 9.125 is no nine thousand, which lies beyond its limits.
 * @param {ComputedInput} item
 * @param {string} text
 * @param {string} mark  what her language writes before what is less than one
 */
export function typedFigure(item, text, mark) {
  const number = typedNumber(text, mark);
  const other = item.decimals < THOUSAND ? null : typedNumber(text, mark === "," ? "." : ",");
  const stands = (/** @type {string | null} */ figure) =>
    figure !== null && typeof judgedFigure(item, figure) !== "string";
  return !stands(number) && stands(other) ? other : number;
}
