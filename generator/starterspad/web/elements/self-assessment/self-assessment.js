// <portal-self-assessment>: she looks at herself, by statements; each answer is kept at once, so she may stop.
/** @import {SelfAssessment as Questions} from "../../core/model-types.js" */
/** @import {Assessment} from "../../core/rules/self-assessment.js" */
/** @import {Change} from "../../store/page-edits.js" */
import { LONGEST_OWN_STEP } from "../../core/constants.js";
import { assessmentFile, assessmentFrom } from "../../core/rules/assessment-file.js";
import { assessmentsOf, ownAssessments } from "../../core/rules/self-assessment.js";
import { JournalStore } from "../../store/journal-store.js";
import { newName } from "../../store/page-edits.js";
import { developmentOf, placeOf, showDevelopments } from "./development.js";
import { showResult, takeAwayItem } from "./result.js";
import { download, part, setText, today } from "../../base/page-parts.js";
import { linkWith } from "../../base/link-with.js";
import { fromLink } from "../../base/plan-links.js";
import { printPage } from "../../base/print-page.js";
import { PortalElement } from "../../base/portal-element.js";

const [A_PAGE, LINK] = [4, "#mirror="];

class SelfAssessment extends PortalElement {
  #store = new JournalStore();
  /** What is being filled in: which assessment, which statements, from where on. */
  #asking = { assessment: "", statements: /** @type {string[]} */ ([]), from: 0, names: false };

  /** @param {AbortSignal} signal */
  async connected(signal) {
    if (!(await this.loadModel())) return;
    part(this, "without").hidden = true;
    this.listen("short", "click", () => this.#begin(this.#statements(true)));
    this.listen("full", "click", () => this.#begin(this.#statements(false)));
    this.listen("more", "click", () => this.#begin(this.#statements(false)));
    this.listen("again", "click", () => this.#begin(this.#statements(true), newName()));
    this.listen("for-other", "click", () => this.#begin(this.#statements(false), newName(), true));
    this.listen("back", "click", () => this.#turn(-1));
    this.listen("form", "submit", () => this.#turn(1));
    this.listen("form", "change", ({ target }) => target instanceof HTMLInputElement && this.#answer(target));
    this.listen("stop", "click", () => this.#end());
    this.listen("save", "click", () => this.#save());
    this.listen("make-link", "click", () => this.#makeLink());
    this.listen("file", "change", () => this.#openFile());
    this.listen("print", "click", () => printPage(part(this, "print")));
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-put]"))) {
      this.listen(button, "click", () => this.#put(button));
    }
    for (const date of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[data-part=review]"))) {
      this.listen(date, "change", () => this.#review(date));
    }
    this.listen(window, "hashchange", () => this.#openLink());
    this.#store.watch(() => this.#refresh(), signal);
    await this.#openLink();
    await this.#refresh();
  }

  /** That of the decision model, titles and all. */
  get #selfAssessment() {
    return /** @type {Questions} */ (this.model.mirror);
  }

  /** @param {boolean} short @returns {string[]} */
  #statements(short) {
    const { fields } = this.#selfAssessment;
    const all = fields.flatMap(({ competences }) => competences.flatMap(({ statements }) => statements));
    return all.flatMap((statement) => (short && !statement.short ? [] : [statement.id]));
  }

  async #assessments() {
    return assessmentsOf(await this.#store.read());
  }

  /**
   * Begins to fill in, at the first page that is not answered whole.
   * @param {string[]} statements
   * @param {string} [fresh]
   * @param {boolean} [names]
   */
  async #begin(statements, fresh, names = false) {
    const own = ownAssessments(await this.#assessments()).at(-1);
    const assessment = fresh ?? own?.id ?? newName();
    /** @type {Record<string, number | string>} */
    const known =
      assessment === own?.id ? { ...own.answers, ...Object.fromEntries(own.unknown.map((id) => [id, "unknown"])) } : {};
    const first = statements.findIndex((id) => !Object.hasOwn(known, id));
    const from = names ? -1 : A_PAGE * Math.floor(Math.max(first, 0) / A_PAGE);
    this.#asking = { assessment, statements, from, names };
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll(".statement input"))) {
      input.checked = String(known[input.name]) === input.value;
    }
    this.#showPage();
  }

  #showPage() {
    const { statements, from, names } = this.#asking;
    const here = new Set(from < 0 ? [] : statements.slice(from, from + A_PAGE));
    for (const statement of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".statement"))) {
      statement.classList.toggle("statement--here", here.has(statement.dataset.statement ?? ""));
    }
    for (const name of ["start", "result", "given"]) part(this, name).hidden = true;
    for (const name of ["bar", "actions"]) part(this, name).hidden = false;
    part(this, "names").hidden = !names || from >= 0;
    part(this, "stop").hidden = from < 0;
    const words = { number: from + 1, last: Math.min(from + A_PAGE, statements.length), count: statements.length };
    setText(part(this, "progress"), from < 0 ? "" : this.format("mirror.progress", words));
    part(this, from < 0 ? "about" : "progress").focus();
    part(this, "bar").scrollIntoView();
  }

  /** @param {1 | -1} way */
  async #turn(way) {
    const { statements, from, names, assessment } = this.#asking;
    if (from < 0 && way > 0) {
      const [about, by] = ["about", "by"].map((name) => part(this, name, HTMLInputElement).value.trim());
      part(this, "names-missing").hidden = Boolean(about && by);
      if (!about || !by) return part(this, about ? "by" : "about").focus();
      await this.#edit((set) => {
        set(`mirror/${assessment}/about`, about);
        set(`mirror/${assessment}/by`, by);
        set(`mirror/${assessment}/day`, today());
      });
      this.#asking.from = 0;
      return this.#showPage();
    }
    // Before the first page stand the names, where there are any.
    const next = Math.max(from + way * A_PAGE, -1);
    if (next >= statements.length || (next < 0 && !(names && from === 0))) return this.#end();
    this.#asking.from = next;
    return this.#showPage();
  }

  /** @param {HTMLInputElement} input */
  async #answer({ name, value, type }) {
    if (type !== "radio") return;
    const { assessment } = this.#asking;
    await this.#edit((set) => {
      set(`mirror/${assessment}/day`, today());
      set(`mirror/${assessment}/given/${name}`, value === "unknown" ? value : Number(value));
    });
  }

