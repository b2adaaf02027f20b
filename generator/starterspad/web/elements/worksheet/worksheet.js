// <portal-worksheet>: she writes, it is kept as she leaves a field, and a new round begins where the last one ended.
/** @import {Round} from "../../core/journal/worksheets.js" */
import { changedIn, roundsOf } from "../../core/journal/worksheets.js";
import { JournalStore } from "../../store/journal-store.js";
import { dateOf, part, setText, today, tooLong } from "../../base/page-parts.js";
import { printPage } from "../../base/print-page.js";
import { PortalElement } from "../../base/portal-element.js";

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
    part(this, "earlier").replaceChildren(...rounds.map((round, index) => this.#changeIn(rounds[index - 1], round)));
    part(this, "earlier-box").hidden = rounds.length < 2;
  }

  /** Says what a round changed. @param {Round | undefined} before @param {Round} round */
  #changeIn(before, round) {
    const item = document.createElement("li");
    const changed = changedIn(before, round);
    const names = this.#texts.filter(({ name }) => changed.includes(name)).map(({ dataset }) => dataset.title);
    const key = names.length ? "worksheets.changed" : "worksheets.same";
    item.textContent = this.format(key, {
      number: round.number,
      day: round.day ? dateOf(round.day) : "",
      names: names.join(", "),
    });
    return item;
  }

  /** @param {HTMLTextAreaElement} text */
  async #keep(text) {
    if (tooLong(text)) return;
    const { name, value } = text;
    await this.edit(this.#store, (set) => {
      set(`sheets/${this.#sheet}/${this.#round}/${name}`, value.trim() ? value : null);
      set(`sheets/${this.#sheet}/${this.#round}/0day`, today());
    });
    if (!this.#texts.some(tooLong)) setText(part(this, "told"), this.format("story.kept"));
    await this.#refresh();
  }

  /** Begins a round with the words of the last one: they are there to be improved. */
  async #begin() {
    const long = this.#texts.find(tooLong);
    if (long) return long.focus();
    const next = this.#round + 1;
    const written = this.#texts.map(({ name, value }) => /** @type {[string, string]} */ ([name, value]));
    await this.edit(this.#store, (set) => {
      for (const [name, value] of written) if (value.trim()) set(`sheets/${this.#sheet}/${next}/${name}`, value);
      set(`sheets/${this.#sheet}/${next}/0day`, today());
    });
    this.#round = next;
    await this.#refresh();
    this.#texts[0].focus();
  }
}

customElements.define("portal-worksheet", Worksheet);
