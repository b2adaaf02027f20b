// The plan on paper: a sheet with boxes to tick, whom to call, and for the first step what to say and room to write.
/** @import {Model, Text} from "../core/model-types.js" */
/** @import {PlannedStep} from "../core/plan/plan.js" */
/** @import {Service} from "../core/plan/services.js" */
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {Format} from "./page-parts.js" */
import { valueAt } from "../core/journal/journal.js";
import { waitOf } from "../core/plan/waits.js";
import { currentPlan } from "../core/plan/current-plan.js";
import { waysOf } from "../core/plan/helper-order.js";
import { neededFirst } from "../core/plan/needed-first.js";
import { nextSteps } from "../core/plan/next-steps.js";
import { serviceOf } from "../core/plan/services.js";
import { progressOf } from "../core/plan/plan.js";
import * as said from "../core/journal/journal-queries.js";
import { answerSentences } from "./answer-words.js";
import { momentOf, nameOf, titleOf } from "./names-and-moments.js";
import { copyTemplate, dateOf, formatterOf, part, setText, textOf, today } from "./page-parts.js";

/**
 * @typedef {{journal: Journal, name: string, notes: boolean}} OnPaper  journal: under today's names
 * @typedef {{element: HTMLElement, format: Format, model: Model, journal: Journal, notes: boolean}} Sheet
 *   element: holds the templates and words
 */

// More steps than these stand in two columns, and more than those in small letters: so the smaller plans take one page
// of A4, and the largest two.
const [MANY, MOST] = [12, 36];
// So many of the done steps are named, the latest first: what is behind her takes a line.
const DONE_NAMED = 3;

const paper = matchMedia("print");
paper.addEventListener("change", () => forgetSheets());
addEventListener("afterprint", () => forgetSheets());

/**
 * Puts a sheet for each plan on the page, in the place of those that stand there; paper shows them, and nothing else.
 * @param {HTMLElement} element  holds the templates and words
 * @param {Model} model
 * @param {OnPaper[]} plans
 */
export function showSheets(element, model, plans) {
  putSheets(
    element,
    plans.map((plan) => sheetOf(element, model, plan)),
  );
}

/**
 * Puts sheets on the page in the place of those that stand there.
 * @param {HTMLElement} element
 * @param {Element[]} sheets
 */
export function putSheets(element, sheets) {
  for (const sheet of document.querySelectorAll(".print-sheet")) sheet.remove();
  // Beside the element and not in it: whatever on the page is folded or put aside, the sheet is not.
  (element.closest(".frame") ?? element).append(...sheets);
  document.documentElement.classList.add("prints-plan");
}

/** Takes the sheets off the page, unless it is shown as paper now. @param {boolean} [always] */
export function forgetSheets(always = false) {
  if (paper.matches && !always) return;
  for (const sheet of document.querySelectorAll(".print-sheet")) sheet.remove();
  document.documentElement.classList.remove("prints-plan");
}

/** @param {HTMLElement} element @param {Model} model @param {OnPaper} plan */
function sheetOf(element, model, { journal, name, notes }) {
  const format = formatterOf(element);
  const { plan } = currentPlan(model, journal);
  const [behind, aside] = [said.doneOf(journal), said.asideOf(journal)];
  const { certain, count, done } = progressOf(plan, behind, aside);
  const first = neededFirst(model, plan, said.needsOf(journal));
  const { now, waiting } = nextSteps(model, plan, journal, first);
  const open = certain.filter(({ id }) => !behind.has(id));
  const rest = open.filter(({ id }) => id !== now[0] && !waiting.includes(id));

  const sheet = copyTemplate(element, "sheet");
  part(sheet, "sheet-name").textContent = name;
  for (const place of ["sheet-date", "sheet-day"]) part(sheet, place).textContent = dateOf(today());
  part(sheet, "sheet-progress").textContent = format("plan.progress", { done, count });
  part(sheet, "sheet-answers").textContent = answerSentences(format, model, said.answersOf(journal)).join("\u00a0· ");
  /** @type {Sheet} */
  const page = { element, format, model, journal, notes };
  const next = open.find(({ id }) => id === now[0]);
  if (next) part(sheet, "sheet-first").append(firstStep(page, next));
  const groups = [
    { title: format("wait.title"), tasks: open.filter(({ id }) => waiting.includes(id)) },
    ...model.phases.map(({ id, title }) => ({ title, tasks: rest.filter(({ phase }) => phase === id) })),
    { title: format("own.title"), tasks: rest.filter(({ phase }) => !phase) },
  ];
  const sections = groups.flatMap(({ title, tasks }) => (tasks.length ? [section(page, title, tasks)] : []));
  part(sheet, "sheet-phases").replaceChildren(...sections);
  part(sheet, "sheet-done").textContent = doneWords(
    page,
    certain.filter(({ id }) => behind.has(id)),
  );
  sheet.classList.toggle("print-sheet--many", open.length > MANY);
  sheet.classList.toggle("print-sheet--most", open.length > MOST);
  return sheet;
}

/** @param {Sheet} page @param {Text} title @param {PlannedStep[]} tasks */
function section(page, title, tasks) {
  const made = copyTemplate(page.element, "sheet-phase");
  setText(part(made, "title"), title);
  part(made, "tasks").append(...tasks.map((task) => step(page, task)));
  return made;
}

