// A calculator as a sheet of a spreadsheet: what is filled in, how it follows, what comes out, months side by side.
/** @import {ComputedInput, ComputedStep, Node} from "../money/calculator-types.js" */
/** @import {Sheet} from "./excel-formula.js" */
/** @import {CalculatorSheet, CalculatorToWrite, Cell, Exact, SheetWords} from "./sheet-cells.js" */
import { cellName, excelFormula, fixedCell, plainNumber } from "./excel-formula.js";
import { formatOf, heading, inputCell, label, numberOf } from "./sheet-cells.js";

const FIRST_ROW = 4;
// What stands in place of a result that is not known.
const UNKNOWN = "–";
// Letters that the name of a sheet may not have, and how long it may be.
const [NOT_IN_NAMES, LONGEST_NAME] = [/[[\]:*?/\\']/g, 31];

/**
 * Writes calculators as sheets, of which one may take from another.
 * @param {CalculatorToWrite[]} calculators
 * @param {SheetWords} words
 * @returns {CalculatorSheet[]}
 */
export function calculatorSheets(calculators, words) {
  /** @type {Map<string, Writer>} */
  const writers = new Map();
  for (const written of calculators) {
    const taken = new Set([...writers.values()].map(({ name }) => name.toLowerCase()));
    writers.set(written.calculator.id, new Writer(written, words, sheetName(written.title, taken), writers));
  }
  return [...writers.values()].map((writer) => writer.sheet());
}

/** @param {string} title @param {Set<string>} taken  small letters: spreadsheets see no others in names */
function sheetName(title, taken) {
  const plain = title.replace(NOT_IN_NAMES, " ").replace(/\s+/g, " ").trim() || "-";
  for (let number = 1; ; number++) {
    const ending = number > 1 ? ` ${number}` : "";
    const name = plain.slice(0, LONGEST_NAME - ending.length).trim() + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

class Writer {
  /** @type {Map<string, {row: number, monthly: boolean}>} */
  #places = new Map();
  /** @type {string[]} what takes a row of its own below, as JSON */
  #helpers = [];

  /**
   * @param {CalculatorToWrite} written
   * @param {SheetWords} words
   * @param {string} name
   * @param {Map<string, Writer>} all
   */
  constructor(written, words, name, all) {
    this.written = written;
    this.words = words;
    this.name = name;
    this.all = all;
    const { inputs, steps } = written.calculator;
    inputs.forEach((item, index) => {
      this.#places.set(item.id, { row: FIRST_ROW + 1 + index, monthly: item.asked !== undefined });
    });
    steps.forEach((step, index) => {
      const row = FIRST_ROW + inputs.length + 3 + index;
      this.#places.set(step.id, { row, monthly: Boolean(step.monthly) });
    });
  }

  /** How many months have a column: as many as there may be. */
  get #months() {
    const { months, inputs } = this.written.calculator;
    if (typeof months === "number") return months;
    const most = inputs.find(({ id }) => id === months)?.max ?? "0/1";
    return Number(plainNumber(most));
  }

  /** @returns {Sheet} */
  get #layout() {
    const { months } = this.written.calculator;
    return {
      placeOf: (name) => this.placeOf(name),
      months: this.#months,
      monthRow: FIRST_ROW,
      monthsCell: typeof months === "string" ? this.#cellOf(months) : "",
      helperRow: (inner) => this.#helperRow(inner),
    };
  }

  /** @param {string} name */
  placeOf(name) {
    const place = this.#places.get(name);
    if (!place) throw new Error(`no figure is called ${name}`);
    return place;
  }

  /** The cell of what stands once. @param {string} name */
  #cellOf(name) {
    return fixedCell(this.placeOf(name).row);
  }

  /** The cell of an output, as another sheet names it. @param {string} output */
  cellElsewhere(output) {
    return `'${this.name}'!${this.#cellOf(output)}`;
  }

  /** @param {Node} inner */
  #helperRow(inner) {
    const key = JSON.stringify(inner);
    if (!this.#helpers.includes(key)) this.#helpers.push(key);
    return this.#firstHelper + this.#helpers.indexOf(key);
  }

  /** Helpers stand below everything else, so that nothing moves when there is one more. */
  get #firstHelper() {
    const { inputs, steps, outputs } = this.written.calculator;
    return FIRST_ROW + inputs.length + steps.length + outputs.length + 7;
  }

  /** @returns {CalculatorSheet} */
  sheet() {
    const { calculator, title } = this.written;
    const { words } = this;
    const counted = Array.from({ length: this.#months }, (_, index) => heading("", index + 1));
    /** @type {(Cell | null)[][]} */
    const rows = [
      [{ look: "title", text: title }],
      [{ look: "hint", text: words.hint }],
      [],
      [heading(words.inputs), heading(words.value), ...counted],
      ...calculator.inputs.map((item) => this.#inputRow(item)),
      [],
      [heading(words.steps)],
      ...calculator.steps.map((step) => this.#stepRow(step)),
      [],
      [heading(words.outputs)],
      ...calculator.outputs.map((output) => this.#outputRow(output)),
    ];
    // A formula of a helper may ask for one more.
    const helpers = [];
    for (let index = 0; index < this.#helpers.length; index++) {
      const inner = /** @type {Node} */ (JSON.parse(this.#helpers[index]));
      helpers.push([label(""), null, ...this.#monthCells({ op: "sum", of: [inner] }, this.#firstHelper + index)]);
    }
    return { name: this.name, rows: helpers.length ? [...rows, [], [heading(words.helpers)], ...helpers] : rows };
  }

  /** @param {ComputedInput} item @returns {(Cell | null)[]} */
  #inputRow(item) {
    const format = formatOf(item);
    const values = this.written.values[item.id] ?? null;
    const cell = (/** @type {Exact} */ value) => inputCell(value, format);
    if (item.asked === undefined) {
      const single = Array.isArray(values) ? null : values;
      return [this.#label(item.id), this.#takenCell(item, format) ?? cell(single)];
    }
    const { row } = this.placeOf(item.id);
    const repeats = item.asked || this.#months;
    const months = Array.from({ length: this.#months }, (_, index) => {
      const value = Array.isArray(values) ? (values[index % values.length] ?? null) : values;
      if (index < repeats) return cell(value);
      /** @type {Cell} */
      const again = { look: "figure", formula: cellName(row, index + 1 - repeats), known: numberOf(value), format };
      return again;
    });
    return [this.#label(item.id), null, ...months];
  }

  /** What another calculator gives stands there, as long as she wrote nothing else. */
  /** @param {ComputedInput} item @param {string} format @returns {Cell | undefined} */
  #takenCell(item, format) {
    const [id, output] = item.taken ?? [];
    const other = this.all.get(id ?? "");
    if (!other || !output || this.written.filled.includes(item.id)) return undefined;
    const seen = item.scale === 1 ? other.cellElsewhere(output) : `${other.cellElsewhere(output)}*${item.scale}`;
    const rounded = `ROUND(${seen},${item.decimals})`;
    const value = this.written.values[item.id];
    return {
      look: "input",
      formula: item.scale === 1 ? rounded : `${rounded}/${item.scale}`,
      known: numberOf(Array.isArray(value) ? null : value),
      format,
    };
  }

  /** @param {ComputedStep} step @returns {(Cell | null)[]} */
  #stepRow(step) {
    const format = formatOf(step);
    const values = this.written.values[step.id] ?? null;
    if (step.monthly) {
      const { row } = this.placeOf(step.id);
      return [this.#label(step.id), null, ...this.#monthCells(step.formula, row, values, format)];
    }
    const formula = excelFormula(step.formula, this.#layout, { month: 0, before: "NA()" });
    return [
      this.#label(step.id),
      { look: "figure", formula, known: numberOf(Array.isArray(values) ? null : values), format },
    ];
  }

  /**
   * A formula for each month; that of a helper is the only part of what takes it over all months.
   * @param {Node} formula @param {number} row @param {Exact | Exact[]} [values] @param {string} [format]
   * @returns {Cell[]}
   */
  #monthCells(formula, row, values, format = "0.00") {
    const layout = this.#layout;
    const [first, next] = formula.op === "running" || formula.op === "sum" ? (formula.of ?? []) : [formula];
    const runs = formula.op === "running";
    return Array.from({ length: this.#months }, (_, index) => {
      const month = index + 1;
      const start = () => `(${excelFormula(first, layout, { month: 0, before: "NA()" })})`;
      const before = runs ? (month > 1 ? cellName(row, index) : start()) : "NA()";
      const written = excelFormula(runs ? next : first, layout, { month, before });
      const ends = layout.monthsCell && `IF(${cellName(FIRST_ROW, month)}>${layout.monthsCell},"",${written})`;
      // After the last month there is nothing; what stands in a helper nobody looks at.
      const known = Array.isArray(values) ? (index < values.length ? numberOf(values[index]) : "") : undefined;
      /** @type {Cell} */
      const cell = { look: "figure", formula: ends || written, known, format };
      return cell;
    });
  }

  /** @param {string} output @returns {(Cell | null)[]} */
  #outputRow(output) {
    const { inputs, steps } = this.written.calculator;
    const value = this.written.values[output];
    const item = [...inputs, ...steps].find(({ id }) => id === output);
    const cell = this.#cellOf(output);
    return [
      label(this.written.results[output] ?? output),
      {
        look: "result",
        formula: `IFERROR(${cell},"${UNKNOWN}")`,
        known: numberOf(Array.isArray(value) ? null : value) ?? UNKNOWN,
        format: item ? formatOf(item) : "0.00",
      },
    ];
  }

  /** @param {string} name */
  #label(name) {
    return label(this.written.labels[name] ?? name);
  }
}
