// <portal-task>: the place on a task's page for what the plan says of it. Who has no plan loads nothing more.
import { PortalElement } from "../../base/portal-element.js";
import { mayHoldJournal } from "../../store/journal-presence.js";

const taskOnPlan = () => import("./task-on-plan.js");

class Task extends PortalElement {
  /** @param {AbortSignal} signal */
  async connected(signal) {
    if (!(await mayHoldJournal())) return;
    const loaded = await this.late(taskOnPlan);
    if (loaded) await new loaded.TaskOnPlan(this, signal).refresh();
  }
}

customElements.define("portal-task", Task);
