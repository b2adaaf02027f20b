// What a step's own page knows of the plan: its card, as on the plan, and whether the step stands there at all.
/** @import {PlanOfSteps, PlannedStep} from "../../core/plan/plan.js" */
/** @import {DueTask} from "../../core/plan/due-dates.js" */
/** @import {CardPage} from "../../card/step-card.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {Change} from "../../store/page-edits.js" */
import { PLAN_SCHEMA } from "../../core/constants.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { servicesNamed } from "../../core/plan/words.js";
import { dueTasks } from "../../core/plan/due-dates.js";
import { emptyJournal } from "../../core/journal/journal.js";
import { answersOf, asideOf, doneOf, stateOf } from "../../core/journal/journal-queries.js";
import { bringCardParts } from "../../card/card-parts.js";
import { fillCard } from "../../card/step-card.js";
import { stepState } from "../../card/step-state.js";
import { askForPromise } from "../../store/browser-memory.js";
import { JournalStore } from "../../store/journal-store.js";
import { copyTemplate, formatterOf, part } from "../../base/page-parts.js";
import { bringWords } from "../../base/words.js";

/** The part of a step's page that knows the plan; hidden for who has none. */
export class TaskOnPlan {
  #element;
  #store = new JournalStore();
  #journal = emptyJournal();
  /** @type {PlanOfSteps} */
  #plan = { schema: PLAN_SCHEMA, tasks: [] };
  /** @type {Map<string, DueTask>} */
  #due = new Map();
  /** What the card was made of, and what brings it up to date. */
  #made = { of: "", update: () => {} };

  /** @param {PortalElement} element @param {AbortSignal} signal */
  constructor(element, signal) {
    this.#element = element;
    const act = part(element, "act");
    act.addEventListener("click", () => this.#act(act.dataset.act ?? ""), { signal });
    part(element, "remove").addEventListener("click", () => this.#act("remove"), { signal });
    this.#store.watch(() => this.refresh(), signal);
  }

  get #task() {
    return this.#element.dataset.task ?? "";
  }

  /** Whether the step is behind her: it keeps its card, with what she wrote, and can be taken back. */
  get #behind() {
    return doneOf(this.#journal).has(this.#task) || asideOf(this.#journal).has(this.#task);
  }

  /** @type {CardPage} */
  get #page() {
    return {
      element: this.#element,
      model: this.#element.model,
      journal: () => this.#journal,
      plan: () => this.#plan,
      due: (id) => this.#due.get(id),
      edit: this.#edit,
      refresh: () => this.refresh(),
    };
  }

  /** @param {Change} change */
  #edit = async (change) => {
    const kept = await this.#element.edit(this.#store, change);
    if (kept) askForPromise(kept);
    await this.refresh();
    // What she pressed may be gone with what she said.
    const focused = document.activeElement;
    if (focused && focused !== document.body && !focused.closest("[hidden]")) return;
    const parts = ["act", "answered", "where"].map((name) => this.#element.querySelector(`[data-part="${name}"]`));
    /** @type {HTMLElement | undefined} */ (parts.find((part) => part && !part.closest("[hidden]")))?.focus();
  };

  async refresh() {
    const element = this.#element;
    const kept = await this.#store.read();
    if (!Object.keys(answersOf(kept)).length) return;
    if (!((await element.loadModel()) && (await bringCardParts(element)))) return;
    const { journal, plan, broughtIn } = currentPlan(element.model, kept);
    await bringWords(element, servicesNamed(journal));
    this.#journal = journal;
    this.#plan = plan;
    this.#due = new Map(dueTasks(element.model, plan, journal).map((due) => [due.id, due]));
    const planned = plan.tasks.find(({ id }) => id === this.#task);
    this.#place(planned, broughtIn.has(this.#task));
    this.#showCard(planned);
    part(element, "on-plan").hidden = false;
  }

  /**
   * Says whether the step stands on her plan, with what she can do about that.
   * @param {PlannedStep | undefined} planned
   * @param {boolean} added
   */
  #place(planned, added) {
    const format = formatterOf(this.#element);
    const state = stateOf(this.#journal, this.#task);
    const behind = this.#behind;
    const onPlan = added ? "added" : planned?.verdict === "yes" ? "open" : planned ? "perhaps" : "absent";
    const place = behind || state === "waiting" ? `state.${state}` : `step.${onPlan}`;
    part(this.#element, "where").textContent = format(state === "done" ? "step.done" : place);
    const button = part(this.#element, "act");
    const act = behind ? "untick" : "add";
    button.hidden = !behind && (onPlan === "added" || onPlan === "open");
    button.dataset.act = act;
    button.textContent = format(`step.${act}`);
    part(this.#element, "remove").hidden = onPlan !== "added";
  }

  /** Shows the card of a step that is, or may come, on her plan. @param {PlannedStep | undefined} planned */
  #showCard(planned) {
    const element = this.#element;
    const [step, card] = [part(element, "step"), part(element, "card")];
    card.hidden = !planned;
    element.querySelector('[data-part="plain-say"]')?.toggleAttribute("hidden", Boolean(planned));
    if (!planned) {
      delete step.dataset.card;
      delete step.dataset.state;
      return;
    }
    step.dataset.card = planned.id;
    const of = JSON.stringify({ ...planned, services: planned.services.mark });
    if (this.#made.of !== of) this.#made = { of, update: this.#makeCard(planned, step, card) };
    this.#made.update();
  }

  /**
   * Makes the card whole: what the page says already is left out, and what to say stands open.
   * @param {PlannedStep} planned
   * @param {HTMLElement} step
   * @param {HTMLElement} card
   */
  #makeCard(planned, step, card) {
    const lines = copyTemplate(this.#element, "lines");
    card.replaceChildren(lines, copyTemplate(this.#element, "card-of-step"));
    const updateCard = fillCard(this.#page, planned, card);
    for (const name of ["why", "warning", "page"]) part(card, name).remove();
    part(card, "say", HTMLDetailsElement).open = true;
    this.#element.querySelector('[data-part="everyone"]')?.removeAttribute("open");
    const updateState = stepState(this.#page, planned, lines, () => {
      /** @type {HTMLElement | null} */ (card.querySelector("[data-way]"))?.focus();
    });
    return () => {
      updateState();
      step.dataset.state = lines.dataset.state;
      // The line below says it, with a button that takes it back.
      if (this.#behind) part(lines, "state").hidden = true;
      updateCard();
    };
  }

  /** @param {string} act  untick, add or remove */
  async #act(act) {
    await this.#edit((set) => {
      if (act === "untick") set(`tasks/${this.#task}/state`, null);
      else set(`tasks/${this.#task}/added`, act === "add" ? true : null);
    });
    const button = part(this.#element, "act");
    (button.hidden ? part(this.#element, "where") : button).focus();
  }
}
