// What stands in a file that is changed: each answer as text, and whether it is still right.
/** @import {Partner, Tree} from "../../core/intake/partner-file.js" */
import { answerAt } from "../../core/intake/partner-file.js";
import { copyTemplate, firstOf, part, setText } from "../../base/page-parts.js";

/**
 * Folds each answer that stands to its words and two choices: right, or change. What a draft changed stays open.
 * @param {HTMLElement} element  the form, with the template of the choices
 * @param {ParentNode} scope  the form, or the block of an offer
 * @param {string} prefix  of the paths in it, such as services.
 * @param {Tree} base  what stands today
 * @param {Tree} now  what is filled in
 */
export function reviewAnswers(element, scope, prefix, base, now) {
  const block = scope instanceof HTMLElement && scope.matches("[data-service]") ? scope : null;
  for (const ask of /** @type {NodeListOf<HTMLElement>} */ (scope.querySelectorAll("[data-ask]"))) {
    if (ask.closest("[data-service]") !== block) continue;
    const path = ask.dataset.ask ?? "";
    const [before, after] = [base, now].map((tree) => answerAt(tree, path.slice(prefix.length).split(".")));
    if (before !== undefined) review(element, ask, JSON.stringify(before) !== JSON.stringify(after));
  }
}

/** @param {HTMLElement} element @param {HTMLElement} ask @param {boolean} changed  it is another by now */
function review(element, ask, changed) {
  const box = copyTemplate(element, "review");
  const label = firstOf(ask, ask.matches("fieldset") ? "legend" : "label");
  box.ariaLabel = label.textContent;
  const radios = [...box.querySelectorAll("input")];
  const name = `review-${element.querySelectorAll("[data-review]").length}`;
  const fold = () => {
    ask.toggleAttribute("data-folded", !radios[1].checked);
    const line = part(box, "now");
    const language = ask.querySelector("[lang]")?.getAttribute("lang");
    if (language) line.lang = language;
    setText(line, wordsOf(ask));
  };
  for (const radio of radios) {
    radio.name = name;
    radio.checked = changed && radio.value === "change";
    radio.addEventListener("change", fold);
  }
  label.after(box);
  fold();
}

/** What is filled in, as somebody reads it. @param {HTMLElement} ask */
function wordsOf(ask) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...ask.querySelectorAll("input[type=checkbox]:checked")]);
  const labels = boxes.map((box) => box.closest("label"));
  const names = labels.map((label) => (label?.querySelector("[data-part=name]") ?? label)?.textContent?.trim());
  const control = ask.querySelector("[data-path]:not([type=checkbox])");
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0].text;
  return control && "value" in control ? `${control.value}` : names.join(" · ");
}

/** The answers that nobody called right or changed. @param {HTMLElement} element @returns {HTMLElement[]} */
export function unlooked(element) {
  return [...element.querySelectorAll("[data-review]:not(:has(input:checked))")].map((box) => firstOf(box, "input"));
}

/** Opens an answer, as its choice does. @param {Element} ask */
export function openAnswer(ask) {
  /** @type {HTMLInputElement | null} */ (ask.querySelector('[data-review] [value="change"]'))?.click();
}

/** Shows the questions as they are for somebody new. @param {HTMLElement} element */
export function endReview(element) {
  for (const box of element.querySelectorAll("[data-review]")) {
    box.closest("[data-ask]")?.removeAttribute("data-folded");
    box.remove();
  }
}

/** Whether two files say the same, but for who says so and when. @param {Partner} left @param {Partner} right */
export function isSame(left, right) {
  const [one, other] = [left, right].map((tree) => JSON.stringify({ ...tree, confirmed: undefined }, inOrder));
  return one === other;
}

/** Keys in one order, however a form came to them. @param {string} _key @param {unknown} value */
function inOrder(_key, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
