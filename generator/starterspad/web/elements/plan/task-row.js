// A row of the plan: one task with its reasons, its helpers and, when she opens them, its details.
/** @import {Model, Plan, PlannedTask, Text} from "../../core/model-types.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {DueTask} from "../../core/plan/due-dates.js" */
/** @import {News} from "../../core/plan/plan-changes.js" */
/** @import {Change} from "../../store/journal-store.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { appointmentsOf, chosenOf, stateOf, timesOf } from "../../core/journal/journal-queries.js";
import { momentOf, nameOf, titleOf } from "../../base/names-and-moments.js";
import {
  copyTemplate,
  dateOf,
  firstOf,
  formatterOf,
  part,
  reasonWords,
  setText,
  textOf,
  today,
} from "../../base/page-parts.js";
import { serviceCards } from "./helper-cards.js";

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

const details = () => import("./task-details.js");

const SHOWN_FIRST = 3;

/**
 * Makes the row of a task, and what brings it up to date with the journal.
 * @param {PlanPage} page
 * @param {PlannedTask} planned
 * @param {boolean} added  whether she put it on the plan herself
 * @returns {Row}
 */
export function taskRow(page, planned, added) {
  const { element, model, edit } = page;
  const format = formatterOf(element);
  const { id } = planned;
  const task = model.tasks.find((candidate) => candidate.id === id);
  const row = copyTemplate(element, "task");
  row.dataset.task = id;
  fillIn(page, row, planned, added);
  const tick = firstOf(row, "input");
  tick.addEventListener("change", () => edit((set) => set(`tasks/${id}/state`, tick.checked ? "done" : null)));
  const showChosen = helpers(page, row, planned);
  /** @type {() => void} */
  let updateDetails = () => {};
  const [panel, story] = [part(row, "panel"), part(row, "story", HTMLDetailsElement)];
  story.addEventListener("toggle", async () => {
    if (!story.open || panel.children.length) return;
    const loaded = await element.late(details, story);
    if (!loaded || panel.children.length) return;
    const made = loaded.taskDetails(page, planned);
    panel.append(made.panel);
    updateDetails = made.update;
  });

  const parts = Object.fromEntries(
    ["state", "times", "with", "moments", "due", "decided"].map((name) => [name, part(row, name)]),
  );
  const update = () => {
    const journal = page.journal();
    const journalState = stateOf(journal, id);
    const state = planned.verdict === "unknown" && journalState === "open" ? "unknown" : journalState;
    if (row.dataset.state !== state) row.dataset.state = state;
    tick.checked = journalState === "done" || journalState === "elsewhere";
    setText(parts.state, format(`state.${state}`));
    const times = timesOf(journal, id).length;
    const often = task?.times
      ? format("story.times_of", { count: times, times: task.times })
      : format("story.times_done", { count: times });
    show(parts.times, times || task?.times ? often : "");
    const names = chosenOf(journal, id).map((service) => nameOf(model, service));
    show(
      parts.with,
      names.length ? format("plan.with", { names: [...new Set(names)].filter(Boolean).join(", ") }) : "",
    );
    const next = appointmentsOf(journal).filter((appointment) => appointment.task === id && !appointment.outcome);
    show(parts.moments, next.map((appointment) => momentOf(appointment, model, format)).join("; "));
    show(parts.due, dueWords(page, id));
    show(
      parts.decided,
      journalState === "done" && task?.decided_by ? format("plan.decided", { who: textOf(task.decided_by) }) : "",
    );
    showChosen();
    updateDetails();
  };
  update();
  return { row, update };
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
  show(part(row, "why"), task?.why ?? "");
  show(part(row, "warning"), task?.warning ?? "");
  const because = reasonWords(model, reasons);
  const herOwn = added && verdict === "yes" && !because;
  show(part(row, "because"), herOwn ? format("step.added") : because && format("plan.because", { reasons: because }));
  part(row, "kind").textContent = format(`kind_short.${task?.kind ?? (verdict === "yes" ? "own" : "gone")}`);
  part(row, "tick-label").textContent = format("plan.tick", { title: textOf(words) });
  const latest = news(id);
  show(part(row, "news"), latest ? format(`news.${latest.kind}`) : "");
}

/** @param {HTMLElement} element @param {Text} text  empty: the element is not shown */
function show(element, text) {
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

/**
 * Fills in who helps; returns what shows which of them are chosen.
 * @param {PlanPage} page
 * @param {HTMLElement} row
 * @param {PlannedTask} planned
 */
function helpers(page, row, planned) {
  const { element, journal, edit } = page;
  const format = formatterOf(element);
  const { services } = planned;
  // One organisation may help in several ways; it is counted once.
  const count = new Set(services.map(({ partner }) => partner)).size;
  const fitting = new Set(services.flatMap(({ verdict, partner }) => (verdict === "yes" ? [partner] : []))).size;
  part(row, "help").hidden = !count;
  part(row, "alone").hidden = count > 0 || !planned.phase;
  const perhaps = fitting && fitting < count ? format("plan.and_perhaps", { count: count - fitting }) : "";
  const help = fitting ? format("plan.help", { count: fitting }) : format("plan.help_perhaps", { count });
  part(row, "help-summary").textContent = help + perhaps;
  part(row, "order").hidden = count < 2;
  const list = part(row, "services");
  /** @type {[HTMLElement, string][]} */
  const buttons = [];
  const showChosen = () => {
    const chosen = chosenOf(journal(), planned.id);
    for (const [button, service] of buttons) {
      button.setAttribute("aria-pressed", String(chosen.includes(service)));
      part(button, "words").textContent = format(chosen.includes(service) ? "story.chosen" : "story.choose");
    }
  };
  /** @param {number} from @param {number} [to] */
  const showCards = (from, to) => {
    const some = services.slice(from, to);
    const cards = serviceCards(page, planned.id, some);
    cards.forEach((card, place) => {
      const service = `${some[place].partner}/${some[place].service}`;
      const button = part(card, "choose");
      part(button, "name").textContent = part(card, "name").textContent;
      button.addEventListener("click", () => {
        const chosen = button.getAttribute("aria-pressed") === "true";
        edit((set) => set(`tasks/${planned.id}/chosen/${service}`, chosen ? null : true));
      });
      buttons.push([button, service]);
    });
    list.append(...cards);
    return cards;
  };
  // Cards are made when someone opens them: a plan has dozens of steps, with a hundred cards between them.
  part(row, "help").addEventListener("toggle", () => {
    if (list.children.length) return;
    showCards(0, SHOWN_FIRST);
    showChosen();
  });
  const more = part(row, "more");
  more.hidden = services.length <= SHOWN_FIRST;
  more.textContent = format("plan.more", { count: services.length });
  more.addEventListener("click", () => {
    const [first] = showCards(SHOWN_FIRST);
    showChosen();
    more.hidden = true;
    first.querySelector("a")?.focus();
  });
  return showChosen;
}
