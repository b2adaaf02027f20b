// The calculators that she filled in, worked out, as files for a lender show them.
/** @import {Journal} from "../journal/journal.js" */
/** @import {ComputedInput, ToldCalculator} from "../money/calculator-types.js" */
/** @import {Value, Values} from "../money/arithmetic.js" */
/** @import {CalculatorToWrite, Exact} from "./sheet-cells.js" */
/** @import {Table} from "./outline.js" */
import { filledIn } from "../journal/sums.js";
import { isUnknown, written } from "../money/arithmetic.js";
import { figureOf, namedPart, resultsOf } from "../money/results.js";

/**
 * Works calculators out: those that she filled in, or all where she filled in none.
 * @param {ToldCalculator[]} named
 * @param {Journal} journal
 * @returns {CalculatorToWrite[]}
 */
export function workedOut(named, journal) {
  const calculators = Object.fromEntries(named.map(({ computation }) => [computation.id, computation]));
  const filled = filledIn(Object.values(calculators), journal);
  const begun = named.filter(({ computation: { id } }) => Object.keys(filled[id]).length);
  return (begun.length ? begun : named).map(({ computation: calculator, title, inputs, steps, outputs }) => {
    const values = resultsOf(calculators, calculator.id, filled);
    return {
      calculator,
      title,
      labels: { ...labelsOf(inputs), ...steps },
      results: Object.fromEntries(Object.entries(outputs).map(([id, { text }]) => [id, text.replace(/\{\w+\}/g, "…")])),
      values: Object.fromEntries([...values].map(([name, value]) => [name, exactOf(value)])),
      filled: Object.keys(filled[calculator.id]),
    };
  });
}

/**
 * Lists what comes out of those that she filled in, for a text: a figure that is not known is left out.
 * @param {ToldCalculator[]} named
 * @param {Journal} journal
 * @param {(value: string, unit: string) => string} say  writes a figure as her language does
 * @returns {Table[]}
 */
export function resultTables(named, journal, say) {
  const all = named.map(({ computation }) => computation);
  const calculators = Object.fromEntries(all.map((computation) => [computation.id, computation]));
  const filled = filledIn(all, journal);
  return named.flatMap(({ computation: calculator, title, inputs, outputs }) => {
    const { id } = calculator;
    if (!Object.keys(filled[id]).length) return [];
    const values = resultsOf(calculators, id, filled);
    const figures = (/** @type {string} */ name) =>
      [values.get(name) ?? []].flat().map((value) => figureOf(calculator, name, value));
    const words = (/** @type {string} */ name) => {
      const known = figures(name).flatMap(({ value, unit }) =>
        value === null ? [] : [inputs[name]?.choices[String(Number(value))] ?? say(value, unit)],
      );
      // Of months those that are asked are said; where all are alike, one.
      const { asked } = /** @type {Partial<ComputedInput>} */ (namedPart(calculator, name));
      const shown = known.slice(0, asked || known.length);
      return (new Set(shown).size > 1 ? shown : shown.slice(0, 1)).join("; ");
    };
    const rows = calculator.inputs.flatMap((item) => {
      const shown = words(item.id);
      return shown ? [/** @type {[string, string]} */ ([inputs[item.id].label, shown])] : [];
    });
    const results = calculator.outputs.flatMap((output) => {
      const { text, otherwise } = outputs[output];
      if (figures(output)[0]?.fault === "none") return otherwise || [];
      return words(output) ? text.replace(/\{(\w+)\}/g, (_, name) => words(name)) : [];
    });
    return [{ calculator: id, title, rows, results }];
  });
}

/** @param {ToldCalculator["inputs"]} inputs @returns {Record<string, string>} */
function labelsOf(inputs) {
  return Object.fromEntries(Object.entries(inputs).map(([name, { label }]) => [name, label]));
}

/** @param {Values} value @returns {Exact | Exact[]} */
function exactOf(value) {
  const exact = (/** @type {Value} */ part) => (isUnknown(part) ? null : written(part));
  return Array.isArray(value) ? value.map(exact) : exact(value);
}