  /** Ends filling in, at the result or at what is given back. */
  async #end() {
    const { names } = this.#asking;
    for (const statement of this.querySelectorAll(".statement--here")) statement.classList.remove("statement--here");
    for (const name of ["bar", "actions", "names"]) part(this, name).hidden = true;
    this.#asking = { ...this.#asking, statements: [] };
    if (names) {
      part(this, "given").hidden = false;
      return part(this, "given-title").focus();
    }
    await this.#refresh();
    if (!part(this, "result").hidden) part(this, "result-title").focus();
  }

  /** Shows where she stands: the beginning, or the result; nothing while she fills in. */
  async #refresh() {
    if (this.#asking.statements.length || !part(this, "given").hidden) return;
    const format = this.format;
    const journal = await this.#store.read();
    const assessments = assessmentsOf(journal);
    const own = ownAssessments(assessments).filter(({ answers }) => Object.keys(answers).length);
    const others = assessments.filter(({ by, about }) => by && !about);
    part(this, "start").hidden = own.length > 0;
    part(this, "result").hidden = !own.length;
    for (const name of ["short", "full"]) {
      setText(part(this, name), format(`mirror.${name}`, { count: this.#statements(name === "short").length }));
    }
    if (!own.length) return;
    showResult(this, this.#selfAssessment, own, others);
    const { answers, unknown } = /** @type {Assessment} */ (own.at(-1));
    const seen = new Set([...Object.keys(answers), ...unknown]);
    part(this, "more").hidden = this.#statements(false).every((id) => seen.has(id));
    part(this, "others").replaceChildren(
      ...others.map((other) => takeAwayItem(other, format, () => this.#takeAway(other))),
    );
    showDevelopments(this, journal, format);
  }

  /** @param {HTMLElement} button */
  async #put(button) {
    const small = part(developmentOf(button), "small").textContent ?? "";
    await this.#edit((set) => set(placeOf(button), button.dataset.put ? true : small.slice(0, LONGEST_OWN_STEP)));
    await this.#refresh();
  }

  /** @param {HTMLInputElement} date */
  async #review(date) {
    await this.#edit((set) => set(`pop/${developmentOf(date).dataset.develop}/review`, date.value || null));
  }

  /** @param {Change} change */
  #edit = (change) => this.edit(this.#store, change);

  /** @returns {Promise<Assessment>} what was filled in about someone else */
  async #filledIn() {
    return /** @type {Assessment} */ ((await this.#assessments()).find(({ id }) => id === this.#asking.assessment));
  }

  async #save() {
    download(`mirror-${today()}.json`, "application/json", assessmentFile(await this.#filledIn()));
  }

  async #makeLink() {
    const link = await linkWith(this, LINK, assessmentFile(await this.#filledIn()), part(this, "make-link"));
    if (!link) return;
    const field = part(this, "url", HTMLInputElement);
    part(this, "made").hidden = false;
    field.value = link;
    field.select();
  }

  async #openFile() {
    const field = part(this, "file", HTMLInputElement);
    part(this, "told").textContent = "";
    const file = field.files?.[0];
    if (file) await this.#take(await file.text());
    field.value = "";
  }

  async #openLink() {
    part(this, "told").textContent = "";
    const text = await fromLink(this, LINK);
    if (text !== null) await this.#take(text);
  }

  /** @param {string} text */
  async #take(text) {
    const assessment = assessmentFrom(text, this.#selfAssessment);
    if (assessment) {
      await this.#edit((set) => {
        set(`mirror/${assessment.id}/by`, assessment.by);
        set(`mirror/${assessment.id}/day`, assessment.day);
        for (const [id, value] of Object.entries(assessment.answers)) set(`mirror/${assessment.id}/given/${id}`, value);
      });
      await this.#refresh();
    }
    const place = part(this, "told");
    setText(place, this.format(assessment ? "mirror.opened" : "mirror.bad", { name: assessment?.by ?? "" }));
    place.focus();
  }

  /** @param {Assessment} other */
  async #takeAway({ id }) {
    await this.#edit((set, journal) => {
      for (const path of Object.keys(journal.fields)) if (path.startsWith(`mirror/${id}/`)) set(path, null);
    });
    await this.#refresh();
    part(this, "told").focus();
  }
}

customElements.define("portal-self-assessment", SelfAssessment);
