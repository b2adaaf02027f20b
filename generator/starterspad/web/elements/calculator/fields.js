// The fields of a calculator: what stands in them, as figures, and what is wrong beside each.
/** @import {Calculator, ComputedInput} from "../../core/money/calculator-types.js" */
/** @import {Texts} from "../../core/journal/sums.js" */
/** @import {Values} from "../../core/money/arithmetic.js" */
/** @import {Format} from "../../base/page-parts.js" */
import { exactly, shown } from "../../core/money/arithmetic.js";
import { figureOf, judgedFigure, typedFigure } from "../../core/money/results.js";
import { NO_FIGURE } from "../../core/journal/sums.js";
import { decimalMark, figureWords, typedWords } from "../../base/figures.js";
import { showText } from "../../base/page-parts.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

export class Fields {
  /**
   * @param {HTMLElement} form
   * @param {Calculator} calculator
   * @param {Format} format
   */
  constructor(form, calculator, format) {
    this.calculator = calculator;
    this.format = format;
    this.mark = decimalMark();
    /** @type {Field[]} */
    this.all = [...form.querySelectorAll("[data-input]")].filter((field) => isField(field));
  }

  /** @param {string} id @returns {ComputedInput} */
  input(id) {
    const item = this.calculator.inputs.find((candidate) => candidate.id === id);
    if (!item) throw new Error(`no input is called ${id}`);
    return item;
  }

  /**
   * Returns what is written once a field has changed, and says beside it what is wrong with it.
   * @param {Field} field
   * @param {Texts} texts  what was written before
   * @returns {Texts}
   */
  typed(field, texts) {
    const id = field.dataset.input ?? "";
    const text = this.textIn(field);
    this.judge(field);
    const { month } = field.dataset;
    // What stands for all takes the place of what stood for each month, and the other way round, with what was wrong.
    const others = this.all.filter(({ dataset }) => dataset.input === id && !dataset.month === Boolean(month));
    const wrong = others.filter((other) => other.hasAttribute("aria-invalid"));
    for (const other of wrong) this.calm(other);
    if (!month) return { ...texts, [id]: text };
    const months = this.monthsOf(id, wrong.length ? {} : texts);
    months[Number(month) - 1] = text || NO_FIGURE;
    const same = months.every((other) => other === months[0]);
    return { ...texts, [id]: same ? months[0].replace(NO_FIGURE, "") : months.join(" ") };
  }

  /** What stands in a field, as a figure where it is one. @param {Field} field */
  textIn({ value, dataset }) {
    const item = this.input(dataset.input ?? "");
    return value.trim() && (typedFigure(item, value, this.mark) ?? value.trim().replaceAll(" ", "_"));
  }

  /** Says of a field that nothing is wrong with it. @param {Field} field */
  calm(field) {
    field.value = "";
    this.judge(field);
  }

  /** Says beside a field what is wrong with it. @param {Field} field @returns {boolean} whether all is right */
  judge(field) {
    const text = this.textIn(field);
    const wrong = text ? wrongWords(this.format, this.input(field.dataset.input ?? ""), text) : "";
    showText(/** @type {HTMLElement} */ (document.getElementById(`${field.id}-wrong`)), wrong);
    field.toggleAttribute("aria-invalid", false);
    if (wrong) field.setAttribute("aria-invalid", "true");
    return !wrong;
  }

  /**
   * Shows what is written and what counts without it, in every field but the one that she is in.
   * @param {Texts} texts
   * @param {Map<string, Values>} values
   */
  show(texts, values) {
    for (const field of this.all) {
      const id = field.dataset.input ?? "";
      if (field === document.activeElement || field.getAttribute("aria-invalid")) continue;
      const text = this.textOf(field, id, texts, values);
      field.value = field instanceof HTMLSelectElement || !/^-?[0-9.]+$/.test(text) ? text : typedWords(text);
      this.judge(field);
    }
  }

  /** @param {Field} field @param {string} id @param {Texts} texts @param {Map<string, Values>} values */
  textOf(field, id, texts, values) {
    if (this.input(id).asked === undefined) return texts[id] ?? this.startOf(id, values);
    const months = this.monthsOf(id, texts);
    const { month } = field.dataset;
    if (month) return months[Number(month) - 1].replace(NO_FIGURE, "");
    const same = months.every((text) => text === months[0]);
    const box = field.closest("[data-field]")?.querySelector("details");
    if (box && !same) box.open = true;
    return same ? months[0].replace(NO_FIGURE, "") : "";
  }

  /** What counts until she writes something. @param {string} id @param {Map<string, Values>} values */
  startOf(id, values) {
    const value = values.get(id);
    if (!value || Array.isArray(value)) return "";
    return short(figureOf(this.calculator, id, value).value ?? "");
  }

  /**
   * Returns what is written for each month that is asked.
   * @param {string} id
   * @param {Texts} texts
   * @returns {string[]}
   */
  monthsOf(id, texts) {
    const count = this.all.filter(({ dataset }) => dataset.input === id && dataset.month).length;
    const item = this.input(id);
    const start = item.default?.map((figure) => short(shown(exactly(figure), item.decimals))) ?? [];
    const written = texts[id] === undefined ? start : texts[id].split(" ");
    const known = written.length && written[0] ? written : [NO_FIGURE];
    return Array.from({ length: count }, (_, month) => known[month % known.length]);
  }
}

/**
 * Says why a figure cannot stand in a field; empty where it can.
 * @param {Format} format
 * @param {ComputedInput} item
 * @param {string} text
 */
export function wrongWords(format, item, text) {
  const figure = judgedFigure(item, text);
  if (typeof figure !== "string") return "";
  const words = (/** @type {string} */ limit) => figureWords(format, shown(exactly(limit), item.decimals), item.unit);
  if (figure === "limits") return format("calculator.wrong_limits", { least: words(item.min), most: words(item.max) });
  if (figure === "digits" && item.decimals) return format("calculator.wrong_digits", { count: item.decimals });
  if (figure === "digits") return format("calculator.wrong_whole");
  return format("calculator.wrong_number", { example: typedWords(item.decimals ? "12.50" : "12") });
}

/** Leaves out noughts at the end that say nothing. @param {string} value */
function short(value) {
  const [whole, digits = ""] = value.split(".");
  return /[1-9]/.test(digits) ? `${whole}.${digits}` : whole;
}

/** @param {unknown} field @returns {field is Field} */
export function isField(field) {
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
}
