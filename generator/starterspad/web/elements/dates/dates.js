// <portal-dates>: takes dates off the page that are over, and goes with the last where it has nothing else to say. On
// the plan, where no build knows whose they are, it brings those that are hers.
import { removeOver } from "../../core/meet/over.js";
import { PortalElement } from "../../base/portal-element.js";

const thisWeek = () => import("./this-week.js");

class Dates extends PortalElement {
  /** @param {AbortSignal} signal */
  async connected(signal) {
    if (this.dataset.coming) return (await this.late(thisWeek))?.keepThisWeek(this, signal);
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-over]")]);
    if (!rows.length || removeOver(rows, Date.now()).length) return;
    const ask = /** @type {HTMLElement | null} */ (this.querySelector("[data-part=ask]"));
    if (ask) {
      ask.hidden = false;
      this.replaceChildren(ask);
    } else (this.closest("[data-dated]") ?? this).remove();
  }
}

customElements.define("portal-dates", Dates);
