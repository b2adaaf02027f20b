// <portal-record-form>: somebody without git corrects a record, or writes a new one; it ends as a proposal to send.
/** @import {Form, RecordFile, RecordForm as Asked} from "../../core/intake/form-types.js" */
/** @import {Partner, Tree} from "../../core/intake/partner-file.js" */
import { answerFaults, currentRecord } from "../../core/intake/changed-record.js";
import { fileAdvice } from "../../core/intake/partner-advice.js";
import { tidied } from "../../core/intake/partner-file.js";
import { fold } from "../../core/search/fold.js";
import { showAdvice } from "../../base/advice-list.js";
import { tellFaults } from "../../base/form-faults.js";
import { completeAddress, fill, read, showNow } from "../../base/form-fields.js";
import { dataAt, part, setText, today } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";
import { showWaysOut } from "../../base/ways-to-send.js";
import { sayDays } from "./days-said.js";
import { offerChoices, showChoices } from "./many-choices.js";
import { changesOf, proposalOf } from "./proposal.js";

const SHOWN = 8;

/** @typedef {{id: string, path: string, file: RecordFile | null}} Chosen  what is changed; a new one has no id yet */

class RecordForm extends PortalElement {
  /** @type {Asked | null} */
  #asked = null;
  /** @type {Chosen} */
  #chosen = { id: "", path: "", file: null };
  /** What it says today. @type {Tree} */
  #base = {};
  #tried = false;

  async connected() {
    part(this, "without").hidden = true;
    const load = /** @type {() => Promise<Asked>} */ (dataAt(this.dataset.recordForm));
    this.#asked = (await this.late(load)) ?? null;
    part(this, "without").hidden = this.#asked !== null;
    if (!this.#asked) return;
    offerChoices(this, this.#asked);
    this.listen("form", "change", completeAddress);
    this.listen("form", "submit", () => this.#finish());
    this.listen("form", "input", () => {
      this.#sayDays();
      if (this.#tried) this.#judge();
    });
    this.listen("again", "click", () => this.#show(false));
    this.listen(window, "hashchange", () => this.#begin());
    if (this.#finder) this.listen("find", "input", () => this.#find());
    await this.#begin();
  }

  get #form() {
    return part(this, "form", HTMLFormElement);
  }

  /** Where one chooses what to change; none on a form for what is new. */
  get #finder() {
    return /** @type {HTMLElement | null} */ (this.querySelector('[data-part="finder"]'));
  }

  /** Opens what the address names, or asks what it is about. */
  async #begin() {
    const id = new URLSearchParams(location.hash.slice(1)).get("change");
    const { records, path, file: begun } = /** @type {Asked} */ (this.#asked);
    const record = records.find((candidate) => candidate.id === id);
    part(this, "done").hidden = true;
    this.#tried = false;
    this.#tell([]);
    if (record || !this.#finder || (path && id === null)) {
      const address = record?.file ?? begun;
      const load = /** @type {() => Promise<RecordFile>} */ (dataAt(`${this.dataset.root}../${address}`));
      const file = address ? await this.late(load) : null;
      if (file === undefined) return;
      this.#chosen = { id: record?.id ?? "", path: file?.path ?? path, file };
      if (record) setText(part(this, "chosen"), record.words);
    } else {
      this.#form.hidden = true;
      this.#finder.hidden = false;
      setText(part(this, "told"), id ? this.format("propose.unknown") : "");
      return;
    }
    if (this.#finder) this.#finder.hidden = true;
    for (const name of ["changing", "beginning"]) {
      const note = /** @type {HTMLElement | null} */ (this.querySelector(`[data-part="${name}"]`));
      if (note) note.hidden = (name === "changing") !== Boolean(record);
    }
    this.#fill();
    this.#form.hidden = false;
  }

  /** Fills in what stands today; what must be looked up anew is left open, and the day is today. */
  #fill() {
    const asked = /** @type {Asked} */ (this.#asked);
    const { anew, form } = asked;
    const at = this.#chosen.file?.records[this.#chosen.id];
    this.#base = at ? currentRecord(form.record, /** @type {Tree} */ (at.tree), today()) : {};
    const kept = Object.fromEntries(Object.entries(this.#base).filter(([key]) => !anew.includes(key)));
    for (const block of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-where-there]")))
      block.hidden = !((block.dataset.whereThere ?? "") in this.#base);
    showChoices(this, asked, kept);
    fill(this.#form, "", { ...kept, checked: today() });
    showNow(this.#form, this.#base, (value) => this.format("propose.now", { value }));
    this.#sayDays();
  }

  /** Shows what is found by all the words that she types. */
  #find() {
    const { records } = /** @type {Asked} */ (this.#asked);
    const sought = fold(part(this, "find", HTMLInputElement).value)
      .split(" ")
      .filter(Boolean);
    const matching = records.filter(({ words }) => sought.length && sought.every((word) => fold(words).includes(word)));
    const items = matching.slice(0, SHOWN).map(({ id, words }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#change=${id}`;
      link.textContent = words;
      item.append(link);
      return item;
    });
    part(this, "found").replaceChildren(...items);
    setText(part(this, "told"), sought.length && !items.length ? this.format("propose.find_none") : "");
  }

  /** What is asked: of a change only what it needs, because all else stays as it is. @returns {Form} */
  get #questions() {
    const { form, needed } = /** @type {Asked} */ (this.#asked);
    if (!this.#chosen.id) return form;
    const fields = form.fields.map((field) => {
      const required = field.required && (needed.includes(field.path) || field.path.includes("."));
      return { ...field, required };
    });
    return { ...form, fields };
  }

  /** @returns {Partner} what she says: of a record that is there, only what is another now */
  #answers() {
    const { anew, needed } = /** @type {Asked} */ (this.#asked);
    return changesOf(tidied(read(this.#form, "", {})), this.#base, [...needed, ...anew]);
  }

  /** The days to come of an event that is there. */
  get #days() {
    return this.#chosen.file?.records[this.#chosen.id]?.days ?? [];
  }

  #sayDays() {
    sayDays(this, { ...this.#base, ...tidied(read(this.#form, "", {})) }, this.#days);
  }

  #judge() {
    const faults = answerFaults(this.#answers(), this.#questions, this.#base, this.#days);
    this.#tell(faults);
    return faults.length === 0;
  }

  #finish() {
    this.#tried = true;
    if (!this.#judge()) {
      part(this, "faults").focus();
      return;
    }
    const asked = /** @type {Asked} */ (this.#asked);
    const { form } = asked;
    const answers = this.#answers();
    showAdvice(this, fileAdvice(answers, form), form.language_names);
    showWaysOut(this, form, proposalOf(this, asked, answers, this.#chosen));
    this.#show(true);
  }

  /** @param {boolean} done */
  #show(done) {
    this.#form.hidden = done;
    part(this, "done").hidden = !done;
    if (done) part(this, "done-title").focus();
    else this.#form.querySelector("input")?.focus();
  }

  /** @param {ReturnType<typeof answerFaults>} faults */
  #tell(faults) {
    const placeOf = (/** @type {string} */ path) => {
      const places = [path, `${path}.${this.dataset.language}`];
      const place = places.map((ask) => this.#form.querySelector(`[data-ask="${ask}"]`)).find(Boolean);
      return /** @type {HTMLElement | null} */ (place ?? null);
    };
    tellFaults(this, faults, placeOf, "[type=submit]");
  }
}

customElements.define("portal-record-form", RecordForm);
