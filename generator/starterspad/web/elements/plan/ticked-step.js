// What she ticked last: it may stand elsewhere on the plan now, and she can take it back.
/** @import {PlanPage} from "./task-row.js" */
import { stateOf } from "../../core/journal/journal-queries.js";
import { askForPromise } from "../../store/browser-memory.js";
import { titleOf } from "../../base/names-and-moments.js";
import { sayPromise } from "./kept-here.js";
import { formatterOf, part, textOf } from "../../base/page-parts.js";

/** Says that a step is behind her or waits; a button takes it back. @param {PlanPage} page @param {string} id */
export function sayTicked({ element, model, journal, edit }, id) {
  askForPromise(journal());
  sayPromise(element);
  const format = formatterOf(element);
  const state = stateOf(journal(), id);
  const [box, undo] = [part(element, "done-now"), part(element, "undo-tick")];
  box.hidden = !["done", "waiting", "elsewhere", "not-for-me"].includes(state);
  // What she pressed may have gone along with its step.
  const lost = document.activeElement === document.body;
  const toTick = () => {
    const row = element.querySelector(`[data-task="${CSS.escape(id)}"]`);
    /** @type {HTMLElement | null | undefined} */ (row?.querySelector(".tick input"))?.focus();
  };
  if (box.hidden) return lost ? toTick() : undefined;
  const title = textOf(titleOf(model, journal(), id));
  part(box, "done-words").textContent = format("plan.ticked", { title, state: format(`state.${state}`) });
  undo.onclick = async () => {
    await edit((set) => set(`tasks/${id}/state`, null));
    toTick();
  };
  if (lost) undo.focus();
}
