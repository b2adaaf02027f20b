// What a starter worked out and shared, for her coach to read: nothing can be changed here.
/** @import {ToldCalculator} from "../../core/money/calculator-types.js" */
/** @import {Filled} from "../../core/money/evaluate.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { filledIn, NOW, textsOf } from "../../core/journal/sums.js";
import { resultsOf } from "../../core/money/results.js";
import { figureNamed, figureWords, saidOf } from "../../base/figures.js";
import { dataAt } from "../../base/page-parts.js";

/**
 * Lists what she filled in on each calculator, and what comes of it.
 * @param {PortalElement} element
 * @param {Journal} journal
 * @param {HTMLElement} list
 * @param {() => boolean} isShown  whether it is still her plan that stands there
 */
export async function showSums(element, journal, list, isShown) {
  const load = /** @type {() => Promise<Record<string, ToldCalculator>>} */ (dataAt(element.dataset.sums));
  const calculators = await element.late(load, list);
  if (!calculators || !isShown()) return;
  const all = Object.entries(calculators);
  const computations = Object.fromEntries(all.map(([id, { computation }]) => [id, computation]));
  const filled = filledIn(Object.values(computations), journal);
  const items = all.flatMap(([id, told]) => {
    const written = Object.entries(textsOf(journal, told.computation, NOW)).filter(([input]) =>
      Object.hasOwn(told.inputs, input),
    );
    return written.length ? [sumItem(element, told, written, filled[id], resultsOf(computations, id, filled))] : [];
  });
  list.replaceChildren(...items);
}

/**
 * @param {PortalElement} element
 * @param {ToldCalculator} told
 * @param {[string, string][]} written  each input with what stands there
 * @param {Filled} judged  what of it is a figure
 * @param {ReturnType<typeof resultsOf>} values
 */
function sumItem({ format }, { title, computation, inputs, outputs }, written, judged, values) {
  const say = (/** @type {string} */ name) => saidOf(format, computation, values, name);
  const filled = written.map(([input, text]) => {
    const { label, choices } = inputs[input];
    const unit = computation.inputs.find(({ id }) => id === input)?.unit ?? "";
    // Of months that are all alike one is told.
    const months = judged[input] ? text.split(" ") : [];
    const figures = new Set(months).size > 1 ? months : months.slice(0, 1);
    const words = figures.map((figure) => choices[String(Number(figure))] ?? figureWords(format, figure, unit));
    return `${format("service.label", { name: label })} ${words.join("; ") || format("calculator.not_known")}`;
  });
  const sentences = Object.entries(outputs).map(([id, { text, otherwise }]) => {
    const { value, fault } = figureNamed(computation, values, id);
    if (value !== null) return text.replace(/\{(\w+)\}/g, (_, name) => say(name));
    return fault === "none" ? otherwise : "";
  });
  const item = document.createElement("li");
  const head = document.createElement("h3");
  head.textContent = title;
  const lines = [filled.join("; "), sentences.filter(Boolean).join(" ")].filter(Boolean).map((words) => {
    const line = document.createElement("p");
    line.textContent = words;
    return line;
  });
  item.append(head, ...lines);
  return item;
}
