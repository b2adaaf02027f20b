// All plans on paper, a sheet for each.
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {Opened} from "./open-plan.js" */
import { part } from "../../base/page-parts.js";

const printedSheet = () => import("../../base/printed-sheet.js");

/** @param {PortalElement} element @param {Opened[]} plans */
export async function printPlans(element, plans) {
  const loaded = await element.late(printedSheet, part(element, "print"));
  if (!loaded) return;
  /** @type {NodeListOf<HTMLElement>} */
  const [first, ...others] = element.querySelectorAll(".print-sheet");
  for (const sheet of others) sheet.remove();
  plans.forEach(({ name, journal }, place) => {
    const sheet = place ? /** @type {HTMLElement} */ (first.cloneNode(true)) : first;
    loaded.fillSheet(element, sheet, element.model, journal, { name, notes: true });
    if (place) element.append(sheet);
  });
  document.documentElement.classList.add("prints-plan");
  addEventListener("afterprint", () => document.documentElement.classList.remove("prints-plan"), { once: true });
  print();
}

/** Takes the sheets out of the page, what stands on them too. @param {PortalElement} element */
export function forgetSheets(element) {
  for (const sheet of element.querySelectorAll(".print-sheet ~ .print-sheet")) sheet.remove();
  for (const name of ["name", "date", "answers", "phases"]) part(element, `sheet-${name}`).replaceChildren();
}
