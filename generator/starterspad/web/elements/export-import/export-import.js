// <portal-export-import>: keeps a copy of the plan, shares a part of it, and opens one, first as a preview.
/** @import {Journal} from "../../core/journal/journal.js" */
import { dayOf } from "../../core/day.js";
import { PLAN_LINK } from "../../core/constants.js";
import { currentPlan, doneOnPlan } from "../../core/plan/current-plan.js";
import { merge } from "../../core/journal/journal.js";
import { dueTasks } from "../../core/plan/due-dates.js";
import { fromFile, nameIn, summaryOf } from "../../core/journal/journal-file.js";
import { appointmentsOf, dayAt } from "../../core/journal/journal-queries.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { JournalStore } from "../../store/journal-store.js";
import { TooMuch } from "../../store/page-edits.js";
import { dateOf, firstOf, part, textOf } from "../../base/page-parts.js";
import { wroteWords } from "../../base/advice-words.js";
import { fromLink } from "../../base/plan-links.js";
import { printPage } from "../../base/print-page.js";
import { forgetSheets } from "../../base/printed-sheet.js";
import { PortalElement } from "../../base/portal-element.js";
import { fillSheet, printAsSheet } from "./paper.js";
import { PlanFile } from "./plan-file.js";

const calendar = () => import("../../base/calendar-download.js");
const snapshotRows = () => import("./snapshot-rows.js");
const sharedLink = () => import("./shared-link.js");

