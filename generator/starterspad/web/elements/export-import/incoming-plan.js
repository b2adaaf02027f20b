// A plan that comes in, from a file, a link or an earlier state: first as a preview, then beside hers or in its place.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {JournalStore} from "../../store/journal-store.js" */
import { dayOf } from "../../core/day.js";
import { doneOnPlan } from "../../core/plan/done-on-plan.js";
import { merge } from "../../core/journal/journal.js";
import { fromFile, summaryOf } from "../../core/journal/passed-on.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { TooMuch } from "../../store/page-edits.js";
import { dateOf, firstOf, part } from "../../base/page-parts.js";
import { wroteWords } from "../../base/advice-words.js";
import { listSnapshots } from "./snapshot-rows.js";

export class IncomingPlan {
  #element;
  #store;
  /** @type {Journal | null} what stands in the preview */
  #incoming = null;

  /** @param {PortalElement} element @param {JournalStore} store */
  constructor(element, store) {
    this.#element = element;
    this.#store = store;
    element.listen("merge", "click", () => this.#take((mine, incoming) => merge(mine, incoming)));
    element.listen("replace", "click", () => this.#take((_, incoming) => incoming));
    element.listen("look", "click", () => this.#look());
    element.listen("cancel", "click", () => this.#cancel());
    element.listen("undo", "click", () => this.#undo());
    element.listen("read-advice", "click", () => this.#readAdvice());
  }

  /** Shows what a file or link holds, before anything changes. @param {string} text */
  preview(text) {
    const opened = fromFile(text, Date.now());
    const usable = opened && !opened.newer;
    this.#incoming = usable ? opened.journal : null;
    part(this.#element, "preview").hidden = !usable;
    part(this.#element, "undo").hidden = true;
    part(this.#element, "read-advice").hidden = true;
    if (!usable) {
      this.#tell(opened ? "newer" : "no_plan");
      part(this.#element, "told").focus();
      return;
    }
    const { latest, other, ...figures } = summaryOf(opened.journal);
    figures.done = doneOnPlan(this.#element.model, opened.journal);
    // A clock may have run ahead.
    const day = latest ? dateOf(dayOf(Math.min(latest, Date.now()))) : "–";
    const values = Object.fromEntries(Object.entries(figures).map(([name, number]) => [name, String(number)]));
    const words = this.#element.format("keep.preview_words", { ...values, day });
    // What somebody wrote to her comes before figures.
    const unknown = other && this.#element.format("keep.other", { count: String(other) });
    part(this.#element, "preview-words").textContent = [
      wroteWords(this.#element.format, opened.journal),
      words,
      unknown,
    ]
      .filter(Boolean)
      .join(" ");
    part(this.#element, "told").textContent = "";
    part(this.#element, "preview-title").focus();
  }

  /** @param {string} key */
  #tell(key) {
    part(this.#element, "told").textContent = this.#element.format(`keep.${key}`);
  }

  /** Shows the plan that came in, without taking anything of it. */
  async #look() {
    const detail = this.#incoming;
    this.#incoming = null;
    part(this.#element, "preview").hidden = true;
    part(this.#element, "details").hidden = true;
    // Hers is no name for the plan of somebody else.
    part(this.#element, "print-name", HTMLInputElement).value = "";
    await this.#element.bringMoney(JSON.stringify(detail));
    document.dispatchEvent(new CustomEvent("look", { detail }));
    const plan = /** @type {HTMLElement} */ (document.querySelector("portal-plan"));
    part(plan, "plan", HTMLFieldSetElement).disabled = true;
    part(plan, "looking").hidden = false;
    plan.toggleAttribute("data-looking", true);
    part(plan, "stop-looking").onclick = () => location.reload();
    part(plan, "stop-looking").focus();
  }

  #cancel() {
    this.#incoming = null;
    part(this.#element, "preview").hidden = true;
    this.#tell("nothing_changed");
    part(this.#element, "told").focus();
  }

  /** @param {(mine: Journal, incoming: Journal) => Journal} put */
  async #take(put) {
    const incoming = this.#incoming;
    if (!incoming) return;
    const taken = await this.#change((mine) => put(mine, incoming), "taken");
    part(this.#element, "preview").hidden = true;
    this.#incoming = null;
    part(this.#element, "undo").hidden = !taken;
    const words =
      taken && wroteWords(this.#element.format, renamed(await this.#store.read(), this.#element.model.aliases));
    part(this.#element, "read-advice").hidden = !words;
    if (words) part(this.#element, "told").textContent += ` ${words}`;
    part(this.#element, words ? "read-advice" : taken ? "undo" : "told").focus();
  }

  /** Leads her to what a coach wrote, where it stands on her plan. */
  #readAdvice() {
    part(this.#element, "read-advice").hidden = true;
    firstOf(part(document, "advice"), "h2").focus();
  }

  async #undo() {
    const [before] = await this.#store.snapshots();
    if (before) await this.#change(() => before.journal, "undone");
    part(this.#element, "undo").hidden = true;
    part(this.#element, "read-advice").hidden = true;
    part(this.#element, "told").focus();
  }

  /** Lists the earlier states of the plan. */
  async listSnapshots() {
    listSnapshots(this.#element, await this.#store.snapshots(), async (journal) => {
      await this.#change(() => journal, "undone");
      part(this.#element, "told").focus();
    });
  }

  /** @param {(mine: Journal) => Journal} next @param {string} key */
  async #change(next, key) {
    const failed = await this.#store.replace(next).then(
      () => "",
      (error) => (error instanceof TooMuch ? "too_much" : "failed"),
    );
    this.#tell(failed || key);
    this.#element.dispatchEvent(new Event("journal", { bubbles: true }));
    await this.listSnapshots();
    return !failed;
  }
}
