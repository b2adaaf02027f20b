// What a task's own page says of the plan: whether the task is on it; ticks it off or puts it there.
/** @import {PortalElement} from "../../base/portal-element.js" */
import { currentPlan } from "../../core/plan/current-plan.js";
import { answersOf, doneOf } from "../../core/journal/journal-queries.js";
import { askForPromise } from "../../store/browser-memory.js";
import { JournalStore } from "../../store/journal-store.js";
import { formatterOf, part } from "../../base/page-parts.js";

/** @typedef {"done" | "open" | "added" | "perhaps" | "absent"} State */

// What the button does in each state.
const ACTS = /** @type {const} */ ({ done: "untick", open: "tick", added: "tick", perhaps: "add", absent: "add" });

/** The part of a task's page that knows the plan; hidden for who has none. */
export class TaskOnPlan {
  #element;
  #journal = new JournalStore();
  /** @type {State} */
  #state = "absent";

  /** @param {PortalElement} element @param {AbortSignal} signal */
  constructor(element, signal) {
    this.#element = element;
    part(element, "act").addEventListener("click", () => this.#act(ACTS[this.#state]), { signal });
    part(element, "remove").addEventListener("click", () => this.#act("remove"), { signal });
    this.#journal.watch(() => this.refresh(), signal);
  }

  get #task() {
    return this.#element.dataset.task ?? "";
  }

  async refresh() {
    const kept = await this.#journal.read();
    if (!Object.keys(answersOf(kept)).length) return;
    if (!(await this.#element.loadModel())) return;
    const { journal, plan, broughtIn } = currentPlan(this.#element.model, kept);
    const planned = plan.tasks.find(({ id }) => id === this.#task);
    if (doneOf(journal).has(this.#task)) this.#state = "done";
    else if (broughtIn.has(this.#task)) this.#state = "added";
    else if (planned?.verdict === "yes") this.#state = "open";
    else this.#state = planned ? "perhaps" : "absent";
    const format = formatterOf(this.#element);
    part(this.#element, "state").textContent = format(`step.${this.#state}`);
    part(this.#element, "act").textContent = format(`step.${ACTS[this.#state]}`);
    part(this.#element, "remove").hidden = this.#state !== "added";
    this.#element.dataset.state = this.#state;
    this.#element.hidden = false;
  }

  /** @param {"tick" | "untick" | "add" | "remove"} act */
  async #act(act) {
    const kept = await this.#element.edit(this.#journal, (set) => {
      if (act === "tick" || act === "untick") set(`tasks/${this.#task}/state`, act === "tick" ? "done" : null);
      else set(`tasks/${this.#task}/added`, act === "add" ? true : null);
    });
    if (kept) askForPromise(kept);
    await this.refresh();
    part(this.#element, "act").focus();
  }
}
