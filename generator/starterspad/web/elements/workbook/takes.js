// What she wrote elsewhere and may take over: offered below a question while its answer does not hold it yet.
/** @import {Model} from "../../core/model-types.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { valueAt } from "../../core/journal/journal.js";
import { roundsOf } from "../../core/journal/worksheets.js";
import {
  assessmentsOf,
  competencesOf,
  growing,
  ownAssessments,
  selfAssessmentScores,
} from "../../core/rules/self-assessment.js";
import { part, setText, textOf } from "../../base/page-parts.js";

// So many competences say who she is; more nobody reads.
const NAMED = 3;

/** Shows what there is to take over. @param {PortalElement} element @param {Model} model @param {Journal} journal */
export function showTakes(element, model, journal) {
  const herself = mirrorWords(element, model, journal);
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-part=takes]"))) {
    const answer = list.parentElement?.querySelector("textarea")?.value ?? "";
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const row of rows) {
      const words = "mirror" in row.dataset ? herself : wordsOf(journal, row.dataset);
      row.hidden = !words || answer.includes(words);
      setText(part(row, "words"), words);
    }
    list.hidden = rows.every(({ hidden }) => hidden);
  }
}

/** @param {Journal} journal @param {DOMStringMap} from */
function wordsOf(journal, { sheet, prompt = "", task }) {
  if (sheet) return (roundsOf(journal, sheet).at(-1)?.texts[prompt] ?? "").trim();
  const note = valueAt(journal, `tasks/${task}/notes`);
  return typeof note === "string" ? note.trim() : "";
}

/**
 * Says of her last look into the mirror where she is strong, and what she wants to learn.
 * @param {PortalElement} element
 * @param {Model} model
 * @param {Journal} journal
 */
function mirrorWords({ format }, { mirror }, journal) {
  const own = ownAssessments(assessmentsOf(journal)).at(-1);
  if (!mirror || !own) return "";
  const scores = selfAssessmentScores(mirror, own.answers);
  const learning = new Set(growing(mirror, scores));
  const scored = competencesOf(mirror).filter(({ id }) => Object.hasOwn(scores, id));
  const strong = scored.filter(({ id }) => !learning.has(id)).sort((left, right) => scores[right.id] - scores[left.id]);
  const weak = scored
    .filter(({ id }) => learning.has(id))
    .sort((left, right) => scores[left.id] - left.profile - (scores[right.id] - right.profile));
  const names = (/** @type {typeof scored} */ list) =>
    list
      .slice(0, NAMED)
      .map(({ title }) => textOf(title))
      .join(", ");
  return [
    strong.length ? format("workbook.strong", { names: names(strong) }) : "",
    weak.length ? format("workbook.grow", { names: names(weak) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
