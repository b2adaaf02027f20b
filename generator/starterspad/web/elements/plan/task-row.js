// A step on the plan: a row of one line, which unfolds into a card.
/** @import {PlannedStep} from "../../core/plan/plan.js" */
/** @import {CardPage} from "../../card/step-card.js" */
/** @import {News} from "../../core/plan/plan-changes.js" */
import { stateOf } from "../../core/journal/journal-queries.js";
import { titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, firstOf, formatterOf, part, setText, showText, textOf } from "../../base/page-parts.js";
import { fillCard } from "../../card/step-card.js";
import { stepState } from "../../card/step-state.js";

/**
 * @typedef {CardPage & {first: () => Set<string>, news: (id: string) => News | undefined}} PlanPage
 *   first: the steps that she wants help with first
 * @typedef {{element: HTMLElement, update: () => void}} Row
 */

/**
 * Makes the row of a task, and what brings it up to date with the journal, which whoever shows it asks for.
 * @param {PlanPage} page
 * @param {PlannedStep} planned
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

  const updateState = stepState(page, planned, row, () => {
    row.dispatchEvent(new Event("unfold"));
    /** @type {HTMLElement | null} */ (row.querySelector("[data-way]"))?.focus();
  });
  const update = () => {
    updateState();
    tick.checked = ["done", "elsewhere"].includes(stateOf(page.journal(), id));
    updateCard();
  };
  return { element: row, update };
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
 * @param {PlannedStep} planned
 * @param {boolean} added
 */
function fillIn({ element, model, journal, news }, row, { id, verdict, reasons }, added) {
  const format = formatterOf(element);
  const task = model.tasks.find((candidate) => candidate.id === id);
  const [title, words] = [part(row, "title", HTMLAnchorElement), titleOf(model, journal(), id)];
  setText(title, words);
  if (task) title.href = `${element.dataset.root}tasks/${id}/`;
  showText(part(row, "added"), added && verdict === "yes" && !reasons.length ? format("step.added") : "");
  part(row, "kind").textContent = format(`kind_short.${task?.kind ?? (verdict === "yes" ? "own" : "gone")}`);
  part(row, "tick-label").textContent = format("plan.tick", { title: textOf(words) });
  part(row, "unfold").ariaLabel = format("plan.unfold", { title: textOf(words) });
  const latest = news(id);
  showText(part(row, "badge"), latest ? format(`news.${latest.kind}`) : "");
}
