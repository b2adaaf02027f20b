// What does not apply, and which answer decided so. Loaded when someone asks.
/** @import {PlanPage} from "./task-row.js" */
import { currentPlan } from "../../core/plan/current-plan.js";
import { whyNot } from "../../core/plan/why-not-on-plan.js";
import { reasonWords } from "../../base/answer-words.js";
import { copyTemplate, formatterOf, part, setText, textOf } from "../../base/page-parts.js";

/**
 * Makes a row for each task that is not on the plan.
 * @param {PlanPage} page
 * @param {() => Promise<void>} refresh
 * @returns {HTMLElement[]}
 */
export function rowsNotHere({ element, model, journal, plan, edit }, refresh) {
  const format = formatterOf(element);
  const shown = new Set(plan().tasks.map(({ id }) => id));
  return whyNot(model, currentPlan(model, journal()).answers)
    .filter(({ id }) => !shown.has(id))
    .map(({ id, reasons }) => {
      const task = /** @type {import("../../core/model-types.js").Model["tasks"][0]} */ (
        model.tasks.find((candidate) => candidate.id === id)
      );
      const row = copyTemplate(element, "not-here");
      const link = part(row, "title", HTMLAnchorElement);
      setText(link, task.title);
      link.href = `${element.dataset.root}tasks/${id}/`;
      const words = reasonWords(model, reasons, (answer) => format("plan.assumed_reason", { answer }));
      part(row, "because").textContent = format("plan.because", { reasons: words });
      part(row, "add-what").textContent = textOf(task.title);
      part(row, "add").addEventListener("click", async () => {
        await edit((set) => set(`tasks/${id}/added`, true));
        await refresh();
      });
      return row;
    });
}
