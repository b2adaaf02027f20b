// Figures as her language writes them: amounts of money, percentages, plain numbers, with all their digits.
/** @import {Calculator, Figure} from "../core/money/calculator-types.js" */
/** @import {Values} from "../core/money/arithmetic.js" */
/** @import {Format} from "./page-parts.js" */
import { figureOf } from "../core/money/results.js";
import { writtenIn } from "./page-parts.js";

// What keeps together signs that are read from left to right, and its end.
const [LEFT_TO_RIGHT, ENDED] = ["\u2066", "\u2069"];

// Making them takes longer than all else that a key does.
/** @type {{whole: Intl.NumberFormat, mark: string} | undefined} */
let written;

/** How her language writes numbers: whole ones, and the mark before what is less than one. */
function numbers() {
  const mark = (/** @type {Intl.NumberFormatPart[]} */ parts) => parts.find(({ type }) => type === "decimal")?.value;
  written ??= {
    whole: new Intl.NumberFormat(writtenIn(), { maximumFractionDigits: 0 }),
    mark: mark(new Intl.NumberFormat(writtenIn()).formatToParts(1.5)) ?? ".",
  };
  return written;
}

/** What stands before what is less than one: a comma or a point. */
export function decimalMark() {
  return numbers().mark === "." ? "." : ",";
}

/**
 * Writes a number such as `1234.50` with all its digits, thousands apart.
 * @param {string} value  without a sign
 */
function numberWords(value) {
  const [before, digits = ""] = value.split(".");
  const { whole, mark } = numbers();
  const figure = whole.format(BigInt(before));
  return digits ? figure + mark + [...digits].map((digit) => whole.format(Number(digit))).join("") : figure;
}

/**
 * Writes a number as she may type it herself.
 * @param {string} value  such as `-1234.50`
 */
export function typedWords(value) {
  return value.startsWith("-") ? `-${numberWords(value.slice(1))}` : numberWords(value);
}

/**
 * Says a figure; of its unit only money and percent are said. `pages/figure_words.py` says the same.
 * @param {Format} format
 * @param {string} value  such as `-1234.50`
 * @param {string} unit
 */
export function figureWords(format, value, unit) {
  const [whole, digits = ""] = value.replace("-", "").split(".");
  const money = unit.startsWith("euro");
  // A whole amount has no cents; of other figures noughts at the end say nothing.
  const shown = money && /[1-9]/.test(digits) ? digits : digits.replace(/0+$/, "");
  let figure = numberWords(shown ? `${whole}.${shown}` : whole);
  if (money) figure = format("figures.euro", { figure });
  else if (unit.startsWith("percent")) figure = format("figures.percent", { figure });
  const said = value.startsWith("-") ? format("figures.minus", { figure }) : figure;
  // Between words from right to left a sign would stand on the wrong side.
  return document.body.dir === "rtl" ? `${LEFT_TO_RIGHT}${said}${ENDED}` : said;
}

/**
 * Returns a single figure by its name; where it is one for each month, nothing is known of it.
 * @param {Calculator} calculator
 * @param {Map<string, Values>} values
 * @param {string} name
 * @returns {Figure}
 */
export function figureNamed(calculator, values, name) {
  const value = values.get(name);
  const single = value && !Array.isArray(value) ? value : undefined;
  if (!single) return { value: null, exact: null, unit: "", missing: [], fault: "" };
  return figureOf(calculator, name, single);
}

/**
 * Says a single figure by its name; a sentence says so where it is not known.
 * @param {Format} format
 * @param {Calculator} calculator
 * @param {Map<string, Values>} values
 * @param {string} name
 */
export function saidOf(format, calculator, values, name) {
  const { value, unit } = figureNamed(calculator, values, name);
  return value === null ? format("calculator.not_known") : figureWords(format, value, unit);
}
