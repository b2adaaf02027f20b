// Who talks to whom, in sentences and as a table of tables and rounds.
/** @import {Numbers} from "../../core/meet/meeting.js" */
/** @import {SpeedDates} from "../../core/meet/speed-dates.js" */
/** @import {Format} from "../../base/page-parts.js" */
import { letterOf } from "../../core/meet/meeting.js";
import { formatterOf, part, setText, showText } from "../../base/page-parts.js";

// In a larger group not everybody gets to speak in a few minutes.
const MANY = 6;

/** @param {HTMLElement} element @param {Numbers} numbers @param {SpeedDates} plan */
export function showPlan(element, numbers, plan) {
  const format = formatterOf(element);
  setText(part(element, "result"), resultWords(format, numbers, plan));
  const largest = plan.tables[0].length;
  showText(part(element, "large"), largest >= MANY ? format("meeting.large", { count: largest }) : "");
  const head = document.createElement("tr");
  head.append(
    document.createElement("td"),
    ...plan.rounds.map((_, place) => {
      const cell = cellOf("th", String(place + 1), "col");
      const word = document.createElement("span");
      word.className = "visually-hidden";
      word.textContent = `${format("meeting.round_word")} `;
      cell.prepend(word);
      return cell;
    }),
  );
  part(element, "head").replaceChildren(head);
  part(element, "rows").replaceChildren(...plan.tables.map((who, place) => rowOf(format, plan, who, place + 1)));
}

/** @param {Format} format @param {SpeedDates} plan @param {number[]} who @param {number} table */
function rowOf(format, plan, who, table) {
  const row = document.createElement("tr");
  const head = cellOf("th", `${format("meeting.table", { number: table })} `, "row");
  const seats = document.createElement("span");
  seats.className = "quiet";
  seats.textContent = seatWords(format, who);
  head.append(seats);
  row.append(head, ...plan.rounds.map(({ alumnusAt }) => cellOf("td", letterOf(alumnusAt.get(table)) || "–")));
  return row;
}

/** Says which candidates sit at a table, by their numbers. @param {Format} format @param {number[]} who */
export function seatWords(format, who) {
  const [first, last] = [who[0], who[who.length - 1]];
  return format(first === last ? "meeting.one_seat" : "meeting.seats", { first, last });
}

/** @param {"td" | "th"} tag @param {string} words @param {string} [scope] */
export function cellOf(tag, words, scope) {
  const cell = document.createElement(tag);
  cell.textContent = words;
  if (scope) cell.setAttribute("scope", scope);
  return cell;
}

/** @param {Format} format @param {Numbers} numbers @param {SpeedDates} plan */
function resultWords(format, { minutes }, plan) {
  const count = plan.rounds.length;
  const gap = plan.waiting - plan.waitingBound;
  const waiting = gap ? "meeting.gap" : plan.waiting ? "meeting.some_wait" : "meeting.nobody_waits";
  return [
    format("meeting.takes", { count, minutes, total: count * minutes }),
    format(waiting, { count: plan.waiting, gap }),
    plan.everyoneMeets ? "" : format("meeting.not_all"),
    plan.resting ? format("meeting.some_rest") : "",
  ]
    .filter(Boolean)
    .join(" ");
}
