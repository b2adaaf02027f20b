// <portal-resume-banner>: who has answers already sees where she stands, and goes on from there.
import { currentPlan } from "../../core/plan/current-plan.js";
import { neededFirst } from "../../core/plan/needed-first.js";
import { nextSteps } from "../../core/plan/next-steps.js";
import { progressOf } from "../../core/plan/plan.js";
import { answersOf, asideOf, doneOf, needsOf } from "../../core/journal/journal-queries.js";
import { fromHomeScreen } from "../../store/browser-memory.js";
import { JournalStore } from "../../store/journal-store.js";
import { titleOf } from "../../base/names-and-moments.js";
import { part, setText } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

class ResumeBanner extends PortalElement {
  async connected() {
    const kept = await new JournalStore().read();
    const started = Object.keys(answersOf(kept)).length > 0;
    part(this, "start").hidden = started;
    part(this, "back").hidden = !started;
    part(this, "own-memory").hidden = started || !fromHomeScreen();
    if (!started) return;
    if (!(await this.loadModel())) return;
    const { model } = this;
    const { journal, plan } = currentPlan(model, kept);
    const first = neededFirst(model, plan, needsOf(journal));
    const { count, done } = progressOf(plan, doneOf(journal), asideOf(journal));
    const [next] = nextSteps(model, plan, journal, first).now;
    part(this, "progress").textContent = this.format("plan.progress", { done, count });
    part(this, "progress").hidden = !count;
    part(this, "next").hidden = !next;
    if (!next) return;
    // A step of her own has no page: it stands on the plan.
    const page = model.tasks.some(({ id }) => id === next) ? `tasks/${next}/` : "plan/";
    setText(part(this, "next-link"), titleOf(model, journal, next));
    part(this, "next-link", HTMLAnchorElement).href = `${this.dataset.root}${page}`;
  }
}

customElements.define("portal-resume-banner", ResumeBanner);
