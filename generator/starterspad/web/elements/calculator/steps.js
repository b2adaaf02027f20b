// How a result follows: each step in words and in figures.
/** @import {Calculator, ComputedStep, Node as Formula} from "../../core/money/calculator-types.js" */
/** @import {Values} from "../../core/money/arithmetic.js" */
/** @import {Format} from "../../base/page-parts.js" */
import { isUnknown } from "../../core/money/arithmetic.js";
import { namesIn } from "../../core/money/kept.js";
import { figureNamed, saidOf } from "../../base/figures.js";
import { part, showText } from "../../base/page-parts.js";

// What a step is called that asks which way a condition went.
const ASKS = "~";
const CHOICE = /** @type {const} */ ("if");
const NUMBER = /** @type {const} */ ("number");
const NOTHING = /** @type {const} */ ({ op: "none" });
// What looks at every month; with one part these do too.
const MONTHLY = new Set(["sum", "last", "running", "earlier"]);
const EXTREMES = new Set(["min", "max"]);

/** @type {WeakMap<Calculator, ComputedStep[]>} */
const asked = new WeakMap();
/** @type {WeakMap<Element, string>} what each line was written of */
const writtenOf = new WeakMap();

/**
 * Writes the figures of every step below its words; lines of which nothing changed stay.
 * @param {HTMLElement} element
 * @param {Format} format
 * @param {Calculator} calculator
 * @param {Map<string, Values>} values
 * @param {(asking: Calculator) => Map<string, Values>} workedOut  works out the same with more steps
 */
export function showSteps(element, format, calculator, values, workedOut) {
  const asking = asked.get(calculator) ?? conditionsOf(calculator);
  asked.set(calculator, asking);
  const ways = workedOut({ ...calculator, steps: [...calculator.steps, ...asking] });
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-step]"))) {
    const line = /** @type {HTMLElement | null} */ (item.querySelector('[data-part="example"]'));
    const step = calculator.steps.find(({ id }) => id === item.dataset.step);
    if (!line || !step) continue;
    const { id, formula } = step;
    const own = asking.filter((asks) => asks.id.startsWith(`${id}${ASKS}`)).map((asks) => wayOf(ways.get(asks.id)));
    const figures = [id, ...namesIn(formula)].map((name) => figureNamed(calculator, values, name).value);
    const key = JSON.stringify([own, figures]);
    if (writtenOf.get(line) === key) continue;
    writtenOf.set(line, key);
    line.hidden = figures[0] === null;
    if (!line.hidden) writeLine(line, part(item, "words"), own, (name) => saidIn(format, calculator, values, name), id);
  }
}

/**
 * @param {HTMLElement} line
 * @param {HTMLElement} source  the words of the step
 * @param {(number | undefined)[]} ways
 * @param {(name: string) => string} say  empty where a figure is not known
 * @param {string} id
 */
function writeLine(line, source, ways, say, id) {
  const words = /** @type {HTMLElement} */ (source.cloneNode(true));
  chooseWays(words, ways);
  for (const button of words.querySelectorAll("button")) button.replaceWith(button.textContent ?? "");
  for (const name of /** @type {NodeListOf<HTMLElement>} */ (words.querySelectorAll("[data-name]"))) {
    const figure = say(name.dataset.name ?? "");
    if (figure) name.replaceWith(figure);
  }
  const result = document.createElement("b");
  result.textContent = say(id);
  line.replaceChildren(...words.childNodes, " = ", result);
}

/** @param {Format} format @param {Calculator} calculator @param {Map<string, Values>} values @param {string} name */
function saidIn(format, calculator, values, name) {
  return figureNamed(calculator, values, name).value === null ? "" : saidOf(format, calculator, values, name);
}

/** Tells which way a condition goes, where that is known. @param {Values} [way] */
function wayOf(way) {
  return !way || Array.isArray(way) || isUnknown(way) ? undefined : Number(!way.n);
}

/**
 * Returns a step for each condition of those that have a single figure: 1 where it holds, 0 where not.
 * @param {Calculator} calculator
 * @returns {ComputedStep[]}
 */
function conditionsOf({ steps }) {
  return steps.flatMap(({ id, formula, monthly }) =>
    monthly
      ? []
      : choicesIn(formula).map((condition, index) => {
          const of = [condition ?? NOTHING, { op: NUMBER, number: "1" }, { op: NUMBER, number: "0" }];
          const asks = condition ? { op: CHOICE, of } : NOTHING;
          return { id: `${id}${ASKS}${index}`, unit: "number", scale: 1, decimals: 0, formula: asks };
        }),
  );
}

/**
 * Returns the condition of every choice of a formula, as they stand in its words; none where it is another each month.
 * @param {Formula} formula
 * @param {boolean} [monthly]
 * @returns {(Formula | undefined)[]}
 */
function choicesIn({ op, of = [] }, monthly = false) {
  const own = op === CHOICE ? [monthly ? undefined : of[0]] : [];
  const within = monthly || MONTHLY.has(op) || (of.length === 1 && EXTREMES.has(op));
  return [...own, ...of.flatMap((part) => choicesIn(part, within))];
}

/** Leaves of each choice the way that is taken. @param {HTMLElement} words @param {(number | undefined)[]} ways */
function chooseWays(words, ways) {
  for (const [index, choice] of [...words.querySelectorAll("[data-choice]")].entries()) {
    const way = ways[index];
    if (way === undefined) continue;
    const own = [...choice.querySelectorAll("[data-way]")].filter((part) => part.closest("[data-choice]") === choice);
    choice.replaceChildren(...own[way].childNodes);
  }
}

/**
 * Shows the steps that lead to one result, and says of which.
 * @param {HTMLElement} element
 * @param {Format} format
 * @param {Calculator} calculator
 * @param {string} output
 */
export function explain(element, format, calculator, output) {
  chooseSteps(element, calculator, output);
  const sentence = element.querySelector(`[data-output="${output}"]`)?.textContent ?? "";
  const line = part(element, "steps-for");
  showText(line, format("calculator.steps_for", { name: sentence.replace(/\.$/, "") }));
  part(element, "all-steps").hidden = false;
  line.tabIndex = -1;
  line.focus();
}

/** Shows every step again. @param {HTMLElement} element @param {Calculator} calculator */
export function showAllSteps(element, calculator) {
  chooseSteps(element, calculator);
  part(element, "steps-for").hidden = true;
  part(element, "all-steps").hidden = true;
  part(element, "steps").querySelector("summary")?.focus();
}

/**
 * Shows the steps that lead to a result, or all.
 * @param {HTMLElement} element
 * @param {Calculator} calculator
 * @param {string} [output]  all where there is none
 */
function chooseSteps(element, calculator, output) {
  const needed = output ? leadingTo(calculator, output) : undefined;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-step]"))) {
    item.hidden = needed !== undefined && !needed.has(item.dataset.step ?? "");
  }
}

/** @param {Calculator} calculator @param {string} output @returns {Set<string>} */
function leadingTo({ steps }, output) {
  const needed = new Set([output]);
  // Steps name only those above them.
  for (const { id, formula } of [...steps].reverse()) {
    if (needed.has(id)) for (const name of namesIn(formula)) needed.add(name);
  }
  return needed;
}
