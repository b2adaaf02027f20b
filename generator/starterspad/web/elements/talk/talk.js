// <portal-talk>: of everybody whom she can talk to, the two who fit her best, each with the quickest way to reach them.
/** @import {PlannedService} from "../../core/plan-types.js" */
import { answersOf } from "../../core/journal/journal-queries.js";
import { valueAt } from "../../core/journal/journal.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { makePlan } from "../../core/plan/plan.js";
import { reachedBy } from "../../core/plan/reached-by.js";
import { serviceOf } from "../../core/plan/services.js";
import { JournalStore } from "../../store/journal-store.js";
import { perhapsWords } from "../../base/answer-words.js";
import { copyTemplate, firstOf, part, setText, showText } from "../../base/page-parts.js";
import { wayLinks, wayNotes } from "../../base/ways-to-reach.js";
import { bringWords } from "../../base/words.js";
import { PortalElement } from "../../base/portal-element.js";

// Among more nobody who is shy calls one.
const BEST = 2;

class Talk extends PortalElement {
  /** @param {AbortSignal} _signal */
  async connected(_signal) {
    if (!this.querySelector('[data-part="all"]') || !(await this.loadModel())) return;
    const { journal, answers } = currentPlan(this.model, await new JournalStore().read());
    const chosen = this.model.questions.flatMap(({ id, options }) =>
      options.filter((option) => answers[id]?.includes(option.id)),
    );
    const leading = chosen.find(({ leads_to }) => leads_to)?.leads_to;
    if (leading) return this.#leadTo(leading);
    const task = this.dataset.task ?? "";
    // She asks for the talk herself, so it need not be on her plan. Who has none yet is sent to another each time.
    const seed = String(valueAt(journal, "plan/seed") ?? Math.random());
    const { tasks } = makePlan(this.model, answers, {
      added: new Set([task]),
      seed,
      moment: Date.now() / 1000,
    });
    const services = tasks.find(({ id }) => id === task)?.services.slice() ?? [];
    const partners = [...new Set(services.map(({ partner }) => partner))];
    const best = partners
      .flatMap((id) => services.find(({ partner }) => partner === id) ?? [])
      .filter(({ partner, service }) => reachedBy(this.model, `${partner}/${service}`).some((way) => way !== "desk"))
      .slice(0, BEST);
    await bringWords(
      this,
      best.map(({ partner, service }) => `${partner}/${service}`),
    );
    const cards = best.flatMap((planned) => this.#person(planned) ?? []);
    if (!cards.length) return;
    part(this, "best").replaceChildren(...cards);
    const answered = Object.keys(answersOf(journal)).length > 0;
    part(this, "why").textContent = this.format(answered ? "talk.yours" : "talk.anyone");
    part(this, "best").hidden = part(this, "why").hidden = false;
    part(this, "all", HTMLDetailsElement).open = false;
    this.dataset.best = "";
  }

  /** Leads whose answer has a page of its own there: the talk that is meant here is not hers. @param {string} path */
  #leadTo(path) {
    firstOf(part(this, "trouble"), "a").href = `${this.dataset.root}${path}`;
    part(this, "trouble").hidden = false;
    this.querySelector('[data-part="say"]')?.remove();
    part(this, "all", HTMLDetailsElement).open = false;
    this.dataset.best = "";
  }

  /** The card of who can be reached. @param {PlannedService} planned */
  #person({ partner, service: id, missing }) {
    const { model, format } = this;
    const service = serviceOf(model, `${partner}/${id}`);
    // A desk is no tap away.
    const way = service && wayLinks(format, this.dataset.root, service).find(({ dataset }) => dataset.way !== "desk");
    if (!way) return undefined;
    const card = copyTemplate(this, "person");
    const name = part(card, "name", HTMLAnchorElement);
    name.textContent = service.name;
    name.href = `${this.dataset.root}partners/${partner}/#service-${id}`;
    setText(part(card, "title"), service.title);
    /** @type {[string, string][]} */
    const lines = [
      ["perhaps", perhapsWords(format, model, missing)],
      ["notes", wayNotes(format, service)],
    ];
    for (const [line, words] of lines) showText(part(card, line), words);
    way.className = "md-button person__way";
    part(card, "way").append(way);
    return card;
  }
}

customElements.define("portal-talk", Talk);
