// How a step stands with her: its state, how often, with whom, when, and for whose answer she waits.
/** @import {PlannedStep} from "../core/plan/plan.js" */
/** @import {CardPage} from "./step-card.js" */
import { appointmentsOf, chosenOf, stateOf, timesOf, waitingOn } from "../core/journal/journal-queries.js";
import { waitOf } from "../core/plan/waits.js";
import { momentOf, nameOf } from "../base/names-and-moments.js";
import { dateOf, formatterOf, part, showText, textOf, today } from "../base/page-parts.js";

const LINES = ["state", "times", "waits", "decided", "with", "moments", "due"];

/**
 * Fills the lines of a step, and returns what brings them up to date with the journal.
 * @param {CardPage} page
 * @param {PlannedStep} planned
 * @param {HTMLElement} box  holds the lines; its `data-state` says the state to all that looks
 * @param {() => void} askAgain  shows the ways to reach whom she waits for
 */
export function stepState(page, planned, box, askAgain) {
  const parts = Object.fromEntries(LINES.map((name) => [name, part(box, name)]));
  part(box, "answered").addEventListener("click", () => page.edit((set) => set(`tasks/${planned.id}/state`, "done")));
  part(box, "ask-again").addEventListener("click", askAgain);
  return () => bringUpToDate(page, planned, box, parts);
}

/**
 * @param {CardPage} page
 * @param {PlannedStep} planned
 * @param {HTMLElement} box
 * @param {{[name: string]: HTMLElement}} parts
 */
function bringUpToDate(page, planned, box, parts) {
  const { element, model } = page;
  const format = formatterOf(element);
  const { id } = planned;
  const task = model.tasks.find((candidate) => candidate.id === id);
  const journal = page.journal();
  const journalState = stateOf(journal, id);
  const state = planned.verdict === "unknown" && journalState === "open" ? "unknown" : journalState;
  if (box.dataset.state !== state) box.dataset.state = state;
  // That something is still to be done goes without saying.
  showText(parts.state, state === "open" ? "" : format(`state.${state}`));
  const times = timesOf(journal, id).length;
  const often = task?.times
    ? format("story.times_of", { count: times, times: task.times })
    : format("story.times_done", { count: times });
  showText(parts.times, times || task?.times ? often : "");
  const names = chosenOf(journal, id).map((service) => nameOf(model, service));
  const known = [...new Set(names)].filter(Boolean).join(", ");
  showText(parts.with, names.length ? format("plan.with", { names: known }) : "");
  const next = appointmentsOf(journal).filter((appointment) => appointment.task === id && !appointment.outcome);
  showText(parts.moments, next.map((appointment) => momentOf(appointment, model, format)).join("; "));
  showText(parts.due, dueWords(page, id));
  showText(parts.waits, state === "waiting" ? waitWords(page, id) : "");
  const decides = journalState === "done" && task?.decided_by;
  showText(parts.decided, decides ? format("plan.decided", { who: textOf(decides) }) : "");
  part(box, "answered").hidden = part(box, "ask-again").hidden = state !== "waiting";
}

/** Says on whom she waits and since when, and after long that she may ask. @param {CardPage} page @param {string} id */
function waitWords({ element, model, journal }, id) {
  const format = formatterOf(element);
  const { service, since } = waitingOn(journal(), id);
  const wait = waitOf(model, journal(), id, today());
  const days = since && wait ? format("wait.since", { day: dateOf(since), count: wait.days }) : "";
  const whom = [service && nameOf(model, service), days].filter(Boolean).join(" · ");
  return wait?.long ? `${whom}. ${format("wait.long")}` : whom;
}

/** Says by when a step must be ready, and begun where it takes time. @param {CardPage} page @param {string} id */
function dueWords({ element, due }, id) {
  const dates = due(id);
  if (!dates) return "";
  const format = formatterOf(element);
  const late = dates.begin < today() ? ` ${format("dates.late")}` : "";
  if (dates.begin === dates.due) return format("dates.due", { day: dateOf(dates.due) }) + late;
  const estimate = dates.estimate ? ` (${format("dates.estimate")})` : "";
  return format("dates.begin_due", { begin: dateOf(dates.begin), day: dateOf(dates.due) }) + estimate + late;
}
