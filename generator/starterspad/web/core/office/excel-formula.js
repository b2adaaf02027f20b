// A formula of a calculator as a spreadsheet writes it, so that whoever changes a figure there sees everything follow.
/** @import {Node} from "../money/calculator-types.js" */

/**
 * @typedef {{row: number, monthly: boolean}} Place  where an input or a step stands, its row counted from 1
 * @typedef {object} Sheet
 * @property {(name: string) => Place} placeOf
 * @property {number} months  how many columns of months there are
 * @property {number} monthRow  the row that counts them
 * @property {string} monthsCell  the cell that says how many there are, or empty where all are
 * @property {(inner: Node) => number} helperRow  gives a row to what a formula takes over all months
 * @typedef {{month: number, before: string}} Moment  month: 0 where there is none; before: what it was the month before
 */

// The value of what stands once is in the second column, that of the first month in the next.
const VALUE_COLUMN = 2;
// A spreadsheet counts in binary fractions: so many digits more tell what is one figure from what is two.
const [EXTRA_DIGITS, ALIKE_DIGITS] = [8, 9];
const COMPARED = { lt: "<", le: "<=", gt: ">", ge: ">=", eq: "=", ne: "<>" };
const JOINED = /** @type {const} */ ({ add: ["+", 1], sub: ["-", 1], mul: ["*", 2], div: ["/", 2] });

/** Names a column as spreadsheets do. @param {number} number  from 1 @returns {string} such as AB */
function columnName(number) {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number > 26 ? columnName((number - 1 - rest) / 26) + letter : letter;
}

/** Names the cell of what stands once, from wherever it is copied to. @param {number} row */
export function fixedCell(row) {
  return `$${columnName(VALUE_COLUMN)}$${row}`;
}

/** Names the cell of a month, or with 0 that of what stands once. @param {number} row @param {number} month */
export function cellName(row, month) {
  return `${columnName(VALUE_COLUMN + month)}${row}`;
}

/** Names the cells of all months. @param {number} row @param {number} months */
function rangeName(row, months) {
  return `${cellName(row, 1)}:${cellName(row, months)}`;
}

/**
 * Writes an exact figure with its digits, or as a quotient where these do not end.
 * @param {string} exact  p/q
 */
export function plainNumber(exact) {
  const [top, bottom] = exact.split("/").map(BigInt);
  for (let digits = 0; digits <= 12; digits++) {
    const [scaled, rest] = [(top * 10n ** BigInt(digits)) / bottom, (top * 10n ** BigInt(digits)) % bottom];
    if (rest) continue;
    const whole = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, "0");
    const text = digits ? `${whole.slice(0, -digits)}.${whole.slice(-digits)}` : whole;
    return scaled < 0n ? `-${text}` : text;
  }
  return `(${top}/${bottom})`;
}

/**
 * Writes a formula, without the sign before it.
 * @param {Node} node
 * @param {Sheet} sheet
 * @param {Moment} moment
 * @returns {string}
 */
export function excelFormula(node, sheet, moment) {
  return written(node, sheet, moment).text;
}

/**
 * Writes a part, and how closely it binds: 1 as a sum, 2 as a product, 3 as one thing.
 * @param {Node} node @param {Sheet} sheet @param {Moment} moment
 * @returns {{text: string, binds: number}}
 */
function written(node, sheet, moment) {
  const { op, of = [] } = node;
  if (op in JOINED) return joined(/** @type {keyof typeof JOINED} */ (op), of, sheet, moment);
  const inner = (/** @type {number} */ index) => written(of[index], sheet, moment).text;
  if (op === "neg") return { text: `-${bracketed(written(of[0], sheet, moment), 3)}`, binds: 1 };
  return { text: whole(node, sheet, moment, inner), binds: 3 };
}

/** @param {keyof typeof JOINED} op @param {Node[]} of @param {Sheet} sheet @param {Moment} moment */
function joined(op, of, sheet, moment) {
  const [sign, binds] = JOINED[op];
  const [left, right] = of.map((part) => written(part, sheet, moment));
  // What is taken away, or divided by, is one thing.
  const close = op === "sub" || op === "div" ? binds + 1 : binds;
  return { text: `${bracketed(left, binds)}${sign}${bracketed(right, close)}`, binds };
}

