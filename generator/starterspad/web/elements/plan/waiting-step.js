// A step for which she waits: on whom, since when, and whether that is long.
/** @import {PlanPage} from "./task-row.js" */
import { daysToWait } from "../../core/plan/coach-needs.js";
import { waitingOn } from "../../core/journal/journal-queries.js";
import { nameOf } from "../../base/names-and-moments.js";
import { dateOf, formatterOf, today } from "../../base/page-parts.js";

const DAY_MS = 24 * 3600 * 1000;

/** Says on whom she waits and since when, and after long that she may ask. @param {PlanPage} page @param {string} id */
export function waitWords({ element, model, journal }, id) {
  const format = formatterOf(element);
  const { service, since } = waitingOn(journal(), id);
  const name = service && nameOf(model, service);
  const days = since ? Math.round((Date.parse(today()) - Date.parse(since)) / DAY_MS) : 0;
  const long = days >= daysToWait(model, service) ? ` ${format("wait.long")}` : "";
  const whom = [name, since && format("wait.since", { day: dateOf(since), count: days })].filter(Boolean).join(" · ");
  return whom + long;
}
