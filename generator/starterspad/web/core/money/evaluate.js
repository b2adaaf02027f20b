// A calculator worked out exactly, in fractions; `rules/money/evaluate.py` says the same. Formulas are trees, and
// nothing of them runs as code.
import {
  bothNeeded,
  bounded,
  combined,
  compared,
  exactly,
  isUnknown,
  NONE,
  rounded,
  TOO_LARGE,
  unknown,
} from "./arithmetic.js";
import { keptSteps } from "./kept.js";
import { order, parted, reduced, times } from "./reduced.js";
/** @import {Calculator, ComputedInput, Node} from "./calculator-types.js" */
/** @import {Unknown, Value, Values} from "./arithmetic.js" */
/** @import {Fraction} from "./reduced.js" */

/** @typedef {Record<string, Fraction[] | null>} Filled  figures by input, as people see them; null: not known */

/**
 * Returns every input and step by name, as formulas see them: a figure, or a list with one for each month.
 * @param {Calculator} calculator
 * @param {Filled} filled  within the limits
 * @param {Record<string, Value>} taken  what other calculators give, by input
 * @param {ReadonlyMap<string, Values>} [before]  what came out the last time: steps that nothing changed are not anew
 * @returns {Map<string, Values>}
 */
export function calculate(calculator, filled, taken, before = new Map()) {
  return new Run(calculator, filled, taken).run(before);
}

/** One calculation: what is known of each name so far. */
class Run {
  /**
   * @param {Calculator} calculator
   * @param {Filled} filled
   * @param {Record<string, Value>} taken
   */
  constructor(calculator, filled, taken) {
    this.calculator = calculator;
    /** @type {Map<string, Values>} */
    this.values = new Map();
    for (const item of calculator.inputs) {
      if (item.asked === undefined) this.values.set(item.id, oneValue(item, filled, taken));
    }
    const { months } = calculator;
    this.months = typeof months === "number" ? reduced(BigInt(months), 1n) : this.single(months);
    for (const item of calculator.inputs) {
      if (item.asked !== undefined) this.values.set(item.id, this.eachMonth(item, filled));
    }
  }

  /** @param {ReadonlyMap<string, Values>} before */
  run(before) {
    const kept = keptSteps(this.calculator, before, this.values);
    for (const { id, formula, monthly } of this.calculator.steps) {
      if (kept.has(id)) this.values.set(id, /** @type {Values} */ (before.get(id)));
      else if (!monthly) this.values.set(id, bounded(this.figure(formula, 0, TOO_LARGE)));
      else if (isUnknown(this.months)) this.values.set(id, this.months);
      else if (formula.op === "running") this.values.set(id, this.running(formula));
      else
        this.values.set(
          id,
          this.everyMonth().map((month) => bounded(this.figure(formula, month, TOO_LARGE))),
        );
    }
    return this.values;
  }

  /** Returns the months, counted from 1. */
  everyMonth() {
    const months = isUnknown(this.months) ? 0 : Number(this.months.n);
    return Array.from({ length: months }, (_, index) => index + 1);
  }

  /**
   * @param {Node} formula
   * @returns {Value[]}
   */
  running(formula) {
    const [start, step] = partsOf(formula);
    let before = bounded(this.figure(start, 0, TOO_LARGE));
    return this.everyMonth().map((month) => {
      before = bounded(this.figure(step, month, before));
      return before;
    });
  }

  /**
   * @param {ComputedInput} item
   * @param {Filled} filled
   * @returns {Values}
   */
  eachMonth(item, filled) {
    const figures = item.id in filled ? filled[item.id] : item.default?.map(exactly);
    if (!figures?.length) return unknown([item.id]);
    if (isUnknown(this.months)) return this.months;
    const scaled = figures.map((figure) => parted(figure, scaleOf(item)));
    return this.everyMonth().map((month) => scaled[(month - 1) % scaled.length]);
  }

  /**
   * @param {string} name
   * @returns {Value}
   */
  single(name) {
    const value = this.values.get(name);
    if (!value || Array.isArray(value)) throw new Error(`${name} is no single figure`);
    return value;
  }

