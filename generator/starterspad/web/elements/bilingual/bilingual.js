// <portal-bilingual>: of all steps in two languages, those that are hers and open; what she does now stands first.
import { answersOf, asideOf, doneOf } from "../../core/journal/journal-queries.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { nextSteps } from "../../core/plan/next-steps.js";
import { JournalStore } from "../../store/journal-store.js";
import { part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

class Bilingual extends PortalElement {
  async connected() {
    const kept = await new JournalStore().read();
    if (!Object.keys(answersOf(kept)).length || !(await this.loadModel())) return;
    const { journal, plan } = currentPlan(this.model, kept);
    const [done, aside] = [doneOf(journal), asideOf(journal)];
    const open = new Set(
      plan.tasks.filter(({ id, verdict }) => verdict === "yes" && !done.has(id) && !aside.has(id)).map(({ id }) => id),
    );
    const steps = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-task]")]);
    const rows = new Map(steps.map((row) => [row.dataset.task ?? "", row]));
    for (const [id, row] of rows) row.hidden = !open.has(id);
    const now = nextSteps(this.model, plan, journal).now.flatMap((id) => rows.get(id) ?? []);
    part(this, "now-pairs").append(...now);
    part(this, "now").hidden = !now.length;
    for (const phase of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-phase]"))) {
      phase.hidden = !phase.querySelector("[data-task]:not([hidden])");
    }
    part(this, "all").hidden = true;
    part(this, "steps").hidden = !this.querySelector("[data-phase]:not([hidden])");
  }
}

customElements.define("portal-bilingual", Bilingual);
