// <portal-resume-banner>: who has answers already sees where she stands, and goes on from there.
import { answersWithDerived } from "../../core/rules/derived-answers.js";
import { neededFirst } from "../../core/plan/needed-first.js";
import { makePlan, progressOf } from "../../core/plan/plan.js";
import { addedOf, answersOf, asideOf, doneOf, needsOf } from "../../core/journal/journal-queries.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { JournalStore } from "../../store/journal-store.js";
import { formatterOf, loadModel, part, setText } from "../../base/page-parts.js";

class ResumeBanner extends HTMLElement {
  async connectedCallback() {
    const kept = await new JournalStore().read();
    const started = Object.keys(answersOf(kept)).length > 0;
    part(this, "start").hidden = started;
    part(this, "back").hidden = !started;
    if (!started) return;
    const model = await loadModel(this);
    const journal = renamed(kept, model.aliases);
    const answers = answersWithDerived(model, journal);
    const plan = makePlan(model, answers, addedOf(journal));
    const first = neededFirst(model, plan, needsOf(journal));
    const { count, done, next } = progressOf(plan, doneOf(journal), asideOf(journal), first);
    part(this, "progress").textContent = formatterOf(this)("plan.progress", { done, count });
    part(this, "progress").hidden = !count;
    part(this, "next").hidden = !next;
    const task = model.tasks.find(({ id }) => id === next?.id);
    if (!task) return;
    setText(part(this, "next-link"), task.title);
    part(this, "next-link").href = `${this.dataset.root}tasks/${task.id}/`;
  }
}

customElements.define("portal-resume-banner", ResumeBanner);
