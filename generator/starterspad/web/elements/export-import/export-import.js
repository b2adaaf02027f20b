// <portal-export-import>: keeps a copy of the plan, shares a part of it, and opens one, first as a preview.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {IncomingPlan} from "./incoming-plan.js" */
import { PLAN_LINK } from "../../core/constants.js";
import { nameIn } from "../../core/journal/journal-file.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { JournalStore } from "../../store/journal-store.js";
import { part, textOf } from "../../base/page-parts.js";
import { fromLink } from "../../base/plan-links.js";
import { printPage } from "../../base/print-page.js";
import { forgetSheets } from "../../base/printed-sheet.js";
import { PortalElement } from "../../base/portal-element.js";
import { bringForPaper, fillSheet, printAsSheet } from "./paper.js";
import { PlanFile } from "./plan-file.js";

const calendar = () => import("../../base/calendar-download.js");
const incomingPlan = () => import("./incoming-plan.js");
const sharedLink = () => import("./shared-link.js");

class ExportImport extends PortalElement {
  #store = new JournalStore();
  #file = new PlanFile(this, this.#store, () => {
    this.#tell("saved");
    return this.#copied();
  });
  /** @type {IncomingPlan | undefined} once a plan came in, or she looked for an earlier one */
  #plans;
  /** @type {Promise<boolean>} whether the model came */
  #ready = Promise.resolve(false);

  /** Listens before the model is there: what she opens or chooses at once must not be lost. */
  async connected() {
    this.#ready = this.loadModel();
    this.#plans = undefined;
    printAsSheet(this);
    this.#on("calendar", "click", () => this.#calendar());
    this.#on("print", "click", () => this.#print());
    this.listen("save", "click", () => this.#file.ask());
    this.listen("naming", "submit", () => this.#file.saveNamed());
    this.listen("print-name", "change", () => this.#file.name(part(this, "print-name", HTMLInputElement).value));
    this.#on("file", "change", () => this.#openFile());
    this.#on("link", "click", () => this.#makeLink());
    this.listen("copy", "click", async () => {
      const loaded = await this.late(sharedLink, part(this, "copy"));
      if (loaded) part(this, "told").textContent = await loaded.copyLink(this);
    });
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
    const loaded = await this.late(calendar, part(this, "calendar"));
    if (!loaded) return;
    const any = loaded.planToCalendar(this, this.model, await this.#journal());
    this.#tell(any ? "saved_calendar" : "no_appointments");
  }

  /** Prints the plan, and nothing else of the page. */
  async #print() {
    await this.#file.name(part(this, "print-name", HTMLInputElement).value);
    await bringForPaper(this);
    fillSheet(this);
    if (printPage(part(this, "print"))) await this.#copied();
    else forgetSheets(true);
  }

  async #openFile() {
    const field = part(this, "file", HTMLInputElement);
    const file = field.files?.[0];
    if (!file) return;
    const text = await file.text();
    field.value = "";
    await this.#preview(text, field);
  }

  async #openLink() {
    const text = await fromLink(this, PLAN_LINK);
    if (text !== null) await this.#preview(text);
  }

  async #makeLink() {
    const loaded = await this.late(sharedLink, part(this, "link"));
    const made = await loaded?.makeLink(this, await this.#journal());
    if (!made) return;
    part(this, "told").textContent = made;
    await this.#copied();
  }

  /** Shows what a file or link holds, before anything changes. @param {string} text @param {Element} [near] */
  async #preview(text, near) {
    (await this.#incoming(near))?.preview(text);
  }

  /** @param {Element} [near]  what she asked it with @returns {Promise<IncomingPlan | undefined>} */
  async #incoming(near) {
    const loaded = await this.late(incomingPlan, near);
    if (loaded) this.#plans ??= new loaded.IncomingPlan(this, this.#store);
    return this.#plans;
  }

  async #opened() {
    part(this, "print-name", HTMLInputElement).value ||= nameIn(await this.#store.read());
    await bringForPaper(this);
    (await this.#incoming())?.listSnapshots();
  }
}

customElements.define("portal-export-import", ExportImport);
