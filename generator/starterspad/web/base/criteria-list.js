// What counts at a gate, and how each stands in her plan: on the gate's page, and on that of her business plan.
/** @import {Model} from "../core/model-types.js" */
/** @import {Answers} from "../core/plan-types.js" */
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {PortalElement} from "./portal-element.js" */
import { planAnswers } from "../core/journal/business-plan.js";
import { answersOf, doneOf } from "../core/journal/journal-queries.js";
import { roundsOf } from "../core/journal/worksheets.js";
import { currentPlan } from "../core/plan/current-plan.js";
import { standing } from "../core/rules/gate-criteria.js";
import { assessmentsOf, ownAssessments } from "../core/rules/self-assessment.js";
import { part, setText } from "./page-parts.js";

/**
 * Returns what her journal shows for criteria, and for what a lender asks.
 * @param {Model} model
 * @param {Journal} kept
 * @param {string[]} sheets  the worksheets that are looked at
 */
export function shownBy(model, kept, sheets) {
  const { journal, plan, answers } = currentPlan(model, kept);
  const started = Object.keys(answersOf(journal)).length > 0;
  return {
    done: doneOf(journal),
    planned: new Set((started ? plan.tasks : []).flatMap(({ id, verdict }) => (verdict === "yes" ? [id] : []))),
    assessed: ownAssessments(assessmentsOf(journal)).some(({ answers }) => Object.keys(answers).length > 0),
    written: new Set(sheets.filter((sheet) => roundsOf(journal, sheet).length)),
    answers,
    answered: new Set(Object.keys(planAnswers(journal))),
  };
}

/**
 * Says of each criterion on the page how it stands.
 * @param {PortalElement} element
 * @param {Model} model
 * @param {Journal} kept
 */
export function showCriteria(element, model, kept) {
  const criteria = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-criterion]")]);
  const shown = shownBy(
    model,
    kept,
    criteria.map(({ dataset }) => dataset.sheet ?? ""),
  );
  const { format } = element;
  for (const criterion of criteria) {
    const rows = /** @type {HTMLElement[]} */ ([...criterion.querySelectorAll("[data-task]")]);
    const { mirror, sheet = "", questions = "" } = criterion.dataset;
    const stands = standing(
      {
        tasks: rows.map(({ dataset }) => dataset.task ?? ""),
        selfAssessment: mirror !== undefined,
        worksheet: sheet,
        questions: questions.split(" ").filter(Boolean),
        sums: showSums(criterion, shown.answers),
      },
      shown,
    );
    criterion.dataset.state = stands;
    setText(part(criterion, "state"), format(`decide.${stands}`));
    for (const row of rows) {
      const done = shown.done.has(row.dataset.task ?? "");
      row.dataset.state = done ? "done" : "";
      setText(part(row, "task-state"), done ? `(${format("state.done")})` : "");
    }
  }
}

/**
 * Says what a calculator came to, where a criterion asks for that.
 * @param {HTMLElement} criterion
 * @param {Answers} answers  with what figures mean to conditions
 * @returns {boolean | undefined} whether it will do; undefined where nothing is asked or worked out
 */
function showSums(criterion, answers) {
  const row = /** @type {HTMLElement | null} */ (criterion.querySelector("[data-bucket]"));
  if (!row) return undefined;
  const { bucket = "", enough = "" } = row.dataset;
  const cut = answers[bucket]?.[0];
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-cut]"))) {
    words.hidden = words.dataset.cut !== (cut ?? "");
  }
  return cut === undefined ? undefined : enough.split(" ").includes(cut);
}