/** @param {Sheet} page @param {PlannedStep} planned */
function step(page, planned) {
  const { element, format, model, journal, notes } = page;
  const { id } = planned;
  const line = copyTemplate(element, "sheet-task");
  const state = said.stateOf(journal, id);
  line.dataset.state = state;
  setText(part(line, "title"), titleOf(model, journal, id));
  const moments = said
    .appointmentsOf(journal)
    .filter(({ task, outcome }) => task === id && !outcome)
    .map((appointment) => momentOf(appointment, model, format));
  part(line, "state").textContent = [...(state === "waiting" ? [waitWords(page, id)] : []), ...moments].join(" · ");
  tellHelper(page, line, planned);
  const written = notes ? [valueAt(journal, `tasks/${id}/notes`), valueAt(journal, `tasks/${id}/why`)] : [];
  part(line, "notes").textContent = written.filter(Boolean).join(" · ");
  return line;
}

/**
 * The step that comes first: why, what to look out for, what to say, and lines to write on.
 * @param {Sheet} page
 * @param {PlannedStep} planned
 */
function firstStep(page, planned) {
  const line = step(page, planned);
  const task = page.model.tasks.find(({ id }) => id === planned.id);
  const more = copyTemplate(page.element, "sheet-first");
  setText(part(more, "why"), task?.why ?? "");
  setText(part(more, "warning"), task?.warning ?? "");
  const [helper] = helpersOf(page, planned);
  part(more, "talked").hidden = !helper;
  const sentences = helper?.say ?? task?.say ?? [];
  part(more, "say").append(
    ...sentences.flatMap((sentence) => {
      const spoken = document.createElement("span");
      setText(spoken, sentence);
      return [spoken, " "];
    }),
  );
  line.append(more);
  return line;
}

/** Since when she waits; on whom stands beside it. @param {Sheet} page @param {string} id */
function waitWords({ format, model, journal }, id) {
  const { since } = said.waitingOn(journal, id);
  const wait = since && waitOf(model, journal, id, today());
  return wait ? format("wait.since", { day: dateOf(since), count: wait.days }) : "";
}

/**
 * Says who helps, and the best known way to reach them as it can be dialled, written or typed; of the others that she
 * chose their names. Where nobody helps, nothing.
 * @param {Sheet} page @param {HTMLElement} line @param {PlannedStep} planned
 */
function tellHelper(page, line, planned) {
  const { format, model, journal } = page;
  const [helper, ...others] = helpersOf(page, planned);
  const gone = said.chosenOf(journal, planned.id).filter((service) => !serviceOf(model, service));
  part(line, "others").textContent = [
    ...others.map((other) => [other.name, reachOf(other).text].filter(Boolean).join(", ")),
    ...gone.map((service) => nameOf(model, service)),
  ]
    .filter(Boolean)
    .join(" · ");
  if (!helper) return;
  const { way, text } = reachOf(helper);
  const called = way === "phone";
  const before = text && !called && text !== helper.name;
  part(line, "helper").textContent = before ? format("service.label", { name: helper.name }) : helper.name;
  part(line, called ? "number" : "reach").textContent = called || before ? text : "";
  if (called) setText(part(line, "hours"), helper.hours ?? "");
  part(line, "uncalled").textContent = called && helper.number_from ? format("sheet.uncalled") : "";
}

/**
 * Who helps with a step: on whom she waits or whom she chose, else who is suggested first.
 * @param {Sheet} page
 * @param {PlannedStep} planned
 * @returns {Service[]}
 */
function helpersOf({ model, journal }, { id, services }) {
  const waited = said.stateOf(journal, id) === "waiting" ? said.waitingOn(journal, id).service : "";
  const wanted = [...new Set([waited, ...said.chosenOf(journal, id)])];
  const known = wanted.flatMap((service) => serviceOf(model, service) ?? []);
  return known.length ? known : [...services.ids(1).map((service) => serviceOf(model, service) ?? [])].flat();
}

/** The best known way to reach who gives a service, as people write it on paper. @param {Service} service */
function reachOf(service) {
  const [way] = waysOf(service);
  const { phone, booking, address, email, page, website } = service;
  const bare = (/** @type {string | undefined} */ url) => url?.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  const texts = { phone, booking: bare(booking), desk: address, mail: email, web: bare(page ?? website) };
  return { way, text: (way && texts[way]) ?? "" };
}

/** What is behind her, in a line. @param {Sheet} page @param {PlannedStep[]} done */
function doneWords({ format, model, journal }, done) {
  const when = (/** @type {PlannedStep} */ { id }) => journal.fields[`tasks/${id}/state`]?.at[0] ?? 0;
  const named = [...done].sort((left, right) => when(right) - when(left)).slice(0, DONE_NAMED);
  if (!named.length) return "";
  const titles = named.map(({ id }) => textOf(titleOf(model, journal, id))).join("; ");
  const left = done.length - named.length;
  const more = left ? format("plan.unlocks_more", { count: left }) : "";
  return format("sheet.answer", { question: format("state.done"), answer: titles + more });
}
