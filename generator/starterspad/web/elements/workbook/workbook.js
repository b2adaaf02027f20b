// <portal-workbook>: her business plan, section by section; kept as she leaves a field, and made into files when asked.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Round} from "../../core/journal/worksheets.js" */
/** @import {Printed} from "./plan-paper.js" */
import { planNotes, planRounds, takenOver } from "../../core/journal/business-plan.js";
import { emptyJournal } from "../../core/journal/journal.js";
import { JournalStore } from "../../store/journal-store.js";
import { showCriteria } from "../../base/criteria-list.js";
import { part, setText, tooLong } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";
import { beginRound, keepText, roundRows } from "../../base/rounds.js";
import { showAdviceOf } from "./section-advice.js";
import { showTakes } from "./takes.js";
import { makeFile, tablesOf } from "./files.js";
import { paperWhenAsked } from "./plan-paper.js";

class Workbook extends PortalElement {
  #store = new JournalStore();
  #round = 1;
  /** @type {Printed} what a sheet of paper holds besides what stands in the fields */
  #printed = { journal: emptyJournal(), tables: [] };

  /** @param {AbortSignal} signal */
  async connected(signal) {
    if (!(await this.loadModel())) return;
    const read = () => this.#store.read();
    this.listen("sections", "change", ({ target }) => target instanceof HTMLTextAreaElement && this.#keep(target));
    this.listen("sections", "input", () => setText(part(this, "told"), ""));
    this.listen("sections", "click", ({ target }) => target instanceof HTMLElement && this.#take(target));
    this.listen("new-round", "click", () => this.#begin());
    this.listen("files", "click", ({ target }) => target instanceof HTMLElement && makeFile(this, target, read));
    paperWhenAsked(this, () => this.#printed);
    this.listen(window, "hashchange", () => this.#openNamed());
    this.#store.watch(() => this.#refresh(), signal);
    for (const text of this.#texts) text.hidden = false;
    for (const line of this.querySelectorAll(".write")) line.remove();
    for (const name of ["actions", "files"]) part(this, name).hidden = false;
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-part=notes-box]")))
      box.hidden = false;
    await this.#refresh();
    this.#openNamed();
    // Paper waits for nothing: what she worked out is there before she prints.
    this.#printed.tables = (await tablesOf(this, this.#printed.journal)) ?? [];
  }

  /** @returns {HTMLTextAreaElement[]} those of the questions */
  get #texts() {
    return [.../** @type {NodeListOf<HTMLTextAreaElement>} */ (this.querySelectorAll("[data-question] textarea"))];
  }

  /** Whoever comes from a gate or a lender's list finds the section open. */
  #openNamed() {
    const named = location.hash && document.getElementById(location.hash.slice(1));
    if (named instanceof HTMLDetailsElement && !named.open) {
      named.open = true;
      named.scrollIntoView();
    }
  }

  async #refresh() {
    const journal = await this.#store.read();
    this.#printed.journal = journal;
    const rounds = planRounds(journal);
    this.#round = Math.max(this.#round, rounds.at(-1)?.number ?? 1);
    const now = rounds.find(({ number }) => number === this.#round);
    for (const text of this.#texts) {
      if (text !== document.activeElement && !tooLong(text)) text.value = now?.texts[text.name] ?? text.value;
    }
    this.#showSections(journal);
    this.#showRounds(rounds, Boolean(now));
    showTakes(this, this.model, journal);
    showAdviceOf(this, journal);
    showCriteria(this, this.model, journal);
  }

  /** @param {Journal} journal */
  #showSections(journal) {
    const { format } = this;
    const filled = (/** @type {ParentNode} */ root) => {
      const texts = /** @type {HTMLTextAreaElement[]} */ ([...root.querySelectorAll("[data-question] textarea")]);
      return { done: texts.filter(({ value }) => value.trim()).length, count: texts.length };
    };
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-section]"))) {
      const { done, count } = filled(section);
      section.dataset.state = done === count ? "done" : "";
      setText(part(section, "count"), format("workbook.count", { done, total: count }));
      const notes = /** @type {HTMLTextAreaElement} */ (section.querySelector("[data-part=notes-box] textarea"));
      if (notes !== document.activeElement && !tooLong(notes))
        notes.value = planNotes(journal, section.dataset.section ?? "");
    }
    const { done, count } = filled(this);
    setText(part(this, "progress"), format("workbook.progress", { count: done, total: count }));
  }

  /** @param {Round[]} rounds @param {boolean} written */
  #showRounds(rounds, written) {
    const several = rounds.length > 1;
    setText(part(this, "round"), several ? this.format("worksheets.round", { number: this.#round }) : "");
    part(this, "round-actions").hidden = !written;
    part(this, "earlier").replaceChildren(...roundRows(this.format, this.#texts, rounds));
    part(this, "earlier-box").hidden = !several;
  }

  /** @param {HTMLTextAreaElement} text */
  async #keep(text) {
    // What she notes for herself belongs to no round.
    const round = text.name.startsWith("notes/") ? undefined : `book/${this.#round}`;
    const kept = await keepText(this, this.#store, text, `${round ?? "book"}/${text.name}`, round);
    // What nothing took stays where she wrote it.
    if (kept) await this.#refresh();
    return kept;
  }

  /** Puts what she wrote elsewhere behind her answer: she goes on from there. @param {HTMLElement} target */
  async #take(target) {
    const row = target.closest("[data-take]")?.closest("li");
    const text = row?.closest("[data-question]")?.querySelector("textarea");
    if (!row || !text) return;
    const source = part(row, "source").textContent ?? "";
    text.value = takenOver(text.value, part(row, "words").textContent ?? "", source);
    const kept = await this.#keep(text);
    text.focus();
    if (kept) setText(part(this, "told"), this.format("workbook.taken", { source }));
  }

  async #begin() {
    if (!(await beginRound(this, this.#store, this.#texts, `book/${this.#round + 1}`))) return;
    this.#round += 1;
    await this.#refresh();
    part(this, "progress").scrollIntoView({ block: "nearest" });
  }
}

customElements.define("portal-workbook", Workbook);