class ExportImport extends PortalElement {
  #store = new JournalStore();
  #file = new PlanFile(this, this.#store, () => {
    this.#tell("saved");
    return this.#copied();
  });
  /** @type {Journal | null} what stands in the preview */
  #incoming = null;
  /** @type {Promise<boolean>} whether the model came */
  #ready = Promise.resolve(false);

  /** Listens before the model is there: what she opens or chooses at once must not be lost. */
  async connected() {
    this.#ready = this.loadModel();
    printAsSheet(this);
    this.#on("calendar", "click", () => this.#calendar());
    this.#on("print", "click", () => this.#print());
    this.listen("save", "click", () => this.#file.ask());
    this.listen("naming", "submit", () => this.#file.saveNamed());
    this.listen("read-advice", "click", () => this.#readAdvice());
    this.listen("print-name", "change", () => this.#file.name(part(this, "print-name", HTMLInputElement).value));
    this.#on("file", "change", () => this.#openFile());
    this.#on("link", "click", () => this.#makeLink());
    this.listen("copy", "click", async () => {
      const loaded = await this.late(sharedLink, part(this, "copy"));
      if (loaded) part(this, "told").textContent = await loaded.copyLink(this);
    });
    this.#on("merge", "click", () => this.#take((mine, incoming) => merge(mine, incoming)));
    this.#on("replace", "click", () => this.#take((_, incoming) => incoming));
    this.#on("look", "click", () => this.#look());
    this.listen("cancel", "click", () => this.#cancel());
    this.#on("undo", "click", () => this.#undo());
    this.listen("details", "toggle", () => this.#opened());
    this.listen(document, "keep", (event) => {
      this.#once(() => this.#ask(/** @type {CustomEvent<string>} */ (event).detail));
    });
    this.listen(window, "hashchange", () => this.#once(() => this.#openLink()));
    if (!(await this.#ready)) return;
    const sensitive = this.model.questions.filter((question) => question.sensitive);
    const names = sensitive.map(({ because }) => textOf(because)).join(", ");
    part(this, "sensitive-words").textContent = this.format("keep.with_sensitive", { questions: names });
    part(this, "sensitive-label").hidden = !sensitive.length;
    await this.#openLink();
  }

  /** @param {string} name @param {string} type @param {() => void} act */
  #on(name, type, act) {
    this.listen(name, type, () => this.#once(act));
  }

  /**
   * Acts once the model is there; where it did not come, what she asks for asks for it again.
   * @param {() => void} act
   */
  async #once(act) {
    this.#ready = this.#ready.then((came) => came || this.loadModel());
    if (await this.#ready) act();
  }

  /** @param {string} key */
  #tell(key) {
    part(this, "told").textContent = this.format(`keep.${key}`);
  }

  /**
   * Does what another part of the page asks for: to save, to make a link, or to open a file.
   * @param {string} way
   */
  async #ask(way) {
    if (way === "save") return this.#file.ask();
    const details = part(this, "details", HTMLDetailsElement);
    details.open = true;
    if (way === "link") (await this.late(sharedLink, part(this, "share")))?.offerLink(this);
    else part(this, "file").focus();
  }

  /** @returns {Promise<Journal>} under today's names */
  async #journal() {
    return renamed(await this.#store.read(), this.model.aliases);
  }

  /** Remembers that she has a copy, so that the plan does not ask for one at once. */
  async #copied() {
    await this.#store.edit((set) => set("plan/saved", Date.now())).catch(() => {});
    this.dispatchEvent(new Event("journal", { bubbles: true }));
  }

  async #calendar() {
    const journal = await this.#journal();
    const appointments = appointmentsOf(journal).filter(({ outcome }) => !outcome);
    const due = dueTasks(this.model, currentPlan(this.model, journal).plan, journal);
    if (!appointments.length && !due.length && !dayAt(journal, "plan/target")) return this.#tell("no_appointments");
    const loaded = await this.late(calendar, part(this, "calendar"));
    if (!loaded) return;
    loaded.toCalendar(this, this.model, journal, { appointments, due, target: true });
    this.#tell("saved_calendar");
  }

  /** Prints the plan, and nothing else of the page. */
  async #print() {
    await this.#file.name(part(this, "print-name", HTMLInputElement).value);
    fillSheet(this);
    if (printPage(part(this, "print"))) await this.#copied();
    else forgetSheets(true);
  }

  async #openFile() {
    const field = part(this, "file", HTMLInputElement);
    const file = field.files?.[0];
    if (!file) return;
    this.#preview(await file.text());
    field.value = "";
  }

  async #openLink() {
    const text = await fromLink(this, PLAN_LINK);
    if (text !== null) this.#preview(text);
  }

  async #makeLink() {
    const loaded = await this.late(sharedLink, part(this, "link"));
    const made = await loaded?.makeLink(this, await this.#journal());
    if (!made) return;
    part(this, "told").textContent = made;
    await this.#copied();
  }

  /** Shows what a file or link holds, before anything changes. @param {string} text */
  #preview(text) {
    const opened = fromFile(text, Date.now());
    const usable = opened && !opened.newer;
    this.#incoming = usable ? opened.journal : null;
    part(this, "preview").hidden = !usable;
    part(this, "undo").hidden = true;
    part(this, "read-advice").hidden = true;
    if (!usable) {
      this.#tell(opened ? "newer" : "no_plan");
      part(this, "told").focus();
      return;
    }
    const { latest, other, ...figures } = summaryOf(opened.journal);
    figures.done = doneOnPlan(this.model, opened.journal);
    // A clock may have run ahead.
    const day = latest ? dateOf(dayOf(Math.min(latest, Date.now()))) : "–";
    const values = Object.fromEntries(Object.entries(figures).map(([name, number]) => [name, String(number)]));
    const words = this.format("keep.preview_words", { ...values, day });
    // What somebody wrote to her comes before figures.
    const unknown = other && this.format("keep.other", { count: String(other) });
    part(this, "preview-words").textContent = [wroteWords(this.format, opened.journal), words, unknown]
      .filter(Boolean)
      .join(" ");
    part(this, "told").textContent = "";
    part(this, "preview-title").focus();
  }

  /** Shows the plan that came in, without taking anything of it. */
  #look() {
    const detail = this.#incoming;
    this.#incoming = null;
    part(this, "preview").hidden = true;
    part(this, "details").hidden = true;
    // Hers is no name for the plan of somebody else.
    part(this, "print-name", HTMLInputElement).value = "";
    document.dispatchEvent(new CustomEvent("look", { detail }));
  }

  #cancel() {
    this.#incoming = null;
    part(this, "preview").hidden = true;
    this.#tell("nothing_changed");
    part(this, "told").focus();
  }

  /** @param {(mine: Journal, incoming: Journal) => Journal} put */
  async #take(put) {
    const incoming = this.#incoming;
    if (!incoming) return;
    const taken = await this.#change((mine) => put(mine, incoming), "taken");
    part(this, "preview").hidden = true;
    this.#incoming = null;
    part(this, "undo").hidden = !taken;
    const words = taken && wroteWords(this.format, await this.#journal());
    part(this, "read-advice").hidden = !words;
    if (words) part(this, "told").textContent += ` ${words}`;
    part(this, words ? "read-advice" : taken ? "undo" : "told").focus();
  }

  /** Leads her to what a coach wrote, where it stands on her plan. */
  #readAdvice() {
    part(this, "read-advice").hidden = true;
    firstOf(part(document, "advice"), "h2").focus();
  }

  async #undo() {
    const [before] = await this.#store.snapshots();
    if (before) await this.#change(() => before.journal, "undone");
    part(this, "undo").hidden = true;
    part(this, "read-advice").hidden = true;
    part(this, "told").focus();
  }

  /** @param {(mine: Journal) => Journal} next @param {string} key */
  async #change(next, key) {
    const failed = await this.#store.replace(next).then(
      () => "",
      (error) => (error instanceof TooMuch ? "too_much" : "failed"),
    );
    this.#tell(failed || key);
    this.dispatchEvent(new Event("journal", { bubbles: true }));
    await this.#listSnapshots();
    return !failed;
  }

  async #opened() {
    part(this, "print-name", HTMLInputElement).value ||= nameIn(await this.#store.read());
    await this.#listSnapshots();
  }

  async #listSnapshots() {
    const loaded = await this.late(snapshotRows);
    loaded?.listSnapshots(this, await this.#store.snapshots(), async (journal) => {
      await this.#change(() => journal, "undone");
      part(this, "told").focus();
    });
  }
}

customElements.define("portal-export-import", ExportImport);
