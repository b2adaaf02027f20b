// All plans on paper, a sheet for each.
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {Opened} from "./open-plan.js" */
import { part } from "../../base/page-parts.js";
import { servicesOnPaper } from "../../core/plan/words.js";
import { bringWords } from "../../base/words.js";
import { printPage } from "../../base/print-page.js";

const printedSheet = () => import("../../base/printed-sheet.js");
/** @type {Awaited<ReturnType<typeof printedSheet>> | undefined} what made the sheets */
let sheets;

/** @param {PortalElement} element @param {Opened[]} plans */
export async function printPlans(element, plans) {
  sheets = await element.late(printedSheet, part(element, "print"));
  if (!sheets) return;
  await bringWords(
    element,
    plans.flatMap(({ plan, journal }) => servicesOnPaper(plan, journal)),
    part(element, "print"),
  );
  const onPaper = plans.map(({ name, journal }) => ({ name, journal, notes: true }));
  sheets.showSheets(element, element.model, onPaper);
  if (!printPage(part(element, "print"))) forgetSheets();
}

/** Takes the sheets out of the page, with what stands on them. */
export function forgetSheets() {
  sheets?.forgetSheets(true);
}
