// The plan on paper: the same sheet from the button as from the browser's own menu.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { nameIn } from "../../core/journal/journal-file.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { servicesOnPaper } from "../../core/plan/words.js";
import { answersOf } from "../../core/journal/journal-queries.js";
import { part } from "../../base/page-parts.js";
import { bringWords } from "../../base/words.js";
import { showSheets } from "../../base/printed-sheet.js";

/**
 * Makes the sheet whenever the browser is about to print, so that a tick costs nothing more. The browser waits for
 * nothing then: what makes the sheet came with this module, and the plan of this page gives what it shows at once.
 * @param {PortalElement} element
 */
export function printAsSheet(element) {
  const paper = matchMedia("print");
  element.listen(window, "beforeprint", () => fillSheet(element));
  element.listen(paper, "change", () => paper.matches && fillSheet(element));
}

/**
 * Puts the plan that is shown on a sheet. Without any answer there is no plan: then the page says so on paper too.
 * @param {PortalElement} element
 */
export function fillSheet(element) {
  const journal = shownJournal();
  if (!journal || !Object.keys(answersOf(journal)).length) return;
  const name = part(element, "print-name", HTMLInputElement).value.trim() || nameIn(journal);
  const notes = part(element, "print-notes", HTMLInputElement).checked;
  showSheets(element, element.model, [{ journal, name, notes }]);
}

/**
 * Brings the words of all who stand on the sheet: where many help, the plan alone has not asked for them.
 * @param {PortalElement} element
 */
export async function bringForPaper(element) {
  const journal = shownJournal();
  if (!journal) return;
  await bringWords(element, servicesOnPaper(currentPlan(element.model, journal).plan, journal));
}

/** Asks the plan of this page for its journal: what is not kept yet, and what is only looked at, is there too. */
function shownJournal() {
  /** @type {Journal | undefined} */
  let journal;
  /** @param {Journal} shown */
  const detail = (shown) => {
    journal = shown;
  };
  document.dispatchEvent(new CustomEvent("journal-shown", { detail }));
  return journal;
}
