// What she does about a competence: a step that she puts on her plan, and the day to look again.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Format} from "../../base/page-parts.js" */
import { dayAt } from "../../core/journal/journal-queries.js";
import { part, setText } from "../../base/page-parts.js";

/** Returns the development that a field or a button stands in. @param {Element} inside */
export function developmentOf(inside) {
  return /** @type {HTMLElement} */ (inside.closest("[data-develop]"));
}

/**
 * Returns where a step is kept that she puts on her plan: the small step of a competence is one of her own.
 * @param {HTMLElement} button
 */
export function placeOf(button) {
  const { develop } = developmentOf(button).dataset;
  return button.dataset.put ? `tasks/${button.dataset.put}/added` : `tasks/0${develop}/title`;
}

/**
 * Shows which steps are on her plan, and the days.
 * @param {HTMLElement} element
 * @param {Journal} journal
 * @param {Format} format
 */
export function showDevelopments(element, journal, format) {
  for (const development of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-develop]"))) {
    part(development, "review", HTMLInputElement).value = dayAt(journal, `pop/${development.dataset.develop}/review`);
  }
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (element.querySelectorAll("[data-put]"))) {
    const path = placeOf(button);
    button.disabled = journal.fields[path]?.value !== undefined && journal.fields[path].value !== null;
    setText(button, format(button.disabled ? "mirror.put_done" : "mirror.put"));
  }
}
