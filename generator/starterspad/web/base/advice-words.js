// Who wrote on her plan, and how many things that wait for her answer.
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {Format} from "./page-parts.js" */
import { adviceOf } from "../core/journal/journal-queries.js";
import { dateOf } from "./page-parts.js";

/**
 * Says who wrote something, and on which day.
 * @param {Format} format  knows advice.who and advice.coach
 * @param {{by: string, day: string}} advice
 */
export function whoWrote(format, { by, day }) {
  return format("advice.who", { name: by || format("advice.coach"), day: dateOf(day) });
}

/**
 * Says who wrote how many things that she has not answered; empty when there are none.
 * @param {Format} format  knows advice.wrote and advice.coach
 * @param {Journal} journal
 */
export function wroteWords(format, journal) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { by, answer } of adviceOf(journal)) {
    const name = by || format("advice.coach");
    if (!answer) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => format("advice.wrote", { name, count })).join(" ");
}
