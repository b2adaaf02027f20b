// One plan on the desk: who she is, her steps, and where the coach writes with them.
/** @import {PlanOfSteps} from "../../core/plan/plan.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Need} from "../../core/plan/coach-needs.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {Drafts} from "./drafts.js" */
import { under, valueAt } from "../../core/journal/journal.js";
import { adviceOf, answersOf, appointmentsOf, stateOf } from "../../core/journal/journal-queries.js";
import { answerSentences } from "../../base/answer-words.js";
import { momentOf, titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, part, textOf, tooLong } from "../../base/page-parts.js";
import { sayTooLong } from "../../base/field-limits.js";
import { showBusinessPlan } from "./business-plan.js";
import { helpersOf } from "./in-short.js";
import { adviceLine, line, writeInto } from "./rows.js";

const sums = () => import("./sums.js");
/** @type {Journal | undefined} of which the figures may be looked at */
let looked;

/**
 * @typedef {object} Opened
 * @property {string} name
 * @property {string} file  what it was called, empty for a link
 * @property {string} key  of its drafts
 * @property {Journal} journal
 * @property {PlanOfSteps} plan  what is certainly on it
 * @property {Need[]} needs
 * @property {boolean} changed  the coach wrote in it since it was last saved
 * @typedef {object} Desk
 * @property {PortalElement} element
 * @property {Drafts} drafts
 * @property {(opened: Opened, step?: string) => void} show
 * @property {(opened: Opened, field: string, text: string) => void} comment  field: such as step/kbo
 * @property {() => void} typed  something was typed that is not saved
 */

/**
 * Shows a plan: all of it, or the step to write with alone.
 * @param {Desk} desk
 * @param {Opened} opened
 * @param {string} [only]  id of that step
 */
export function showPlan(desk, opened, only) {
  const { element, drafts } = desk;
  const { model, format } = element;
  const { journal, name, plan } = opened;
  part(element, "plan").hidden = false;
  part(element, "plan-title").textContent = format("coach.plan_of", { name });
  part(element, "plan-answers").replaceChildren(...answerSentences(format, model, answersOf(journal)).map(line));
  const helpers = helpersOf(element, opened).map(({ name: who, phone, step }) =>
    line(`${[who, phone].filter(Boolean).join(", ")}: ${step}`),
  );
  part(element, "helpers").replaceChildren(...helpers);
  part(element, "helpers-box").hidden = !helpers.length;
  offerSums(element, journal);
  const shown = new Set(plan.tasks.map(({ id }) => id));
  const which = part(element, "which", HTMLSelectElement);
  const rest = model.tasks.filter(({ id }) => !shown.has(id)).map(({ id, title }) => new Option(textOf(title), id));
  which.replaceChildren(new Option(format("coach.choose"), ""), ...rest);
  which.value = drafts.at(opened.key, "which");
  const why = part(element, "why", HTMLTextAreaElement);
  why.value = drafts.at(opened.key, "why");
  if (why.value) sayTooLong(why);
  part(element, "why-kept").textContent = (why.value || which.value) && !tooLong(why) ? format("coach.kept") : "";
  if (why.value || which.value) part(element, "suggest-box", HTMLDetailsElement).open = true;
  const suggested = adviceOf(journal).filter(({ suggests }) => suggests);
  part(element, "suggestions").replaceChildren(...suggested.map((advice) => adviceLine(desk, opened, advice)));
  const rows = plan.tasks.map(({ id }) => stepRow(desk, opened, id));
  for (const row of rows) row.hidden = shown.has(only ?? "") && row.dataset.step !== only;
  part(element, "tasks").replaceChildren(...rows);
  part(element, "all-steps").hidden = !rows.some(({ hidden }) => hidden);
  showBusinessPlan(desk, opened);
}

/** Shows nobody's figures any more. @param {PortalElement} element */
export function closeSums(element) {
  looked = undefined;
  part(element, "sums-box").hidden = true;
  part(element, "sums").replaceChildren();
}

/**
 * Offers what she worked out, which comes when it is opened.
 * @param {PortalElement} element
 * @param {Journal} journal
 */
function offerSums(element, journal) {
  looked = journal;
  const box = part(element, "sums-box", HTMLDetailsElement);
  box.hidden = !under(journal, "money/").length;
  box.open = false;
  part(element, "sums").replaceChildren();
  box.ontoggle = async () => {
    if (!box.open) return;
    // Meanwhile another plan may be open, or none.
    const isShown = () => looked === journal;
    await (await element.late(sums, box))?.showSums(element, journal, part(element, "sums"), isShown);
  };
}

/** @param {Desk} desk @param {Opened} opened @param {string} id */
function stepRow(desk, opened, id) {
  const { element } = desk;
  const { model, format } = element;
  const { journal } = opened;
  const row = copyTemplate(element, "step");
  const state = stateOf(journal, id);
  row.dataset.step = id;
  row.dataset.state = state;
  part(row, "title").textContent = textOf(titleOf(model, journal, id));
  part(row, "state").textContent = format(`state.${state}`);
  const moments = appointmentsOf(journal).filter(({ task, outcome }) => task === id && !outcome);
  part(row, "moments").textContent = moments.map((meeting) => momentOf(meeting, model, format)).join("; ");
  part(row, "moments").hidden = !moments.length;
  const notes = [valueAt(journal, `tasks/${id}/notes`), valueAt(journal, `tasks/${id}/why`)].filter(Boolean);
  part(row, "notes").textContent = notes.join(" · ");
  part(row, "notes").hidden = !notes.length;
  const about = adviceOf(journal).filter(({ task, suggests }) => !suggests && task === id);
  part(row, "advice").append(...about.map((advice) => adviceLine(desk, opened, advice)));
  writeInto(desk, opened, row, `step/${id}`);
  return row;
}
