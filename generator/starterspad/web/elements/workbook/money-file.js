// Her figures as a file whose cells carry the formulas, and as tables of a text.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {ToldCalculator} from "../../core/money/calculator-types.js" */
/** @import {Format} from "../../base/page-parts.js" */
import { calculatorSheets } from "../../core/office/calculator-sheet.js";
import { resultTables, workedOut } from "../../core/office/worked-out.js";
import { xlsxFile } from "../../core/office/xlsx-file.js";
import { figureWords } from "../../base/figures.js";

/**
 * Lists what came out of her calculators, for a text.
 * @param {Record<string, ToldCalculator>} data
 * @param {Journal} journal
 * @param {Format} format
 */
export function moneyTables(data, journal, format) {
  return resultTables(Object.values(data), journal, (value, unit) => figureWords(format, value, unit));
}

/**
 * Makes the file of her calculators.
 * @param {Record<string, ToldCalculator>} data
 * @param {Journal} journal
 * @param {Format} format
 */
export function moneyFile(data, journal, format) {
  const words = Object.fromEntries(
    ["inputs", "steps", "outputs", "helpers", "value", "hint"].map((name) => [name, format(`sheet_file.${name}`)]),
  );
  const sheets = calculatorSheets(
    workedOut(Object.values(data), journal),
    /** @type {Parameters<typeof calculatorSheets>[1]} */ (words),
  );
  return xlsxFile(sheets, document.documentElement.dir === "rtl");
}
