// What comes out of a calculator, in sentences; or what is missing, or why there is no figure.
/** @import {Calculator, Figure} from "../../core/money/calculator-types.js" */
/** @import {Values} from "../../core/money/arithmetic.js" */
/** @import {Format} from "../../base/page-parts.js" */
import { figureNamed, saidOf } from "../../base/figures.js";
import { part, setText, showText } from "../../base/page-parts.js";

/**
 * Shows every result.
 * @param {HTMLElement} element
 * @param {HTMLElement} results  where the results stand
 * @param {Format} format
 * @param {Calculator} calculator
 * @param {Map<string, Values>} values
 * @param {ReadonlySet<string>} wrong  inputs in which something stands that may not
 * @returns {string} all of it as a text
 */
export function showResults(element, results, format, calculator, values, wrong) {
  /** @type {Set<string>} */
  const missing = new Set();
  /** @type {string[]} */
  const sentences = [];
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("[data-output]"))) {
    const figure = figureNamed(calculator, values, line.dataset.output ?? "");
    for (const input of figure.missing) missing.add(input);
    const { text = "" } = line.dataset;
    if (line.dataset.exact !== figure.exact) line.dataset.exact = figure.exact ?? "";
    const box = /** @type {HTMLElement} */ (line.parentElement);
    box.hidden = figure.value === null && figure.missing.length > 0;
    box.classList.toggle("result__line--none", figure.value === null);
    if (figure.value === null) setText(line, faultWords(format, figure, line.dataset.otherwise));
    else fill(line, text, (name) => saidOf(format, calculator, values, name));
    if (!box.hidden) sentences.push(line.textContent ?? "");
  }
  for (const range of /** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("[data-range]"))) {
    const ends = (range.dataset.range ?? "").split(" ");
    range.hidden = ends.some((name) => figureNamed(calculator, values, name).value === null);
  }
  const lacks = lackWords(element, format, [...missing], wrong);
  showText(part(results, "missing"), lacks);
  return [lacks, ...sentences].filter(Boolean).join(" ");
}

/**
 * Says the first that comes out above the fields too; it is read out once, with all the others.
 * @param {HTMLElement} element
 * @param {Format} format
 */
export function sayFirst(element, format) {
  const first = element.querySelector(".result__line:not([hidden]) > [data-output]");
  const words = first ? first.cloneNode(true).childNodes : [format("calculator.not_known")];
  part(element, "now").replaceChildren(...words);
}

/** @param {HTMLElement} element @param {Format} format @param {string[]} missing @param {ReadonlySet<string>} wrong */
function lackWords(element, format, missing, wrong) {
  const names = (/** @type {string[]} */ ids) => ids.map((id) => labelOf(element, id)).join("; ");
  const [mend, rest] = [missing.filter((id) => wrong.has(id)), missing.filter((id) => !wrong.has(id))];
  const sentences = [];
  if (mend.length) sentences.push(format("calculator.mend", { names: names(mend) }));
  if (rest.length) sentences.push(format("calculator.missing", { names: names(rest) }));
  return sentences.join(" ");
}

/** What an input is called. @param {HTMLElement} element @param {string} input */
export function labelOf(element, input) {
  return element.querySelector(`[data-field="${input}"] > label`)?.textContent ?? input;
}

/** @param {Format} format @param {Figure} figure @param {string} [otherwise] */
function faultWords(format, { fault, missing }, otherwise) {
  if (missing.length) return "";
  if (fault === "division" || fault === "outside") return format(`calculator.${fault}`);
  if (fault === "too-large") return format("calculator.too_large");
  return otherwise || format("calculator.not_known");
}

/**
 * Fills the figures into a sentence; one that says the same already stays as it is.
 * @param {HTMLElement} line
 * @param {string} text
 * @param {(name: string) => string} say
 */
function fill(line, text, say) {
  const pieces = text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? say(piece) : piece));
  if (line.childElementCount && line.textContent === pieces.join("")) return;
  const parts = pieces.map((piece, index) => {
    if (index % 2 === 0) return piece;
    const figure = document.createElement("b");
    figure.textContent = piece;
    return figure;
  });
  line.replaceChildren(...parts);
}
