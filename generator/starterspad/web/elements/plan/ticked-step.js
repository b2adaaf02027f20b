// What she ticked last: it may stand elsewhere on the plan now, and she can take it back.
/** @import {PlanPage} from "./task-row.js" */
import { stateOf } from "../../core/journal/journal-queries.js";
import { askForPromise } from "../../store/browser-memory.js";
import { titleOf } from "../../base/names-and-moments.js";
import { sayPromise } from "./kept-here.js";
import { formatterOf, part, textOf } from "../../base/page-parts.js";

/** Says that a step is done or waits, with a button that takes it back. @param {PlanPage} page @param {string} id */
export function sayTicked({ element, model, journal, edit }, id) {
  askForPromise(journal());
  sayPromise(element);
  const format = formatterOf(element);
  const state = stateOf(journal(), id);
  const [box, undo] = [part(element, "done-now"), part(element, "undo-tick")];
  box.hidden = state !== "done" && state !== "waiting";
  if (box.hidden) return;
  const title = textOf(titleOf(model, journal(), id));
  part(box, "done-words").textContent = format("plan.ticked", { title, state: format(`state.${state}`) });
  undo.onclick = async () => {
    await edit((set) => set(`tasks/${id}/state`, null));
    const row = element.querySelector(`[data-task="${CSS.escape(id)}"]`);
    /** @type {HTMLElement | null | undefined} */ (row?.querySelector(".tick input"))?.focus();
  };
  // What she pressed went along with its step.
  if (document.activeElement === document.body) undo.focus();
}
