// The plans side by side: a column for each, a row for each step. A narrow screen shows one column at a time.
/** @import {Desk, Opened} from "./open-plan.js" */
import { nextSteps } from "../../core/plan/next-steps.js";
import { waitOf } from "../../core/plan/waits.js";
import { valueAt } from "../../core/journal/journal.js";
import { appointmentsOf, ownOf, stateOf } from "../../core/journal/journal-queries.js";
import { titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, firstOf, part, textOf, today, writtenIn } from "../../base/page-parts.js";
import { headOf, shortLines } from "./in-short.js";

/** Draws the columns, and what switches between them. @param {Desk} desk @param {Opened[]} plans */
export function showColumns(desk, plans) {
  const { element } = desk;
  const table = part(element, "rows");
  const heads = firstOf(firstOf(table, "thead"), "tr");
  heads.replaceChildren(firstOf(heads, "td"), ...plans.map((opened) => headOf(desk, opened)));
  firstOf(table, "tbody").replaceChildren(...lineRows(desk, plans), ...stepRows(desk, plans));
  const choices = plans.map((opened, place) => {
    const label = copyTemplate(element, "who");
    part(label, "name").textContent = opened.name;
    firstOf(label, "input").addEventListener("change", () => turnTo(element, place));
    return label;
  });
  part(element, "who").replaceChildren(...choices);
  part(element, "switch").hidden = plans.length < 2;
}

/** Says which column a narrow screen shows. @param {HTMLElement} element @param {number} place */
export function turnTo(element, place) {
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = part(element, "rows").querySelectorAll("tr");
  for (const row of rows) {
    for (const [number, cell] of [...row.cells].entries()) cell.toggleAttribute("data-here", number === place + 1);
  }
  const choices = part(element, "who").querySelectorAll("input");
  for (const [number, choice] of [...choices].entries()) choice.checked = number === place;
}

/** @param {Desk} desk @param {Opened[]} plans */
function lineRows(desk, plans) {
  const { element } = desk;
  return shortLines(desk).map(({ label, words }) => {
    const row = rowWith(element, label);
    for (const opened of plans) {
      const cell = row.insertCell();
      cell.className = "columns__words";
      cell.textContent = words(opened) || element.format("coach.nothing");
    }
    return row;
  });
}

/**
 * Makes a row for each step on any of the plans, under its phase; what they wrote themselves stands at the end.
 * @param {Desk} desk
 * @param {Opened[]} plans
 */
function stepRows(desk, plans) {
  const { element } = desk;
  const { model, format } = element;
  const on = plans.map(({ plan }) => new Set(plan.tasks.map(({ id }) => id)));
  const next = plans.map((opened) => nextSteps(model, opened.plan, opened.journal).now[0]);
  /** @param {{id: string, title: string}} step */
  const stepRow = ({ id, title }) => {
    const row = rowWith(element, title);
    row.dataset.row = id;
    for (const [place, opened] of plans.entries()) {
      const cell = row.insertCell();
      if (on[place].has(id)) cell.append(stepCell(desk, opened, id, next[place] === id));
      else cell.append(...copyTemplate(element, "absent").childNodes);
    }
    return row;
  };
  /** @param {string} title @param {{id: string, title: string}[]} steps */
  const group = (title, steps) => {
    if (!steps.length) return [];
    const row = rowWith(element, title);
    row.className = "columns__group";
    const cell = firstOf(row, "th");
    cell.scope = "rowgroup";
    cell.colSpan = plans.length + 1;
    return [row, ...steps.map(stepRow)];
  };
  const phases = model.phases.flatMap(({ title }, phase) => {
    const tasks = model.tasks.filter((task) => task.phase === phase && on.some((ids) => ids.has(task.id)));
    return group(
      textOf(title),
      tasks.map((task) => ({ id: task.id, title: textOf(task.title) })),
    );
  });
  const own = plans.flatMap(({ journal }) => ownOf(journal));
  // The same file in two versions holds the same step.
  const once = own.filter(({ id }, place) => own.findIndex((step) => step.id === id) === place);
  return [...phases, ...group(format("own.title"), once)];
}

/** @param {Desk} desk @param {Opened} opened @param {string} id @param {boolean} isNext */
function stepCell(desk, opened, id, isNext) {
  const { model, format } = desk.element;
  const { journal, name } = opened;
  const cell = copyTemplate(desk.element, "cell");
  const state = stateOf(journal, id);
  const wait = waitOf(model, journal, id, today());
  const meeting = appointmentsOf(journal).find(({ task, outcome }) => task === id && !outcome);
  const passed = state === "appointment" && meeting !== undefined && meeting.day < today();
  let words = format(`state.${state}`);
  if (wait?.days) words = format("coach.waiting", { count: wait.days });
  if (state === "open") words = format(isNext ? "coach.now" : "coach.still");
  if (state === "appointment" && meeting) {
    words = passed ? format("coach.over", { day: shortDay(meeting.day) }) : shortDay(meeting.day);
  }
  // Who wrote something down may ask something.
  if (valueAt(journal, `tasks/${id}/notes`)) words = format("coach.noted", { words });
  part(cell, "words").textContent = words;
  part(cell, "about").textContent = `${textOf(titleOf(model, journal, id))}, ${name}`;
  cell.dataset.state = state === "open" && isNext ? "now" : state;
  cell.toggleAttribute("data-wanted", wait?.long || passed);
  cell.addEventListener("click", () => desk.show(opened, id));
  return cell;
}

/** @param {string} day */
function shortDay(day) {
  const short = new Intl.DateTimeFormat(writtenIn(), { day: "numeric", month: "short", timeZone: "UTC" });
  return short.format(new Date(`${day}T00:00:00Z`));
}

/** @param {HTMLElement} element @param {string} title */
function rowWith(element, title) {
  const row = copyTemplate(element, "line", HTMLTableRowElement);
  firstOf(row, "th").textContent = title;
  return row;
}
