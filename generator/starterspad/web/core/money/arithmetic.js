// Figures that may be unknown, and exact arithmetic with them; `rules/money/arithmetic.py` says the same.
import { FIGURE_LIMITS } from "./limits.js";
import { common, fractionOf, minus, order, parted, plus, reduced, times } from "./reduced.js";
/** @import {FigureFault, Op} from "./calculator-types.js" */
/** @import {Fraction} from "./reduced.js" */

/**
 * A figure that is not known: which inputs are missing, or what is wrong.
 * @typedef {object} Unknown
 * @property {ReadonlySet<string>} missing
 * @property {FigureFault} fault
 */
/** @typedef {Fraction | Unknown} Value */
/** @typedef {Value | Value[]} Values  a figure, or one for each month */

const MOST = BigInt(FIGURE_LIMITS.value);
const FINEST = 1n << BigInt(FIGURE_LIMITS.bits);
/** @type {Map<string, Fraction>} Formulas say the same few numbers for each month. */
const READ = new Map();
export const NONE = unknown([], "none");
export const TOO_LARGE = unknown([], "too-large");

/**
 * Says that a figure is not known.
 * @param {Iterable<string>} missing  the inputs without which it is not
 * @param {FigureFault} [fault]
 * @returns {Unknown}
 */
export function unknown(missing, fault = "") {
  return { missing: new Set(missing), fault };
}

/**
 * Tells whether a figure, or what a condition says, is known.
 * @param {unknown} value
 * @returns {value is Unknown}
 */
export function isUnknown(value) {
  return typeof value === "object" && value !== null && "missing" in value;
}

/**
 * Returns what is unknown where both are needed.
 * @param {Unknown} first
 * @param {unknown} other
 * @returns {Unknown}
 */
export function bothNeeded(first, other) {
  if (!isUnknown(other)) return first;
  return unknown([...first.missing, ...other.missing], first.fault || other.fault);
}

/**
 * Reads a figure that Python wrote: p/q, or digits with a point.
 * @param {string} text
 * @returns {Fraction}
 */
export function exactly(text) {
  const figure = READ.get(text) ?? fractionOf(text);
  READ.set(text, figure);
  return figure;
}

/**
 * Writes a figure exactly: p/q, reduced.
 * @param {Fraction} value
 * @returns {string}
 */
export function written(value) {
  return `${value.s * value.n}/${value.d}`;
}

/**
 * Rounds to so many digits behind the point: half away from zero, or away from it, or towards it.
 * @param {Fraction} value
 * @param {number} digits
 * @param {Op} [how]
 * @returns {Fraction}
 */
export function rounded(value, digits, how = "round") {
  const ten = 10n ** BigInt(digits);
  const scaled = value.n * ten;
  let whole = scaled / value.d;
  const rest = scaled % value.d;
  if ((how === "round_up" && rest) || (how === "round" && 2n * rest >= value.d)) whole += 1n;
  const shared = common(whole, ten);
  return reduced((value.s * whole) / shared, ten / shared);
}

/**
 * Writes a figure with so many digits behind the point, rounded half away from zero, never as -0.
 * @param {Fraction} value
 * @param {number} decimals
 * @returns {string}
 */
export function shown(value, decimals) {
  const ten = 10n ** BigInt(decimals);
  const number = times(rounded(value, decimals), reduced(ten, 1n));
  const digits = String(number.n).padStart(decimals + 1, "0");
  const at = digits.length - decimals;
  return `${number.s < 0n ? "-" : ""}${digits.slice(0, at)}${decimals ? "." : ""}${digits.slice(at)}`;
}

/**
 * Works out what needs all of its parts.
 * @param {Op} op
 * @param {Value[]} parts
 * @returns {Value}
 */
export function combined(op, parts) {
  /** @type {Unknown | undefined} */
  let missing;
  for (const part of parts) if (isUnknown(part)) missing = missing ? bothNeeded(missing, part) : part;
  return missing ?? workedOut(op, /** @type {Fraction[]} */ (parts));
}

/**
 * Works out what is known.
 * @param {Op} op
 * @param {Fraction[]} figures
 * @returns {Value}
 */
function workedOut(op, figures) {
  const [first, second] = figures;
  switch (op) {
    case "add":
      return sum(figures);
    case "sub":
      return fine(minus(first, second));
    case "mul":
      return fine(times(first, second));
    case "div":
      return second.n ? fine(parted(first, second)) : unknown([], "division");
    case "neg":
      return reduced(-first.s * first.n, first.d);
    case "min":
      return figures.reduce((least, figure) => (order(figure, least) < 0 ? figure : least));
    case "max":
      return figures.reduce((most, figure) => (order(figure, most) > 0 ? figure : most));
    case "power":
      return power(first, second.n);
    default:
      return rounded(first, Number(second.n), op);
  }
}

/**
 * @param {Fraction[]} figures
 * @returns {Value}
 */
function sum(figures) {
  let total = reduced(0n, 1n);
  for (const figure of figures) {
    total = plus(total, figure);
    if (isUnknown(fine(total))) return TOO_LARGE;
  }
  return total;
}

/**
 * Raises to a power; what has too many digits at least is not even begun.
 * @param {Fraction} base
 * @param {bigint} exponent
 * @returns {Value}
 */
function power(base, exponent) {
  const bits = Math.max(base.n.toString(2).length, base.d.toString(2).length);
  if (exponent * BigInt(bits - 1) > BigInt(FIGURE_LIMITS.bits)) return TOO_LARGE;
  // A power of a reduced fraction is reduced.
  return fine(reduced((base.s * base.n) ** exponent, base.d ** exponent));
}

/**
 * Stops at figures whose digits have no end: one waits for them in vain.
 * @param {Fraction} value
 * @returns {Value}
 */
function fine(value) {
  return value.n < FINEST && value.d < FINEST ? value : TOO_LARGE;
}

/**
 * Stops at what no step may come to.
 * @param {Value} value
 * @returns {Value}
 */
export function bounded(value) {
  return isUnknown(value) || value.n <= MOST * value.d ? value : TOO_LARGE;
}

/**
 * Compares two figures.
 * @param {Op} op
 * @param {Fraction} left
 * @param {Fraction} right
 * @returns {boolean}
 */
export function compared(op, left, right) {
  const apart = order(left, right);
  switch (op) {
    case "lt":
      return apart < 0;
    case "le":
      return apart <= 0;
    case "gt":
      return apart > 0;
    case "ge":
      return apart >= 0;
    case "eq":
      return apart === 0;
    default:
      return apart !== 0;
  }
}
