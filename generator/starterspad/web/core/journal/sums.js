// What she filled in on calculators, in her journal: `money/<calculator>/now/<input>`, and beside it what she tries,
// `money/<calculator>/if-1/<input>`. A figure stands there with a point before what is less than one; nothing at all
// where she says that she does not know; figures of months with spaces between.
/** @import {Calculator, ComputedInput} from "../money/calculator-types.js" */
/** @import {Filled} from "../money/evaluate.js" */
/** @import {WrongFigure} from "../money/results.js" */
/** @import {Journal} from "./journal.js" */
import { judgedFigure } from "../money/results.js";
import { under } from "./journal.js";
import { compareFields } from "./stamps.js";

/** @typedef {Record<string, string>} Texts  what is written, by input */

export const NOW = "now";
// Beside what is so now, so many others are tried.
export const TRIALS = /** @type {const} */ (["if-1", "if-2"]);
// A month in which nothing stands.
export const NO_FIGURE = "?";

/**
 * Returns where an input stands in the journal: paths have no underscores, and names of inputs no dashes.
 * @param {string} calculator
 * @param {string} set
 * @param {string} input
 */
export function sumPath(calculator, set, input) {
  return `money/${calculator}/${set}/${input.replaceAll("_", "-")}`;
}

/**
 * Returns what stands in the journal of one calculator, under whatever id it had: what was written last.
 * @param {Journal} journal
 * @param {Calculator} calculator
 * @param {string} set
 * @returns {Texts}
 */
export function textsOf(journal, { id, aliases = [] }, set) {
  const places = [id, ...aliases].map((name) => `money/${name}/${set}/`);
  /** @type {Texts} */
  const texts = {};
  for (const path of places.flatMap((place) => under(journal, place).map(([input]) => input))) {
    // What she took out under one id is gone, whatever stood there under another before.
    const fields = places.flatMap((place) => journal.fields[place + path] ?? []).sort(compareFields);
    const value = fields.at(-1)?.value;
    if (typeof value === "string") texts[path.replaceAll("-", "_")] = value;
  }
  return texts;
}

/**
 * Judges what is written for a calculator: figures where they may stand, and why the others may not.
 * @param {Calculator} calculator
 * @param {Texts} texts
 * @returns {{filled: Filled, wrong: Map<string, WrongFigure>}}
 */
export function judgedTexts({ inputs, months }, texts) {
  /** @type {Filled} */
  const filled = {};
  /** @type {Map<string, WrongFigure>} */
  const wrong = new Map();
  for (const item of inputs) {
    if (!Object.hasOwn(texts, item.id)) continue;
    const figures = figuresOf(item, texts[item.id], Number(months) || 0);
    filled[item.id] = typeof figures === "string" ? null : figures;
    if (typeof figures === "string") wrong.set(item.id, figures);
  }
  return { filled, wrong };
}

/**
 * Returns what is filled in on many calculators, by their ids; what cannot stand counts as not known.
 * @param {Calculator[]} calculators
 * @param {Journal} journal
 * @returns {Record<string, Filled>}
 */
export function filledIn(calculators, journal) {
  const judged = (/** @type {Calculator} */ calculator) =>
    judgedTexts(calculator, textsOf(journal, calculator, NOW)).filled;
  return Object.fromEntries(calculators.map((calculator) => [calculator.id, judged(calculator)]));
}

/**
 * @param {ComputedInput} item
 * @param {string} text
 * @param {number} months
 * @returns {Filled[string] | WrongFigure}
 */
function figuresOf(item, text, months) {
  const texts = text.split(" ");
  if (!text || texts.includes(NO_FIGURE)) return null;
  if (texts.length !== 1 && texts.length !== (item.asked || months)) return "number";
  const figures = [];
  for (const part of texts) {
    const figure = judgedFigure(item, part);
    if (typeof figure === "string") return figure;
    figures.push(figure);
  }
  return figures;
}
