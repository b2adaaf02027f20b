// A chart with its table: a pointer, a key and what reads the page out say the same row.
/** @import {Calculator} from "../../core/money/calculator-types.js" */
/** @import {Values} from "../../core/money/arithmetic.js" */
/** @import {Format} from "../../base/page-parts.js" */
/** @import {ChartRows} from "./chart-rows.js" */
import { figureWords } from "../../base/figures.js";
import { part, setText } from "../../base/page-parts.js";
import { drawLines, drawn, drawShares, WIDTH } from "./chart-drawing.js";
import { breakEvenRows, monthRows, shareRows } from "./chart-rows.js";

const MADE_OF = { break_even: breakEvenRows, months: monthRows, share: shareRows };

/** @typedef {{chart: ChartRows, places: number[], move: (row: number) => void, key: string}} Shown */
/** @type {WeakMap<HTMLElement, Shown>} */
const shownIn = new WeakMap();

/**
 * Draws what is worked out; shows nothing where too little is known.
 * @param {HTMLElement} box
 * @param {Format} format
 * @param {Calculator} calculator
 * @param {Map<string, Values>} values
 */
export function showChart(box, format, calculator, values) {
  const { kind, series = "", unit: across = "" } = box.dataset;
  const labelOf = (/** @type {string} */ name) =>
    box.querySelector(`[data-label="${name}"]`)?.getAttribute("data-text") ?? name;
  const rowsOf = MADE_OF[/** @type {keyof typeof MADE_OF} */ (kind)];
  const chart = rowsOf({ format, calculator, values, series: series.split(" "), labelOf, across });
  box.hidden = !chart?.rows.length;
  if (!chart || box.hidden) return;
  const key = JSON.stringify(chart);
  if (shownIn.get(box)?.key === key) return;
  const words = (/** @type {number} */ tick) => figureWords(format, String(Number(tick.toFixed(2))), chart.unit);
  const { svg, places, move } = chart.shares ? drawShares(chart) : drawLines(chart, words);
  part(box, "drawing").replaceChildren(svg);
  const known = shownIn.has(box);
  shownIn.set(box, { chart, places, move, key });
  const slide = part(box, "point", HTMLInputElement);
  slide.max = String(chart.rows.length - 1);
  if (!known) {
    slide.value = String(Math.max(0, chart.mark));
    listen(box, slide, format);
  }
  showKey(box, chart);
  showTable(box, chart);
  showRow(box, format);
}

/** @param {number[]} places @param {number} at */
function nearest(places, at) {
  return places.reduce((best, place, row) => (Math.abs(place - at) < Math.abs(places[best] - at) ? row : best), 0);
}

/** @param {HTMLElement} box @param {HTMLInputElement} slide @param {Format} format */
function listen(box, slide, format) {
  slide.addEventListener("input", () => showRow(box, format));
  const drawing = part(box, "drawing");
  drawing.addEventListener("pointermove", ({ clientX }) => {
    const { left = 0, width = 1 } = drawing.querySelector("svg")?.getBoundingClientRect() ?? {};
    const { places = [] } = shownIn.get(box) ?? {};
    slide.value = String(nearest(places, ((clientX - left) / width) * WIDTH));
    showRow(box, format);
  });
  // A table that is folded would not be printed.
  addEventListener("beforeprint", () => {
    part(box, "table-box", HTMLDetailsElement).open = true;
  });
}

/**
 * Says the row that she is at, on the drawing, below it and in the table.
 * @param {HTMLElement} box
 * @param {Format} format
 */
function showRow(box, format) {
  const { chart, move } = /** @type {Shown} */ (shownIn.get(box));
  const slide = part(box, "point", HTMLInputElement);
  const place = Math.min(Number(slide.value), chart.rows.length - 1);
  const { name, cells } = chart.rows[place];
  const figures = cells.map((cell, index) => `${chart.heads[index + 1]} ${cell}`).join("; ");
  const sentence = format("chart.row", { name, figures });
  slide.setAttribute("aria-valuetext", sentence);
  setText(part(box, "at"), sentence);
  move(place);
  for (const [index, row] of [...part(box, "rows").children].entries()) row.classList.toggle("here", index === place);
}

/** @param {HTMLElement} box @param {ChartRows} chart */
function showKey(box, { lines, shares, marked }) {
  const items = lines.map((line, index) => {
    const item = document.createElement("li");
    const sign = shares
      ? drawn("rect", { class: "chart__part", "data-tone": index % 6, width: 18, height: 12 })
      : drawn("line", { class: "chart__line", "data-tone": index % 4, x1: 1, x2: 31, y1: 6, y2: 6 });
    item.append(
      drawn("svg", { viewBox: "0 0 32 12", "aria-hidden": "true" }, sign),
      shares ? `${index + 1}. ${line}` : line,
    );
    return item;
  });
  if (marked) {
    const item = document.createElement("li");
    const sign = drawn("ellipse", { class: "chart__mark", cx: 16, cy: 6, rx: 6, ry: 5 });
    item.append(drawn("svg", { viewBox: "0 0 32 12", "aria-hidden": "true" }, sign), marked);
    items.push(item);
  }
  part(box, "key").replaceChildren(...items);
}

/** Writes the table; cells that say the same stay. @param {HTMLElement} box @param {ChartRows} chart */
function showTable(box, { heads, rows, mark }) {
  fitTo(part(box, "heads"), heads.length, () => cellWith("th", "", "col"));
  for (const [place, head] of heads.entries()) setText(cellAt(part(box, "heads"), place), head);
  const body = part(box, "rows");
  fitTo(body, rows.length, () => document.createElement("tr"));
  for (const [index, { label, cells }] of rows.entries()) {
    const row = cellAt(body, index);
    row.classList.toggle("figures__mark", index === mark);
    fitTo(row, cells.length + 1, () => (row.childElementCount ? cellWith("td", "") : cellWith("th", "", "row")));
    for (const [place, text] of [label, ...cells].entries()) setText(cellAt(row, place), text);
  }
}

/** @param {HTMLElement} parent @param {number} place */
function cellAt(parent, place) {
  return /** @type {HTMLElement} */ (parent.children[place]);
}

/** @param {HTMLElement} parent @param {number} count @param {() => HTMLElement} make */
function fitTo(parent, count, make) {
  while (parent.childElementCount < count) parent.append(make());
  while (parent.childElementCount > count) parent.lastElementChild?.remove();
}

/** @param {"th" | "td"} tag @param {string} text @param {string} [scope] */
function cellWith(tag, text, scope) {
  const cell = document.createElement(tag);
  cell.textContent = text;
  if (scope) cell.setAttribute("scope", scope);
  return cell;
}
