// The meeting on paper: a sheet for each table and each alumnus, and what people took home, for the talk afterwards.
/** @import {Numbers} from "../../core/meet/meeting.js" */
/** @import {SpeedDates} from "../../core/meet/speed-dates.js" */
import { letterOf } from "../../core/meet/meeting.js";
import { copyTemplate, formatterOf, part, setText } from "../../base/page-parts.js";
import { printPage } from "../../base/print-page.js";
import { cellOf, seatWords } from "./plan-rows.js";

/**
 * Prints a sheet for each table, which stays there, and one for each alumnus, who takes it along.
 * @param {HTMLElement} element @param {Numbers} numbers @param {SpeedDates} plan
 */
export function printSheets(element, numbers, plan) {
  const format = formatterOf(element);
  const starts = plan.rounds.map((_, place) => String(place * numbers.minutes));
  const tables = plan.tables.map((who, place) => {
    const letters = plan.rounds.map(({ alumnusAt }) => letterOf(alumnusAt.get(place + 1)));
    const names = `${seatWords(format, who)}. ${format("meeting.sheet_who")}`;
    return sheetOf(element, format("meeting.table", { number: place + 1 }), names, "who_comes", starts, letters);
  });
  const alumni = Array.from({ length: numbers.alumni }, (_, place) => {
    const where = plan.rounds.map(({ alumnusAt }) => {
      const stop = [...alumnusAt].find(([, alumnus]) => alumnus === place + 1);
      return stop ? format("meeting.table", { number: stop[0] }) : "";
    });
    const title = format("meeting.alumnus", { letter: letterOf(place + 1) });
    return sheetOf(element, title, format("meeting.sheet_alumnus"), "where_to", starts, where);
  });
  printAll(element, "print-sheets", [...tables, ...alumni]);
}

/** Prints what people took home, as it is put together on the page. @param {HTMLElement} element */
export function printGroups(element) {
  const title = document.createElement("h2");
  setText(title, formatterOf(element)("meeting.debrief"));
  const groups = /** @type {HTMLElement} */ (part(element, "groups").cloneNode(true));
  for (const button of groups.querySelectorAll("button")) button.remove();
  printAll(element, "print-groups", [title, groups]);
}

/**
 * @param {HTMLElement} element
 * @param {string} title
 * @param {string} who
 * @param {"who_comes" | "where_to"} asked  what each round answers
 * @param {string[]} starts  the minute of each round
 * @param {string[]} answers  empty where it is a rest
 */
function sheetOf(element, title, who, asked, starts, answers) {
  const format = formatterOf(element);
  const sheet = copyTemplate(element, "sheet");
  setText(part(sheet, "title"), title);
  setText(part(sheet, "who"), who);
  const heads = ["round_word", "time", asked, "to_write"].map((key) => cellOf("th", format(`meeting.${key}`), "col"));
  part(sheet, "heads").append(...heads);
  part(sheet, "lines").append(
    ...answers.map((answer, place) => {
      const row = document.createElement("tr");
      const words = answer || format("meeting.rest");
      row.append(
        cellOf("th", String(place + 1), "row"),
        ...[starts[place], words, ""].map((text) => cellOf("td", text)),
      );
      return row;
    }),
  );
  return sheet;
}

/** @param {HTMLElement} element @param {string} button @param {HTMLElement[]} sheets */
function printAll(element, button, sheets) {
  const paper = document.createElement("div");
  paper.className = "print-sheet meeting-paper";
  paper.append(...sheets);
  (element.closest(".frame") ?? document.body).append(paper);
  const root = document.documentElement;
  root.classList.add("prints-plan");
  const forget = () => {
    paper.remove();
    root.classList.remove("prints-plan");
  };
  addEventListener("afterprint", forget, { once: true });
  if (!printPage(part(element, button))) forget();
}