/** @param {{text: string, binds: number}} part @param {number} least */
function bracketed({ text, binds }, least) {
  return binds < least || text.startsWith("-") ? `(${text})` : text;
}

/**
 * Writes what stands as one thing: a name, a number, a function.
 * @param {Node} node @param {Sheet} sheet @param {Moment} moment @param {(index: number) => string} inner
 * @returns {string}
 */
function whole(node, sheet, moment, inner) {
  const { op, of = [], number = "0/1", name = "" } = node;
  switch (op) {
    case "number":
    case "fact":
      return plainNumber(number);
    case "name":
      return nameIn(name, sheet, moment.month);
    case "none":
      return "NA()";
    case "month":
      return moment.month ? cellName(sheet.monthRow, moment.month) : "0";
    case "before":
      return moment.before;
    case "if":
      return `IF(${condition(of[0], sheet, moment)},${inner(1)},${inner(2)})`;
    case "earlier":
      return earlier(of, sheet, moment);
    case "power":
      return `IF(${inner(1)}=0,1,POWER(${inner(0)},${inner(1)}))`;
    case "round":
    case "round_up":
    case "round_down":
      return rounded(op, inner(0), inner(1));
    case "sum":
    case "last":
      return overMonths(op, of[0], sheet);
    default:
      if (of.length === 1) return overMonths(op, of[0], sheet);
      return `${op.toUpperCase()}(${of.map((_, index) => inner(index)).join(",")})`;
  }
}

/** @param {string} name @param {Sheet} sheet @param {number} month */
function nameIn(name, sheet, month) {
  const { row, monthly } = sheet.placeOf(name);
  return monthly ? cellName(row, month) : fixedCell(row);
}

/** @param {Node[]} of @param {Sheet} sheet @param {Moment} moment */
function earlier([wanted, back, first], sheet, { month, before }) {
  const months = Number((back.number ?? "0/1").split("/")[0]);
  const then = month > months ? { month: month - months, before } : { month, before };
  return `(${excelFormula(month > months ? wanted : first, sheet, then)})`;
}

/** @param {"round" | "round_up" | "round_down"} op @param {string} what @param {string} digits */
function rounded(op, what, digits) {
  const name = { round: "ROUND", round_up: "ROUNDUP", round_down: "ROUNDDOWN" }[op];
  return `${name}(ROUND(${what},${Number(digits) + EXTRA_DIGITS}),${digits})`;
}

/** Takes something over all months: of a row that stands there, or of one made for it. */
/** @param {string} op @param {Node} inner @param {Sheet} sheet */
function overMonths(op, inner, sheet) {
  const named = inner.op === "name" ? sheet.placeOf(inner.name ?? "") : undefined;
  const row = named?.monthly ? named.row : sheet.helperRow(inner);
  const range = rangeName(row, sheet.months);
  if (op === "last") return `INDEX(${range},1,${sheet.monthsCell || sheet.months})`;
  return `${op.toUpperCase()}(${range})`;
}

/** @param {Node} node @param {Sheet} sheet @param {Moment} moment @returns {string} */
function condition({ op, of = [] }, sheet, moment) {
  // What need not be known to decide is not asked: AND and OR of spreadsheets ask for both.
  if (op === "and") return `IF(${condition(of[0], sheet, moment)},${condition(of[1], sheet, moment)},FALSE)`;
  if (op === "or") return `IF(${condition(of[0], sheet, moment)},TRUE,${condition(of[1], sheet, moment)})`;
  if (op === "not") return `NOT(${condition(of[0], sheet, moment)})`;
  const [left, right] = of.map((part) => written(part, sheet, moment));
  const zero = right.text === "0";
  const apart = zero ? left.text : `${left.text}-${bracketed(right, 2)}`;
  return `ROUND(${apart},${ALIKE_DIGITS})${COMPARED[/** @type {keyof typeof COMPARED} */ (op)]}0`;
}
