// Cells of a sheet: what stands in them, how they look, and what a formula gives now.
/** @import {Calculator} from "../money/calculator-types.js" */

/**
 * @typedef {string | null} Exact  p/q as formulas see it, or null where it is not known
 * @typedef {object} CalculatorToWrite
 * @property {Calculator} calculator
 * @property {string} title
 * @property {Record<string, string>} labels  of its inputs and steps, by name
 * @property {Record<string, string>} results  the sentence of each output, its figures left open
 * @property {Record<string, Exact | Exact[]>} values  what its inputs and steps are now, by name
 * @property {string[]} filled  the inputs that she filled in herself
 * @typedef {{inputs: string, steps: string, outputs: string, helpers: string, value: string,
 *   hint: string}} SheetWords  headings, and what may be changed
 * @typedef {"title" | "hint" | "heading" | "label" | "input" | "result" | "figure"} Look
 * @typedef {{look: Look, text?: string, number?: number, formula?: string, known?: number | string | null,
 *   format?: string}} Cell
 *   known: what a formula gives now, for programs that do not work it out; null where that is not known
 * @typedef {{name: string, rows: (Cell | null)[][]}} CalculatorSheet
 */

/** @param {string} text @returns {Cell} */
export function label(text) {
  return { look: "label", text };
}

/** @param {string} text @param {number} [number] @returns {Cell} */
export function heading(text, number) {
  return number ? { look: "heading", number, format: "0" } : { look: "heading", text };
}

/** What she did not fill in makes unknown what follows: an empty cell would count as nothing. */
/** @param {Exact} value @param {string} format @returns {Cell} */
export function inputCell(value, format) {
  return value === null
    ? { look: "input", formula: "NA()", known: null, format }
    : { look: "input", number: Number(numberOf(value)), format };
}

/** @param {Exact | undefined} value @returns {number | null} */
export function numberOf(value) {
  if (value === null || value === undefined) return null;
  const [top, bottom] = value.split("/").map(Number);
  return top / bottom;
}

/** @param {{unit: string, scale: number, decimals: number}} item */
export function formatOf({ unit, scale, decimals }) {
  const digits = decimals ? `.${"0".repeat(decimals)}` : "";
  if (scale === 100) return `0${digits}%`;
  return `#,##0${digits}${unit.startsWith("euro") ? ' "€"' : ""}`;
}
