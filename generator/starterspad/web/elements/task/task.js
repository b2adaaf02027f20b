// <portal-task>: the place on a task's page for what the plan says of it. Who has no plan loads nothing more.
import { mayHoldJournal } from "../../store/journal-presence.js";

class Task extends HTMLElement {
  #ended = new AbortController();

  async connectedCallback() {
    if (!(await mayHoldJournal())) return;
    const { TaskOnPlan } = await import("./task-on-plan.js");
    await new TaskOnPlan(this, this.#ended.signal).refresh();
  }

  disconnectedCallback() {
    this.#ended.abort();
  }
}

customElements.define("portal-task", Task);
