// <portal-answer>: a step that she found, with who helps and a letter, below the search and without a questionnaire.
/** @import {CardPage} from "../../card/step-card.js" */
import { valueAt } from "../../core/journal/journal.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { makePlan } from "../../core/plan/plan.js";
import { bringCardParts } from "../../card/card-parts.js";
import { fillCard } from "../../card/step-card.js";
import { JournalStore } from "../../store/journal-store.js";
import { copyTemplate, part, setText } from "../../base/page-parts.js";
import { bringWords } from "../../base/words.js";
import { PortalElement } from "../../base/portal-element.js";

class Answer extends PortalElement {
  #store = new JournalStore();
  /** Who has no plan is sent to another of equal helpers each time. */
  #seed = String(Math.random());
  /** @type {HTMLElement | undefined} what stands below the step that she chose */
  #box;

  connected() {
    this.#box ??= part(this, "box", HTMLElement);
    this.listen(document, "click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("portal-search a");
      const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
      const id = link?.getAttribute("href")?.match(/\btasks\/([^/]+)\/$/)?.[1];
      // Who wants the page itself in another window gets it.
      if (!id || ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      this.#show(id, /** @type {Element} */ (link));
    });
  }

  /**
   * Shows who helps with a step, below it; what the model does not know has a page of its own alone.
   * @param {string} id
   * @param {Element} link
   */
  async #show(id, link) {
    const address = `${this.dataset.root}tasks/${id}/`;
    if (!((await this.loadModel()) && (await bringCardParts(this)))) return;
    const task = this.model.tasks.find((candidate) => candidate.id === id);
    const box = this.#box;
    if (!task || !box) return location.assign(address);
    const { journal, answers } = currentPlan(this.model, await this.#store.read());
    const seed = String(valueAt(journal, "plan/seed") ?? this.#seed);
    const plan = makePlan(this.model, answers, {
      added: new Set([id]),
      seed,
      moment: Date.now() / 1000,
    });
    const planned = plan.tasks.find((candidate) => candidate.id === id);
    if (!planned) return;
    /** @type {CardPage} */
    const page = {
      element: this,
      model: this.model,
      journal: () => journal,
      plan: () => plan,
      due: () => undefined,
      edit: async () => {},
      refresh: async () => {},
    };
    await bringWords(this, planned.services.ids(1));
    const card = copyTemplate(this, "card-of-step");
    fillCard(page, planned, card);
    // What a plan keeps has no place here.
    for (const name of ["answers", "story"]) part(card, name).hidden = true;
    part(box, "card").replaceChildren(card);
    setText(part(box, "title"), task.title);
    part(box, "whole", HTMLAnchorElement).href = address;
    box.hidden = false;
    link.closest("li")?.append(box);
    part(box, "title").focus();
  }
}

customElements.define("portal-answer", Answer);
