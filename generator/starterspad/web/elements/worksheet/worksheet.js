// <portal-worksheet>: she writes, it is kept as she leaves a field, and a new round begins where the last one ended.
import { roundsOf } from "../../core/journal/worksheets.js";
import { JournalStore } from "../../store/journal-store.js";
import { part, setText, tooLong } from "../../base/page-parts.js";
import { printPage } from "../../base/print-page.js";
import { PortalElement } from "../../base/portal-element.js";
import { beginRound, keepText, roundRows } from "../../base/rounds.js";

class Worksheet extends PortalElement {
  #store = new JournalStore();
  #round = 1;

  /** @param {AbortSignal} signal */
  async connected(signal) {
    this.listen("fields", "change", ({ target }) => target instanceof HTMLTextAreaElement && this.#keep(target));
    this.listen("fields", "input", () => setText(part(this, "told"), ""));
    this.listen("print", "click", () => printPage(part(this, "print")));
    this.listen("new-round", "click", () => this.#begin());
    this.#store.watch(() => this.#refresh(), signal);
    for (const name of ["fields", "actions"]) part(this, name).hidden = false;
    part(this, "without").hidden = true;
    await this.#refresh();
  }

  get #sheet() {
    return this.dataset.sheet ?? "";
  }

  /** @returns {HTMLTextAreaElement[]} */
  get #texts() {
    return [...this.querySelectorAll("textarea")];
  }

  async #refresh() {
    const rounds = roundsOf(await this.#store.read(), this.#sheet);
    const last = rounds.at(-1);
    this.#round = Math.max(this.#round, last?.number ?? 1);
    const now = rounds.find(({ number }) => number === this.#round);
    for (const text of this.#texts) {
      if (text !== document.activeElement && !tooLong(text)) text.value = now?.texts[text.name] ?? text.value;
      setText(part(/** @type {HTMLElement} */ (text.closest("label")), "written"), text.value);
    }
    const format = this.format;
    setText(part(this, "round"), format("worksheets.round", { number: this.#round }));
    part(this, "round").hidden = !("rounds" in this.dataset);
    part(this, "new-round").hidden = !("rounds" in this.dataset) || !now;
    part(this, "earlier").replaceChildren(...roundRows(format, this.#texts, rounds));
    part(this, "earlier-box").hidden = rounds.length < 2;
  }

  /** @param {HTMLTextAreaElement} text */
  async #keep(text) {
    const round = this.#path(this.#round);
    // What nothing took stays where she wrote it.
    if (await keepText(this, this.#store, text, `${round}/${text.name}`, round)) await this.#refresh();
  }

  async #begin() {
    if (!(await beginRound(this, this.#store, this.#texts, this.#path(this.#round + 1)))) return;
    this.#round += 1;
    await this.#refresh();
    this.#texts[0].focus();
  }

  /** @param {number} round */
  #path(round) {
    return `sheets/${this.#sheet}/${round}`;
  }
}

customElements.define("portal-worksheet", Worksheet);