  /**
   * Works out a part of a formula in a month, counted from 1; 0 where there is none.
   * @param {Node} node
   * @param {number} month
   * @param {Value} before
   * @returns {Value}
   */
  figure(node, month, before) {
    const parts = partsOf(node);
    switch (node.op) {
      case "number":
      case "fact":
        return exactly(node.number ?? "0");
      case "name": {
        const value = this.values.get(node.name ?? "");
        if (!value) throw new Error(`nothing is called ${node.name}`);
        return Array.isArray(value) ? value[month - 1] : value;
      }
      case "none":
        return NONE;
      case "month":
        return reduced(BigInt(month), 1n);
      case "before":
        return before;
      case "if": {
        const condition = this.condition(parts[0], month, before);
        return isUnknown(condition) ? condition : this.figure(parts[condition ? 1 : 2], month, before);
      }
      case "earlier": {
        const back = Number(exactly(parts[1].number ?? "0").n);
        return month <= back ? this.figure(parts[2], month, before) : this.figure(parts[0], month - back, before);
      }
      case "sum":
      case "last":
        return this.overMonths(node, before);
      case "min":
      case "max":
        if (parts.length === 1) return this.overMonths(node, before);
    }
    return combined(
      node.op,
      parts.map((part) => this.figure(part, month, before)),
    );
  }

  /**
   * @param {Node} node
   * @param {Value} before
   * @returns {Value}
   */
  overMonths(node, before) {
    if (isUnknown(this.months)) return this.months;
    const [part] = partsOf(node);
    const months = this.everyMonth();
    if (node.op === "last") return this.figure(part, months.length, before);
    const op = node.op === "sum" ? "add" : node.op;
    return combined(
      op,
      months.map((month) => this.figure(part, month, before)),
    );
  }

  /**
   * @param {Node} node
   * @param {number} month
   * @param {Value} before
   * @returns {boolean | Unknown}
   */
  condition(node, month, before) {
    const [first, second] = partsOf(node);
    if (node.op === "not") {
      const inner = this.condition(first, month, before);
      return isUnknown(inner) ? inner : !inner;
    }
    if (node.op === "and" || node.op === "or") {
      const decides = node.op === "or";
      const left = this.condition(first, month, before);
      if (left === decides) return decides;
      const right = this.condition(second, month, before);
      if (right === decides) return decides;
      return isUnknown(left) ? bothNeeded(left, right) : right;
    }
    const left = this.figure(first, month, before);
    const right = this.figure(second, month, before);
    if (isUnknown(left)) return bothNeeded(left, right);
    return isUnknown(right) ? right : compared(node.op, left, right);
  }
}

/**
 * @param {Node} node
 * @returns {Node[]}
 */
function partsOf(node) {
  return node.of ?? [];
}

/** @param {ComputedInput} item */
function scaleOf({ scale }) {
  return reduced(BigInt(scale), 1n);
}

/**
 * @param {ComputedInput} item
 * @param {Filled} filled
 * @param {Record<string, Value>} taken
 * @returns {Value}
 */
function oneValue(item, filled, taken) {
  if (!(item.id in filled) && item.id in taken) return takenValue(item, taken[item.id]);
  const figures = item.id in filled ? filled[item.id] : item.default?.map(exactly);
  return figures?.length ? parted(figures[0], scaleOf(item)) : unknown([item.id]);
}

/**
 * Returns the result of another calculator as this input takes it: rounded to its digits, within its limits.
 * @param {ComputedInput} item
 * @param {Value} value
 * @returns {Value}
 */
function takenValue(item, value) {
  if (isUnknown(value)) return unknown([item.id], value.fault);
  const seen = rounded(times(value, scaleOf(item)), item.decimals);
  const within = order(seen, exactly(item.min)) >= 0 && order(seen, exactly(item.max)) <= 0;
  return within ? parted(seen, scaleOf(item)) : unknown([], "outside");
}
