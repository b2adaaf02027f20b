// A step for which she waits: on whom, since when, and whether that is long.
/** @import {PlanPage} from "./task-row.js" */
import { waitOf } from "../../core/plan/coach-needs.js";
import { waitingOn } from "../../core/journal/journal-queries.js";
import { nameOf } from "../../base/names-and-moments.js";
import { dateOf, formatterOf, today } from "../../base/page-parts.js";

/** Says on whom she waits and since when, and after long that she may ask. @param {PlanPage} page @param {string} id */
export function waitWords({ element, model, journal }, id) {
  const format = formatterOf(element);
  const { service, since } = waitingOn(journal(), id);
  const wait = waitOf(model, journal(), id, today());
  const days = since && wait ? format("wait.since", { day: dateOf(since), count: wait.days }) : "";
  const whom = [service && nameOf(model, service), days].filter(Boolean).join(" · ");
  return wait?.long ? `${whom} ${format("wait.long")}` : whom;
}
