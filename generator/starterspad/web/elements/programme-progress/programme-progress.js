// <portal-programme-progress>: how far she is on somebody else's path, told beside each step of it.
import { currentPlan } from "../../core/plan/current-plan.js";
import { answersOf, doneOf } from "../../core/journal/journal-queries.js";
import { JournalStore } from "../../store/journal-store.js";
import { part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

class ProgrammeProgress extends PortalElement {
  async connected() {
    const kept = await new JournalStore().read();
    if (!Object.keys(answersOf(kept)).length) return;
    if (!(await this.loadModel())) return;
    const { model } = this;
    const { journal, plan } = currentPlan(model, kept);
    const done = doneOf(journal);
    const planned = new Map(plan.tasks.map(({ id, verdict }) => [id, verdict]));
    const format = this.format;
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
