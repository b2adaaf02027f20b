// The plan on paper: what she wrote, under the headings that she chose, with what she worked out, and nothing else.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Table} from "../../core/office/outline.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { copyTemplate, part } from "../../base/page-parts.js";
import { putSheets } from "../../base/printed-sheet.js";
import { aboutPlan, answersIn, partsOf } from "./outlined-plan.js";

/** @typedef {{journal: Journal, tables: Table[]}} Printed  whose it is, and what came out of her calculators */

/**
 * Puts the plan on paper whenever the browser is about to print. It waits for nothing then: what stands in the fields
 * goes on the sheet, and all else was read before.
 * @param {PortalElement} element
 * @param {() => Printed} printed
 */
export function paperWhenAsked(element, printed) {
  element.listen(window, "beforeprint", () => putPaper(element, printed()));
}

/** @param {PortalElement} element @param {Printed} printed */
export function putPaper(element, { journal, tables }) {
  const sheet = copyTemplate(element, "paper");
  part(sheet, "paper-title").textContent = element.format("workbook.title");
  part(sheet, "paper-who").textContent = aboutPlan(element, journal);
  part(sheet, "paper-foot").textContent = element.format("workbook.foot");
  part(sheet, "paper-body").append(
    ...partsOf(element, answersIn(element), tables).flatMap((section) => [
      line("h2", section.title),
      ...section.answers.flatMap(({ question, text }) => {
        const answer = line("p", text || element.format("workbook.empty"));
        answer.className = text ? "plan-paper__answer" : "plan-paper__answer quiet";
        return [line("h3", question), answer];
      }),
      ...section.tables.flatMap(workedOut),
    ]),
  );
  putSheets(element, [sheet]);
}

/** @param {Table} table */
function workedOut({ title, rows, results }) {
  const figures = document.createElement("table");
  figures.className = "plan-paper__figures";
  for (const [label, figure] of rows) {
    const head = line("th", label);
    head.setAttribute("scope", "row");
    figures.insertRow().append(head, line("td", figure));
  }
  return [line("h3", title), ...results.map((result) => line("p", result)), figures];
}

/** @param {string} tag @param {string} words */
function line(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}
