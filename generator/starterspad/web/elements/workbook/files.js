// The plan as files, made on this device when she asks: a text to work on, a table, and a sheet of paper.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {ToldCalculator} from "../../core/money/calculator-types.js" */
/** @import {Table} from "../../core/office/outline.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { csvOf } from "../../core/formats/csv.js";
import { under } from "../../core/journal/journal.js";
import { dataAt, download, part, setText, today, writtenIn } from "../../base/page-parts.js";
import { printPage } from "../../base/print-page.js";
import { aboutPlan, answersIn, partsOf } from "./outlined-plan.js";
import { putPaper } from "./plan-paper.js";

const docx = () => import("../../core/office/docx-file.js");
const money = () => import("./money-file.js");

/** @typedef {() => Promise<Journal>} Read */

/**
 * Makes what a button names, one at a time, and says so; or that it did not work.
 * @param {PortalElement} element
 * @param {HTMLElement} target  what she touched
 * @param {Read} read
 */
export async function makeFile(element, target, read) {
  const button = /** @type {HTMLElement | null} */ (target.closest("[data-file], [data-part=print]"));
  if (!button || element.ariaBusy) return;
  const line = part(element, "made");
  setText(line, "");
  try {
    setText(line, (await element.busy(made(element, button, await read()))) ?? "");
  } catch {
    setText(line, element.format("workbook.failed"));
  }
}

/**
 * @param {PortalElement} element
 * @param {HTMLElement} button
 * @param {Journal} journal
 * @returns {Promise<string | undefined>} what is said of it; nothing where a part does not come, which says so itself
 */
async function made(element, button, journal) {
  const kind = button.dataset.file;
  const file = kind === "xlsx" ? await sheetsOf(element, button, journal) : undefined;
  const tables = kind === "xlsx" ? [] : await tablesOf(element, journal, button);
  if (!tables || (kind === "xlsx" && !file)) return undefined;
  if (!kind) {
    putPaper(element, { journal, tables });
    printPage(button);
    return undefined;
  }
  const name = `${element.format("workbook.title").toLowerCase().replace(/\s+/g, "-")}-${today()}.${kind}`;
  const content = file ?? (kind === "csv" ? tableOf(element, tables) : await textOf(element, button, journal, tables));
  if (!content) return undefined;
  download(name, typeof content === "string" ? "text/csv" : content.type, content);
  return element.format("workbook.made", { name });
}

/** Makes the table: each answer, and below its heading what she worked out. */
/** @param {PortalElement} element @param {Table[]} tables */
function tableOf(element, tables) {
  const rows = partsOf(element, answersIn(element), tables).flatMap(({ title, answers, tables: below }) => [
    ...answers.map(({ question, text }) => [title, question, text]),
    ...below.flatMap((table) => [
      ...table.results.map((result) => [title, table.title, result]),
      ...table.rows.map(([label, figure]) => [table.title, label, figure]),
    ]),
  ]);
  return csvOf(rows, new Intl.NumberFormat(writtenIn()).format(0.5).includes(","));
}

/** @param {PortalElement} element @param {HTMLElement} button @param {Journal} journal @param {Table[]} tables */
async function textOf(element, button, journal, tables) {
  const loaded = await element.late(docx, button);
  return loaded?.docxFile({
    title: element.format("workbook.title"),
    who: aboutPlan(element, journal),
    foot: element.format("workbook.foot"),
    empty: element.format("workbook.empty"),
    language: document.documentElement.lang,
    rightToLeft: document.documentElement.dir === "rtl",
    parts: partsOf(element, answersIn(element), tables),
  });
}

/**
 * Makes the file of her figures; nothing where a part of it does not come.
 * @param {PortalElement} element
 * @param {HTMLElement} button
 * @param {Journal} journal
 */
async function sheetsOf(element, button, journal) {
  const loaded = await moneyOf(element, button);
  return loaded?.made.moneyFile(loaded.data, journal, element.format);
}

/**
 * Lists what came out of her calculators: none where she filled in none, and nothing where a part does not come.
 * @param {PortalElement} element
 * @param {Journal} journal
 * @param {HTMLElement} [button]
 * @returns {Promise<Table[] | undefined>}
 */
export async function tablesOf(element, journal, button) {
  if (!element.dataset.calculators || !under(journal, "money/").length) return [];
  const loaded = await moneyOf(element, button);
  return loaded?.made.moneyTables(loaded.data, journal, element.format);
}

/** @param {PortalElement} element @param {HTMLElement} [button] */
async function moneyOf(element, button) {
  const load = /** @type {() => Promise<Record<string, ToldCalculator>>} */ (dataAt(element.dataset.calculators));
  const data = await element.late(load, button);
  const made = data && (await element.late(money, button));
  return made && data ? { made, data } : undefined;
}
