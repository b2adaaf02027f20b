// How long she waits for whoever helps with a step, and whether she may ask again.
/** @import {Model} from "../model-types.js" */
/** @import {Journal} from "../journal/journal.js" */
import { DAYS_TO_WAIT } from "../constants.js";
import { dayOf } from "../day.js";
import { chosenOf, stateOf, waitingOn } from "../journal/journal-queries.js";
import { numberOf, servicesOf } from "./services.js";

/** @typedef {{service: string, days: number, long: boolean}} Wait  long: so long that one may ask again */

const DAY_MS = 24 * 3600 * 1000;

/**
 * Says how long a step has been with whoever she chose for it; null when it is not.
 * @param {Model} model
 * @param {Journal} journal
 * @param {string} task
 * @param {string} today  a day such as 2026-01-31
 * @returns {Wait | null}
 */
export function waitOf(model, journal, task, today) {
  const state = stateOf(journal, task);
  if (state !== "chosen" && state !== "waiting") return null;
  const { service: whom, since } = waitingOn(journal, task);
  if (state === "waiting") {
    const days = since ? Math.round((Date.parse(today) - Date.parse(since)) / DAY_MS) : 0;
    return { service: whom, days, long: days >= daysToWait(model, whom) };
  }
  const waits = chosenOf(journal, task).map((service) => {
    const days = daysSince(journal.fields[`tasks/${task}/chosen/${service}`].at[0], today);
    return { service, days, long: days >= daysToWait(model, service) };
  });
  return waits.sort((left, right) => right.days - left.days)[0];
}

/**
 * Returns after how many days without an answer one may ask again.
 * @param {Model} model
 * @param {string} service  partner/service
 */
function daysToWait(model, service) {
  return servicesOf(model).answersWithin[numberOf(model, service)] || DAYS_TO_WAIT;
}

/** @param {number} moment  milliseconds @param {string} today */
export function daysSince(moment, today) {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(dayOf(moment))) / DAY_MS));
}
