// <portal-task>: says on a task's page whether it is on the plan, and ticks it off or puts it there.
/** @import {Model} from "../engine/types.js" */
import { makePlan } from "../engine/plan.js";
import { addedOf, answersOf, doneOf, renamed } from "../engine/story.js";
import { JournalStore } from "../store/journal.js";
import { loadModel, part, wordsOf } from "./page.js";

/** @typedef {"done" | "open" | "added" | "perhaps" | "absent"} State */

// What the button does in each state.
const ACTS = /** @type {const} */ ({ done: "untick", open: "tick", added: "tick", perhaps: "add", absent: "add" });

class TaskOnPlan extends HTMLElement {
  #ended = new AbortController();
  #journal = new JournalStore();
  /** @type {Model} */
  #model = /** @type {any} */ (null);
  /** @type {State} */
  #state = "absent";

  async connectedCallback() {
    const { signal } = this.#ended;
    part(this, "act").addEventListener("click", () => this.#act(ACTS[this.#state]), { signal });
    part(this, "remove").addEventListener("click", () => this.#act("remove"), { signal });
    this.#journal.watch(() => this.#refresh(), signal);
    await this.#refresh();
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  get #task() {
    return this.dataset.task ?? "";
  }

  async #refresh() {
    const kept = await this.#journal.read();
    if (!Object.keys(answersOf(kept)).length) return;
    this.#model ??= await loadModel(this);
    const journal = renamed(kept, this.#model.aliases);
    const answers = answersOf(journal);
    const added = addedOf(journal);
    const planned = makePlan(this.#model, answers).tasks.find(({ id }) => id === this.#task);
    if (doneOf(journal).has(this.#task)) this.#state = "done";
    else if (planned?.verdict === "yes") this.#state = "open";
    else if (added.has(this.#task)) this.#state = "added";
    else this.#state = planned ? "perhaps" : "absent";
    const say = wordsOf(this);
    part(this, "state").textContent = say(`step.${this.#state}`);
    part(this, "act").textContent = say(`step.${ACTS[this.#state]}`);
    part(this, "remove").hidden = this.#state !== "added";
    this.dataset.state = this.#state;
    this.hidden = false;
  }

  /** @param {"tick" | "untick" | "add" | "remove"} act */
  async #act(act) {
    try {
      await this.#journal.edit((set) => {
        if (act === "tick" || act === "untick") set(`tasks/${this.#task}/state`, act === "tick" ? "done" : null);
        else set(`tasks/${this.#task}/added`, act === "add" ? true : null);
      });
    } catch {
      part(this, "not-saved").hidden = false;
    }
    await this.#refresh();
    part(this, "act").focus();
  }
}

customElements.define("portal-task", TaskOnPlan);
