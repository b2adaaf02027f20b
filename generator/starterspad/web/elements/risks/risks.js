// <portal-risks>: of what may change, what holds for her; and the protected routes that may be hers, beside it.
import { currentPlan } from "../../core/plan/current-plan.js";
import { judgeOf } from "../../core/rules/evaluate.js";
import { answersOf } from "../../core/journal/journal-queries.js";
import { JournalStore } from "../../store/journal-store.js";
import { part, textOf } from "../../base/page-parts.js";
import { printPage } from "../../base/print-page.js";
import { PortalElement } from "../../base/portal-element.js";

class Risks extends PortalElement {
  async connected() {
    this.listen("print", "click", () => printPage(part(this, "print")));
    part(this, "print").hidden = false;
    const kept = await new JournalStore().read();
    if (!Object.keys(answersOf(kept)).length) return;
    if (!(await this.loadModel())) return;
    const { model } = this;
    const { answers, plan } = currentPlan(model, kept);
    const judge = judgeOf(model, answers);
    const format = this.format;
    const points = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-point]")]);
    points.forEach((point, index) => {
      const { verdict, missing } = judge(model.risks[index]);
      point.hidden = verdict === "no";
      part(point, "whom").hidden = verdict === "yes";
      const open = missing
        .map((id) => textOf(model.questions.find((question) => question.id === id)?.because ?? ""))
        .join(", ");
      part(point, "perhaps").textContent = verdict === "unknown" ? format("plan.perhaps", { questions: open }) : "";
    });
    for (const theme of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-theme]"))) {
      theme.hidden = [...theme.querySelectorAll("[data-point]")].every(
        (point) => /** @type {HTMLElement} */ (point).hidden,
      );
    }
    const planned = new Set(plan.tasks.map(({ id }) => id));
    for (const route of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-route]"))) {
      route.hidden = !planned.has(route.dataset.route ?? "");
    }
    part(this, "yours").hidden = false;
    part(this, "everyone").hidden = true;
  }
}

customElements.define("portal-risks", Risks);
