// <portal-gate-decision>: what counts at a gate, what her own plan shows for it, and what she decides; never scored.
import { DECISIONS, decisionOf } from "../../core/rules/gates.js";
import { JournalStore } from "../../store/journal-store.js";
import { newName } from "../../store/page-edits.js";
import { showCriteria } from "../../base/criteria-list.js";
import { dateOf, part, setText, today, tooLong } from "../../base/page-parts.js";
import { printPage } from "../../base/print-page.js";
import { PortalElement } from "../../base/portal-element.js";

class GateDecision extends PortalElement {
  #store = new JournalStore();
  #changing = false;

  /** @param {AbortSignal} signal */
  async connected(signal) {
    this.listen("form", "change", () => this.#showFields());
    this.listen("form", "submit", () => this.#keep());
    this.listen("change", "click", () => this.#change());
    this.listen("print", "click", () => printPage(part(this, "print")));
    this.#store.watch(() => this.#refresh(), signal);
    await this.#refresh();
  }

  get #phase() {
    return this.dataset.phase ?? "";
  }

  get #decision() {
    return this.querySelector('input[name="decision"]:checked')?.getAttribute("value") ?? "";
  }

  async #refresh() {
    const journal = await this.#store.read();
    const decided = this.#changing ? null : decisionOf(journal, this.#phase);
    part(this, "form").hidden = Boolean(decided);
    part(this, "kept").hidden = !decided;
    const format = this.format;
    if (decided) {
      setText(
        part(this, "kept-words"),
        format("decide.kept", { day: dateOf(decided.day), decision: format(`decide.${decided.decision}`) }),
      );
      setText(part(this, "kept-why"), decided.why);
      setText(part(this, "kept-coach"), decided.coach);
      setText(part(this, "kept-again"), decided.again ? `${format("decide.again")} ${dateOf(decided.again)}` : "");
    }
    for (const way of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-follows]"))) {
      way.hidden = decided ? !(way.dataset.follows ?? "").split(" ").includes(decided.decision) : false;
    }
    if (await this.loadModel()) showCriteria(this, this.model, journal);
  }

  #showFields() {
    const decision = this.#decision;
    part(this, "first-label").hidden = decision !== "conditions" && decision !== "not-yet";
    part(this, "again-label").hidden = decision === "" || decision === "go";
    part(this, "choose").hidden = true;
  }

  async #keep() {
    const decision = DECISIONS.find((possible) => possible === this.#decision);
    part(this, "choose").hidden = Boolean(decision);
    if (!decision) return /** @type {HTMLElement} */ (this.querySelector('input[name="decision"]')).focus();
    const first = part(this, "first", HTMLTextAreaElement);
    const texts = [first, ...["why", "coach"].map((name) => part(this, name, HTMLTextAreaElement))];
    const long = texts.find((text) => tooLong(text) && !text.closest("[hidden]"));
    if (long) return long.focus();
    const lines = part(this, "first-label").hidden ? [] : first.value.split("\n");
    const again = part(this, "again-label").hidden ? "" : part(this, "again", HTMLInputElement).value;
    const kept = await this.edit(this.#store, (set) => {
      set(`gates/${this.#phase}/decision`, decision);
      set(`gates/${this.#phase}/day`, today());
      set(`gates/${this.#phase}/again`, again || null);
      for (const name of ["why", "coach"]) {
        set(`gates/${this.#phase}/${name}`, part(this, name, HTMLTextAreaElement).value.trim() || null);
      }
      for (const line of lines) {
        if (line.trim()) set(`tasks/0${newName()}/title`, line.trim());
      }
    });
    if (kept) {
      first.value = "";
      this.#changing = false;
    }
    await this.#refresh();
    if (!part(this, "kept").hidden) part(this, "kept-words").focus();
  }

  async #change() {
    const decided = decisionOf(await this.#store.read(), this.#phase);
    if (!decided) return;
    this.#changing = true;
    const chosen = this.querySelector(`input[name="decision"][value="${decided.decision}"]`);
    if (chosen instanceof HTMLInputElement) chosen.checked = true;
    for (const name of /** @type {const} */ (["why", "coach"])) {
      part(this, name, HTMLTextAreaElement).value = decided[name];
    }
    part(this, "again", HTMLInputElement).value = decided.again;
    this.#showFields();
    await this.#refresh();
    if (chosen instanceof HTMLInputElement) chosen.focus();
  }
}

customElements.define("portal-gate-decision", GateDecision);
