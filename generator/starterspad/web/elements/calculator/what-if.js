// What if one figure were another: up to two trials beside what is so now, side by side.
/** @import {Calculator} from "../../core/money/calculator-types.js" */
/** @import {Values} from "../../core/money/arithmetic.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Texts} from "../../core/journal/sums.js" */
/** @import {Change} from "../../store/page-edits.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { judgedTexts, sumPath, textsOf, TRIALS } from "../../core/journal/sums.js";
import { shown } from "../../core/money/arithmetic.js";
import { typedFigure } from "../../core/money/results.js";
import { decimalMark, figureWords, saidOf } from "../../base/figures.js";
import { part, setText } from "../../base/page-parts.js";
import { wrongWords } from "./fields.js";
import { labelOf } from "./results.js";

/**
 * @typedef {object} Compared
 * @property {PortalElement} element
 * @property {Calculator} computation
 * @property {Journal} journal
 * @property {Texts} texts  what is written now
 * @property {Map<string, Values>} values  what comes of it
 * @property {(texts: Texts) => Map<string, Values>} valuesOf
 * @property {(change: Change) => Promise<boolean>} edit  tells whether it was kept
 */
/** @typedef {{set: string, input: string, name: string, values: Map<string, Values>}} Trial */

/** @type {WeakMap<PortalElement, Compared>} the last of each page: what listens once works with what is so now */
const last = new WeakMap();

/** Shows the trials, and listens for more. @param {Compared} compared */
export function compare(compared) {
  const { element } = compared;
  const known = last.has(element);
  last.set(element, compared);
  if (!known) {
    const now = () => /** @type {Compared} */ (last.get(element));
    part(element, "what-if-input").addEventListener("change", () => offerChoices(now()));
    part(element, "what-if-add").addEventListener("click", () => add(now()));
    part(element, "what-if-form").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target instanceof HTMLInputElement) add(now());
    });
    offerChoices(compared);
  }
  showTable(compared, trialsOf(compared));
}

/** What may be chosen is chosen here too. @param {Compared} compared */
function offerChoices({ element }) {
  const input = part(element, "what-if-input", HTMLSelectElement).value;
  const field = element.querySelector(`select[data-input="${input}"]`);
  const before = part(element, "what-if-value");
  if (!(field instanceof HTMLSelectElement) && before instanceof HTMLInputElement) return;
  const after = document.createElement(field ? "select" : "input");
  if (field) after.append(...[...field.children].map((option) => option.cloneNode(true)));
  else after.setAttribute("inputmode", "decimal");
  after.id = before.id;
  after.dataset.part = before.dataset.part;
  after.setAttribute("aria-describedby", "what-if-wrong");
  before.replaceWith(after);
}

/** @param {Compared} compared @returns {Trial[]} */
function trialsOf({ element, computation, journal, texts, valuesOf }) {
  return TRIALS.flatMap((set) => {
    const changed = textsOf(journal, computation, set);
    const { filled } = judgedTexts(computation, changed);
    const [input] = Object.keys(filled).filter((id) => filled[id]);
    if (!input) return [];
    const values = valuesOf({ ...texts, [input]: changed[input] });
    const figure = saidIn(element, computation, values, input);
    const name = element.format("what_if.then", { name: labelOf(element, input), figure });
    return [{ set, input, name, values }];
  });
}

/**
 * Says what is tried, in the words of the choice where it is chosen.
 * @param {PortalElement} element
 * @param {Calculator} computation
 * @param {Map<string, Values>} values
 * @param {string} input
 */
function saidIn(element, computation, values, input) {
  const field = element.querySelector(`select[data-input="${input}"]`);
  const said = saidOf(element.format, computation, values, input);
  if (!(field instanceof HTMLSelectElement)) return said;
  const option = [...field.options].find(
    ({ value }) =>
      value &&
      figureWords(element.format, value, computation.inputs.find(({ id }) => id === input)?.unit ?? "") === said,
  );
  return option?.text ?? said;
}

/** Puts a trial beside the others. @param {Compared} compared */
async function add({ element, computation, journal, texts, values, edit }) {
  const { format } = element;
  const input = part(element, "what-if-input", HTMLSelectElement).value;
  const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (
    /** @type {unknown} */ (part(element, "what-if-value"))
  );
  const item = computation.inputs.find(({ id }) => id === input);
  const free = TRIALS.find((set) => !Object.keys(textsOf(journal, computation, set)).length);
  const tell = (/** @type {string} */ words) => setText(part(element, "what-if-wrong"), words);
  if (!item) return;
  const text = typedFigure(item, field.value, decimalMark()) ?? field.value.trim();
  const wrong = wrongWords(format, item, text);
  if (wrong || !free) {
    tell(wrong || format("what_if.full"));
    field.focus();
    return;
  }
  const now = saidOf(format, computation, values, input);
  const { filled } = judgedTexts(computation, { ...texts, [input]: text });
  const figure = filled[input]?.[0];
  if (figure && figureWords(format, shown(figure, item.decimals), item.unit) === now)
    return tell(format("what_if.same"));
  if (!(await edit((set) => set(sumPath(computation.id, free, input), text)))) return;
  field.value = "";
  tell("");
  setText(part(element, "what-if-told"), format("what_if.changed", { name: labelOf(element, input) }));
}

/** @param {Compared} compared @param {Trial[]} trials */
function showTable({ element, computation, values, edit }, trials) {
  const { format } = element;
  const table = part(element, "compare");
  table.hidden = !trials.length;
  const corner = cell("td", "cell", "");
  const heads = [{ name: format("what_if.now"), set: "" }, ...trials].map(({ name, set }) => {
    const head = cell("th", "columnheader", name);
    if (!set) return head;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "compare__remove";
    remove.ariaLabel = format("what_if.remove", { name });
    remove.textContent = "×";
    remove.addEventListener("click", async () => {
      await edit((write, journal) => {
        const written = Object.keys(textsOf(journal, computation, set));
        for (const input of written) write(sumPath(computation.id, set, input), null);
      });
      for (const name of ["what-if-wrong", "what-if-told"]) setText(part(element, name), "");
      part(element, "what-if-value").focus();
    });
    head.append(" ", remove);
    return head;
  });
  part(element, "compare-heads").replaceChildren(corner, ...heads);
  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-output]"))].map((line) => {
    const id = line.dataset.output ?? "";
    const row = document.createElement("tr");
    row.setAttribute("role", "row");
    const name = (line.dataset.text ?? "").replace(/\{\w+\}/g, "…");
    const cells = [values, ...trials.map((trial) => trial.values)].map((column) =>
      cell("td", "cell", saidOf(format, computation, column, id)),
    );
    row.append(cell("th", "rowheader", name), ...cells);
    return row;
  });
  part(element, "compare-rows").replaceChildren(...rows);
  table.style.setProperty("--columns", String(1 + trials.length));
}

/** @param {"th" | "td"} tag @param {string} role @param {string} text */
function cell(tag, role, text) {
  const made = document.createElement(tag);
  made.setAttribute("role", role);
  made.textContent = text;
  return made;
}
