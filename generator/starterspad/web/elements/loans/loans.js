// <portal-loans>: beside what each lender asks, what she has; her own sums, and what she ticks herself.
/** @import {Journal} from "../../core/journal/journal.js" */
import { eurosIn, fitOf, ownShare } from "../../core/rules/borrowing.js";
import { under, valueAt } from "../../core/journal/journal.js";
import { JournalStore } from "../../store/journal-store.js";
import { showCriteria } from "../../base/criteria-list.js";
import { decimalMark, typedWords } from "../../base/figures.js";
import { part, setText, showText, tooLong, writtenIn } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

const SUMS = ["amount", "own"];
const figures = () => import("../../base/money-answers.js");

class Loans extends PortalElement {
  #store = new JournalStore();

  /** @param {AbortSignal} signal */
  async connected(signal) {
    if (!(await this.loadModel())) return;
    this.listen("sums", "submit", () => {});
    this.listen("sums", "input", ({ target }) => this.#typed(target));
    this.listen(this, "change", ({ target }) => target instanceof HTMLInputElement && this.#keep(target));
    this.#store.watch(() => this.#refresh(), signal);
    part(this, "sums").hidden = false;
    await this.#refresh();
  }

  /** @param {string} name @returns {HTMLInputElement} */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`input[name="${name}"]`));
  }

  /** @param {string} name */
  #eurosIn(name) {
    return eurosIn(this.#field(name).value, decimalMark());
  }

  get #papers() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input[type=checkbox]"));
  }

  async #refresh() {
    const journal = await this.#store.read();
    for (const name of SUMS) {
      const kept = valueAt(journal, `loans/${name}`);
      const field = this.#field(name);
      if (field !== document.activeElement && !tooLong(field) && typeof kept === "string") field.value = kept;
    }
    for (const box of this.#papers) {
      box.checked = valueAt(journal, `loans/${box.name}`) === true;
      box.disabled = false;
    }
    await this.#takeOwn(journal);
    showCriteria(this, this.model, journal);
    this.#showSums();
    for (const loan of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-loan]"))) {
      const states = [...loan.querySelectorAll("[data-criterion]")].map((row) => row.getAttribute("data-state"));
      const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (loan.querySelectorAll("input[type=checkbox]"))];
      const done = states.filter((state) => state === "done").length + boxes.filter(({ checked }) => checked).length;
      showText(part(loan, "have"), this.format("loans.have", { done, total: states.length + boxes.length }));
    }
  }

  /** @param {EventTarget | null} field */
  #typed(field) {
    const from = this.querySelector('[data-part="own-from"]');
    if (field === this.#field("own")) from?.toggleAttribute("hidden", true);
    this.#showSums();
  }

  /** What she worked out that she brings in stands there until she writes it herself. @param {Journal} journal */
  async #takeOwn(journal) {
    const from = this.querySelector('[data-part="own-from"]');
    if (!(from instanceof HTMLElement)) return;
    const [id, name] = (this.dataset.ownMoney ?? "").split(" ");
    const kept = typeof valueAt(journal, "loans/own") === "string";
    const worked = !kept && under(journal, "money/").length > 0;
    const taken = worked ? await (await this.late(figures))?.wholeEuros(id, name, journal) : null;
    const field = this.#field("own");
    if (field === document.activeElement) return;
    if (taken) field.value = typedWords(taken);
    else if (!from.hidden && !kept) field.value = "";
    from.hidden = !taken;
  }

  /** What she types is answered at once. */
  #showSums() {
    const { format } = this;
    const [amount, own] = SUMS.map((name) => this.#eurosIn(name));
    const wrong = SUMS.some((name) => this.#field(name).value.trim() && this.#eurosIn(name) === null);
    const known = amount && own !== null;
    const number = (/** @type {number} */ value) => new Intl.NumberFormat(writtenIn()).format(value);
    const share = known ? format("loans.share", { percent: number(ownShare(own, amount, 0).percent) }) : "";
    setText(part(this, "share"), wrong ? format("loans.unreadable") : share);
    for (const loan of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-loan]"))) {
      const { least = "0", most = "0", ownShare: asked = "0" } = loan.dataset;
      const fit = amount ? fitOf(amount, { least: Number(least), most: Number(most) }) : "";
      const { missing } = known ? ownShare(own, amount, Number(asked)) : { missing: 0 };
      const words = [
        fit && format(`loans.${fit}`, { least: number(Number(least)), most: number(Number(most)) }),
        known && Number(asked)
          ? format(missing ? "loans.own_missing" : "loans.own_enough", { percent: asked, euros: number(missing) })
          : "",
      ];
      showText(part(loan, "fits"), words.filter(Boolean).join(" "));
    }
  }

  /** @param {HTMLInputElement} field */
  async #keep(field) {
    if (tooLong(field)) return;
    const value = field.type === "checkbox" ? field.checked || null : field.value.trim() || null;
    if (await this.edit(this.#store, (set) => set(`loans/${field.name}`, value))) await this.#refresh();
  }
}

customElements.define("portal-loans", Loans);
