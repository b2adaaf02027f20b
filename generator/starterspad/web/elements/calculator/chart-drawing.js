// The drawing of a chart: lines over an axis, or one bar in parts.
/** @import {ChartRows} from "./chart-rows.js" */
import { niceStep } from "./chart-rows.js";

const SVG = "http://www.w3.org/2000/svg";
export const WIDTH = 340;
const [HEIGHT, TOP, BOTTOM] = [250, 14, 40];
const LETTER = 7.4;
const TICKS = 4;
const BAR = 56;

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} inside
 */
export function drawn(name, attributes, ...inside) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...inside);
  return node;
}

/**
 * Draws lines, with what says how much above and along the axes; returns where each row stands on it.
 * @param {ChartRows} chart
 * @param {(tick: number) => string} words  says how much a tick of the upright axis is
 */
export function drawLines(chart, words) {
  const { rows, lines, mark } = chart;
  const all = rows.flatMap(({ ys }) => ys);
  const step = niceStep((Math.max(0, ...all) - Math.min(0, ...all) || 1) / TICKS);
  const low = Math.floor(Math.min(0, ...all) / step) * step;
  const high = Math.ceil(Math.max(0, ...all) / step) * step || step;
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  const left = 8 + LETTER * Math.max(...ticks.map((tick) => words(tick).length));
  const half = (/** @type {string} */ label) => 2 + (LETTER * label.length) / 2;
  const named = spread(rows.length);
  const right = WIDTH - Math.max(10, half(rows[named[named.length - 1]].label));
  const [first, last] = [rows[0].x, rows[rows.length - 1].x];
  const x = (/** @type {number} */ value) => left + ((right - left) * (value - first)) / (last - first || 1);
  const y = (/** @type {number} */ value) => TOP + ((HEIGHT - TOP - BOTTOM) * (high - value)) / (high - low);
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": chart.marked });
  for (const tick of ticks) {
    svg.append(
      drawn("path", { class: tick === 0 ? "chart__nought" : "chart__grid", d: `M${left} ${y(tick)}H${right}` }),
      drawn("text", { x: left - 5, y: y(tick) + 4.5, "text-anchor": "end" }, words(tick)),
    );
  }
  // Where the last label ends: one that would lie over it is left out, and the table has it.
  let end = 0;
  for (const place of named) {
    const { x: value, label } = rows[place];
    if (x(value) - half(label) < end) continue;
    if (rows.length <= 8 && place === mark && rows.some((row) => row !== rows[mark] && near(x(row.x), x(value))))
      continue;
    svg.append(drawn("text", { x: x(value), y: HEIGHT - BOTTOM + 16, "text-anchor": "middle" }, label));
    end = x(value) + half(label);
  }
  svg.append(drawn("text", { x: right, y: HEIGHT - 5, "text-anchor": "end" }, chart.across));
  for (const index of lines.keys()) {
    const points = rows.map((row) => `${x(row.x)},${y(row.ys[index])}`).join(" ");
    svg.append(drawn("polyline", { class: "chart__line", "data-tone": index % 4, points }));
  }
  if (mark >= 0) {
    const at = { cx: x(rows[mark].x), cy: y(rows[mark].ys[0]) };
    svg.append(drawn("ellipse", { class: "chart__mark", ...at, rx: 7, ry: 6 }));
  }
  const cursor = drawn("path", { class: "chart__cursor", d: "" });
  svg.append(cursor);
  const places = rows.map((row) => x(row.x));
  const move = (/** @type {number} */ row) => cursor.setAttribute("d", `M${places[row]} ${TOP}V${HEIGHT - BOTTOM}`);
  return { svg, places, move };
}

/** @param {number} left @param {number} right */
function near(left, right) {
  return Math.abs(left - right) < 5 * LETTER;
}

/** Returns which rows are named below the axis: all of a few, some of many. @param {number} count */
function spread(count) {
  const apart = count > 8 ? Math.ceil(count / 6) : 1;
  return Array.from({ length: count }, (_, row) => row).filter((row) => row % apart === 0);
}

/** Draws one bar in parts; what is below nought has no part in it. @param {ChartRows} chart */
export function drawShares({ rows }) {
  const sizes = rows.map(({ ys: [size] }) => Math.max(0, size));
  const whole = sizes.reduce((sum, size) => sum + size, 0) || 1;
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${BAR + 8}`, "aria-hidden": "true" });
  let from = 0;
  /** @type {Element[]} */
  const bars = [];
  const places = sizes.map((size, index) => {
    const wide = (WIDTH * size) / whole;
    const bar = drawn("rect", {
      class: "chart__part",
      "data-tone": index % 6,
      x: from,
      y: 4,
      width: wide,
      height: BAR,
    });
    bars.push(bar);
    svg.append(bar);
    if (wide > 16) {
      svg.append(drawn("text", { class: "chart__number", x: from + wide / 2, y: 4 + BAR / 2 + 4 }, String(index + 1)));
    }
    from += wide;
    return from - wide / 2;
  });
  const move = (/** @type {number} */ row) => {
    for (const [index, bar] of bars.entries()) bar.classList.toggle("chart__part--here", index === row);
  };
  return { svg, places, move };
}
