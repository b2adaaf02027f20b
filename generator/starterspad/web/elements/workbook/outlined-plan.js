// Her plan in the order that she chose, with whose it is: what every file of it holds.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Heading, Part, Table} from "../../core/office/outline.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { nameIn } from "../../core/journal/journal-file.js";
import { outlined } from "../../core/office/outline.js";
import { dateOf, part, today } from "../../base/page-parts.js";

/**
 * Says whose it is, of which day, and with whose headings.
 * @param {PortalElement} element
 * @param {Journal} journal
 */
export function aboutPlan(element, journal) {
  const order = part(element, "order", HTMLSelectElement);
  const whose = order.value && order.selectedOptions[0].text;
  return [nameIn(journal), dateOf(today()), whose].filter(Boolean).join(" · ");
}

/**
 * Returns what stands in the fields: also what is too long to be kept is hers, and goes along.
 * @param {PortalElement} element
 * @returns {Record<string, string>} section/question -> her words
 */
export function answersIn(element) {
  const fields = /** @type {HTMLTextAreaElement[]} */ ([...element.querySelectorAll("[data-question] textarea")]);
  return Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()]));
}

/**
 * Returns her plan in the order that she chose.
 * @param {PortalElement} element
 * @param {Record<string, string>} answers  section/question -> her words
 * @param {Table[]} tables  what came out of her calculators
 * @returns {Part[]}
 */
export function partsOf(element, answers, tables) {
  const texts = /** @type {HTMLTextAreaElement[]} */ ([...element.querySelectorAll("[data-question] textarea")]);
  const titles = Object.fromEntries(texts.map(({ name, dataset }) => [name, dataset.title ?? ""]));
  const sections = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-section]")]);
  /** @type {Heading[]} */
  const own = sections.map(({ dataset: { section = "", title = "" } }) => ({
    title,
    questions: texts.flatMap(({ name }) => (name.startsWith(`${section}/`) ? [name] : [])),
  }));
  const chosen = part(element, "order", HTMLSelectElement).value;
  /** @type {HTMLTemplateElement | null} */
  const template = chosen ? element.querySelector(`template[data-order="${CSS.escape(chosen)}"]`) : null;
  const headings = /** @type {HTMLElement[]} */ ([...(template?.content.children ?? [])]);
  const order = headings.map(({ dataset: { title = "", questions = "" } }) => ({
    title,
    questions: questions.split(" ").filter(Boolean),
  }));
  const calculators = Object.fromEntries(
    sections.map(({ dataset: { section = "", sums = "" } }) => [section, sums.split(" ").filter(Boolean)]),
  );
  const sums = { calculators, tables, title: element.format("workbook.figures") };
  return outlined(order.length ? order : own, own, titles, answers, sums);
}
