// <portal-programme-progress>: how far she is on somebody else's path, told beside each step of it.
import { answersWithDerived } from "../../core/rules/derived-answers.js";
import { makePlan } from "../../core/plan/plan.js";
import { addedOf, answersOf, doneOf } from "../../core/journal/journal-queries.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { JournalStore } from "../../store/journal-store.js";
import { formatterOf, loadModel, part } from "../../base/page-parts.js";

class ProgrammeProgress extends HTMLElement {
  async connectedCallback() {
    const kept = await new JournalStore().read();
    if (!Object.keys(answersOf(kept)).length) return;
    const model = await loadModel(this);
    const journal = renamed(kept, model.aliases);
    const done = doneOf(journal);
    const planned = new Map(makePlan(model, answersWithDerived(model, journal), addedOf(journal)).tasks.map(({ id, verdict }) => [id, verdict]));
    const format = formatterOf(this);
    const steps = new Set();
    for (const step of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-task]"))) {
      const task = step.dataset.task ?? "";
      steps.add(task);
      const state = done.has(task) ? "done" : planned.get(task) === "yes" ? "open" : planned.has(task) ? "unknown" : "";
      step.dataset.state = state;
      part(step, "state").textContent = state && `(${format(`state.${state}`)})`;
    }
    const ticked = [...steps].filter((task) => done.has(task)).length;
    part(this, "progress").textContent = format("plan.progress", { done: ticked, count: steps.size });
    part(this, "progress").hidden = false;
  }
}

customElements.define("portal-programme-progress", ProgrammeProgress);
