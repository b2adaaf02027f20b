// <portal-return>: who has answers already goes on where she was.
import { JournalStore } from "../store/journal.js";
import { part } from "./page.js";

class Return extends HTMLElement {
  async connectedCallback() {
    const journal = await new JournalStore().read();
    const started = Object.keys(journal.answers).length > 0;
    part(this, "start").hidden = started;
    part(this, "back").hidden = !started;
  }
}

customElements.define("portal-return", Return);
