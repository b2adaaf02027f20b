// What a chart shows, as rows of figures: the drawing, its table and what is read out are made of the same rows.
/** @import {Calculator} from "../../core/money/calculator-types.js" */
/** @import {Value, Values} from "../../core/money/arithmetic.js" */
/** @import {Fraction} from "../../core/money/reduced.js" */
/** @import {Format} from "../../base/page-parts.js" */
import { isUnknown, shown } from "../../core/money/arithmetic.js";
import { about, fractionOf, minus, order, parted, plus, reduced, times } from "../../core/money/reduced.js";
import { namedPart } from "../../core/money/results.js";
import { figureWords } from "../../base/figures.js";

/**
 * @typedef {{label: string, name: string, cells: string[], x: number, ys: number[]}} ChartRow  `x` is its place
 * @typedef {object} ChartRows
 * @property {string[]} heads  of the table, that of the rows first
 * @property {ChartRow[]} rows
 * @property {string[]} lines  what is drawn: as many as there are `ys` in a row
 * @property {number} mark  the row that matters most, or -1
 * @property {string} marked  what is said of it, or of what there is without it
 * @property {string} across  what stands below the drawing
 * @property {string} unit
 * @property {boolean} shares  parts of a whole, no lines
 */
/**
 * @typedef {object} ChartAsked
 * @property {Format} format
 * @property {Calculator} calculator
 * @property {Map<string, Values>} values
 * @property {string[]} series
 * @property {(name: string) => string} labelOf
 * @property {string} across
 */

const STEPS = 5;

/** @param {Fraction} value @param {string} unit @param {Format} format */
function money(value, unit, format) {
  return figureWords(format, shown(value, 2), unit);
}

/** @param {number} number */
function whole(number) {
  return reduced(BigInt(number), 1n);
}

/** @param {ChartAsked} asked @param {string} name @returns {Fraction | undefined} */
function known({ values }, name) {
  const value = values.get(name);
  return value === undefined || Array.isArray(value) || isUnknown(value) ? undefined : value;
}

/**
 * Turnover and costs for more and more that is sold.
 * @param {ChartAsked} asked
 * @returns {ChartRows | undefined} nothing where costs or price are not known
 */
export function breakEvenRows(asked) {
  const { format, series, across, calculator } = asked;
  const [fixed, price, cost, needed] = series.map((name) => known(asked, name));
  if (!fixed || !price || !cost) return undefined;
  const unit = namedPart(calculator, series[0]).unit;
  const step = niceStep((needed?.n ? about(needed) * 2 : 20) / STEPS);
  const counts = Array.from({ length: STEPS + 1 }, (_, index) => times(whole(index), fractionOf(String(step))));
  if (needed && !counts.some((count) => !order(count, needed))) counts.push(needed);
  counts.sort(order);
  const rows = counts.map((count) => {
    const [turnover, costs] = [times(price, count), plus(times(cost, count), fixed)];
    const figures = [turnover, costs, minus(turnover, costs)];
    const label = figureWords(format, shown(count, 2), "");
    const ys = [turnover, costs].map(about);
    const cells = figures.map((figure) => money(figure, unit, format));
    return { label, name: `${label} ${across}`, cells, x: about(count), ys };
  });
  const mark = needed ? counts.findIndex((count) => !order(count, needed)) : -1;
  const lines = [format("chart.turnover"), format("chart.costs")];
  return {
    heads: [across, ...lines, format("chart.left")],
    rows,
    lines,
    mark,
    marked: needed ? format("chart.from_here", { figure: rows[mark].name }) : format("chart.never"),
    across,
    unit,
    shares: false,
  };
}

/**
 * Figures month after month; of the first of them the lowest is marked.
 * @param {ChartAsked} asked
 * @returns {ChartRows | undefined} nothing where something in them is not known
 */
export function monthRows({ format, calculator, values, series, labelOf }) {
  const { unit, scale } = namedPart(calculator, series[0]);
  const columns = series.map((name) => knownMonths(values.get(name)));
  if (!columns.every((column) => column !== undefined)) return undefined;
  const [first] = columns;
  const head = format("chart.month");
  const rows = first.map((_, month) => {
    const figures = columns.map((column) => times(column[month], whole(scale)));
    return {
      label: String(month + 1),
      name: `${head} ${month + 1}`,
      cells: figures.map((figure) => money(figure, unit, format)),
      x: month + 1,
      ys: figures.map(about),
    };
  });
  const mark = first.reduce((least, figure, month) => (order(figure, first[least]) < 0 ? month : least), 0);
  const lines = series.map(labelOf);
  const lowest = format("chart.lowest");
  const marked = `${lowest}: ${format("chart.row", { name: rows[mark].name, figures: rows[mark].cells[0] })}`;
  return { heads: [head, ...lines], rows, lines, mark, marked, across: head, unit, shares: false };
}

/** @param {Values | undefined} value @returns {Fraction[] | undefined} */
function knownMonths(value) {
  if (!Array.isArray(value) || !value.length) return undefined;
  const figures = value.filter((/** @type {Value} */ figure) => !isUnknown(figure));
  return figures.length === value.length ? /** @type {Fraction[]} */ (figures) : undefined;
}

/**
 * The parts of a whole.
 * @param {ChartAsked} asked
 * @returns {ChartRows | undefined} nothing where one of them is not known
 */
export function shareRows(asked) {
  const { format, calculator, series, labelOf } = asked;
  const { unit, scale } = namedPart(calculator, series[0]);
  const parts = series.flatMap((name) => {
    const figure = known(asked, name);
    return figure ? [times(figure, whole(scale))] : [];
  });
  if (parts.length < series.length) return undefined;
  const all = parts.reduce(plus, whole(0));
  const rows = parts.map((figure, index) => {
    const percent =
      all.n && all.s > 0n ? figureWords(format, shown(times(parted(figure, all), whole(100)), 1), "percent") : "–";
    const cells = [money(figure, unit, format), percent];
    const label = labelOf(series[index]);
    return { label, name: label, cells, x: index, ys: [about(figure)] };
  });
  const heads = [format("chart.part"), format("chart.amount"), format("chart.of_all")];
  return { heads, rows, lines: rows.map(({ label }) => label), mark: -1, marked: "", across: "", unit, shares: true };
}

/** Returns 1, 2, 2.5 or 5 times a power of ten, and no less than a number. @param {number} least */
export function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-2)));
  return ([1, 2, 2.5, 5].find((times) => times * power >= least) ?? 10) * power;
}
