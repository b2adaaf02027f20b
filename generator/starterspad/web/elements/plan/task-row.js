// A step on the plan: a row of one line, which unfolds into a card.
/** @import {Model, Plan, PlannedTask, Text} from "../../core/model-types.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {DueTask} from "../../core/plan/due-dates.js" */
/** @import {News} from "../../core/plan/plan-changes.js" */
/** @import {Change} from "../../store/journal-store.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { appointmentsOf, chosenOf, stateOf, timesOf } from "../../core/journal/journal-queries.js";
import { momentOf, nameOf, titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, dateOf, firstOf, formatterOf, part, setText, textOf, today } from "../../base/page-parts.js";
import { fillCard } from "./step-card.js";
import { waitWords } from "./waiting-step.js";

/**
 * @typedef {object} PlanPage
 * @property {PortalElement} element  holds the templates and words
 * @property {Model} model
 * @property {() => Journal} journal  as it stands on this page
 * @property {() => Plan} plan  with her own steps
 * @property {() => Set<string>} first  the steps that she wants help with first
 * @property {(id: string) => DueTask | undefined} due
 * @property {(id: string) => News | undefined} news
 * @property {(change: Change) => Promise<void>} edit  changes the journal, and
 *   updates the page
 * @property {() => Promise<void>} refresh  makes the plan anew
 * @typedef {{row: HTMLElement, update: () => void}} Row
 */

/**
 * Makes the row of a task, and what brings it up to date with the journal.
 * @param {PlanPage} page
 * @param {PlannedTask} planned
 * @param {boolean} added  whether she put it on the plan herself
 * @returns {Row}
 */
export function taskRow(page, planned, added) {
  const { element, edit } = page;
  const { id } = planned;
  const row = copyTemplate(element, "task");
  row.dataset.task = id;
  fillIn(page, row, planned, added);
  const tick = firstOf(row, "input");
  tick.addEventListener("change", () => edit((set) => set(`tasks/${id}/state`, tick.checked ? "done" : null)));
  let updateCard = () => {};
  const unfold = part(row, "unfold");
  const card = part(row, "card");
  // A card is made when it is unfolded: a plan has dozens of steps.
  row.addEventListener("unfold", () => {
    if (!card.children.length) {
      card.append(copyTemplate(element, "card-of-step"));
      updateCard = fillCard(page, planned, card);
    }
    show(row, true);
  });
  unfold.addEventListener("click", () => {
    if (card.hidden) row.dispatchEvent(new Event("unfold"));
    else show(row, false);
  });

  const parts = Object.fromEntries(
    ["state", "times", "with", "moments", "due", "decided", "waits"].map((name) => [name, part(row, name)]),
  );
  const update = () => {
    bringUpToDate(page, planned, row, parts);
    updateCard();
  };
  part(row, "answered").addEventListener("click", () => edit((set) => set(`tasks/${id}/state`, "done")));
  part(row, "ask-again").addEventListener("click", () => {
    row.dispatchEvent(new Event("unfold"));
    /** @type {HTMLElement | null} */ (row.querySelector("[data-way]"))?.focus();
  });
  update();
  return { row, update };
}

/**
 * Writes what she did with a step, and how it stands.
 * @param {PlanPage} page
 * @param {PlannedTask} planned
 * @param {HTMLElement} row
 * @param {{[name: string]: HTMLElement}} parts  of the row
 */
function bringUpToDate(page, planned, row, parts) {
  const { element, model } = page;
  const format = formatterOf(element);
  const { id } = planned;
  const task = model.tasks.find((candidate) => candidate.id === id);
  const journal = page.journal();
  const journalState = stateOf(journal, id);
  const state = planned.verdict === "unknown" && journalState === "open" ? "unknown" : journalState;
  if (row.dataset.state !== state) row.dataset.state = state;
  firstOf(row, "input").checked = journalState === "done" || journalState === "elsewhere";
  // That something is still to be done goes without saying.
  say(parts.state, state === "open" ? "" : `· ${format(`state.${state}`)}`);
  const times = timesOf(journal, id).length;
  const often = task?.times
    ? format("story.times_of", { count: times, times: task.times })
    : format("story.times_done", { count: times });
  say(parts.times, times || task?.times ? often : "");
  const names = chosenOf(journal, id).map((service) => nameOf(model, service));
  say(parts.with, names.length ? format("plan.with", { names: [...new Set(names)].filter(Boolean).join(", ") }) : "");
  const next = appointmentsOf(journal).filter((appointment) => appointment.task === id && !appointment.outcome);
  say(parts.moments, next.map((appointment) => momentOf(appointment, model, format)).join("; "));
  say(parts.due, dueWords(page, id));
  say(parts.waits, state === "waiting" ? waitWords(page, id) : "");
  say(
    parts.decided,
    journalState === "done" && task?.decided_by ? format("plan.decided", { who: textOf(task.decided_by) }) : "",
  );
  part(row, "answered").hidden = state !== "waiting";
  part(row, "ask-again").hidden = state !== "waiting";
}

/** Shows the card of a row, or its line alone. @param {HTMLElement} row @param {boolean} whole */
function show(row, whole) {
  part(row, "card").hidden = !whole;
  part(row, "unfold").setAttribute("aria-expanded", String(whole));
  if (whole) row.dataset.card = row.dataset.task;
  else delete row.dataset.card;
}

/**
 * Writes what the row says of a task whatever she does with it.
 * @param {PlanPage} page
 * @param {HTMLElement} row
 * @param {PlannedTask} planned
 * @param {boolean} added
 */
function fillIn({ element, model, journal, news }, row, { id, verdict, reasons }, added) {
  const format = formatterOf(element);
  const task = model.tasks.find((candidate) => candidate.id === id);
  const [title, words] = [part(row, "title", HTMLAnchorElement), titleOf(model, journal(), id)];
  setText(title, words);
  if (task) title.href = `${element.dataset.root}tasks/${id}/`;
  say(part(row, "added"), added && verdict === "yes" && !reasons.length ? format("step.added") : "");
  part(row, "kind").textContent = format(`kind_short.${task?.kind ?? (verdict === "yes" ? "own" : "gone")}`);
  part(row, "tick-label").textContent = format("plan.tick", { title: textOf(words) });
  part(row, "unfold").ariaLabel = format("plan.unfold", { title: textOf(words) });
  const latest = news(id);
  say(part(row, "badge"), latest ? format(`news.${latest.kind}`) : "");
}

/** @param {HTMLElement} element @param {Text} text  empty: the element is not shown */
function say(element, text) {
  setText(element, text);
  if (element.hidden !== !text) element.hidden = !text;
}

/** Says by when a step must be ready, and begun where it takes time. @param {PlanPage} page @param {string} id */
function dueWords({ element, due }, id) {
  const dates = due(id);
  if (!dates) return "";
  const format = formatterOf(element);
  const late = dates.begin < today() ? ` ${format("dates.late")}` : "";
  if (dates.begin === dates.due) return format("dates.due", { day: dateOf(dates.due) }) + late;
  const estimate = dates.estimate ? ` (${format("dates.estimate")})` : "";
  return format("dates.begin_due", { begin: dateOf(dates.begin), day: dateOf(dates.due) }) + estimate + late;
}
