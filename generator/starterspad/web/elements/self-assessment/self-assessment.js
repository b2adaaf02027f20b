// <portal-self-assessment>: she looks at herself, statement by statement; each answer is kept at once, and she may stop anywhere.
/** @import {Assessment} from "../../core/rules/self-assessment.js" */
import { LONGEST_OWN_STEP } from "../../core/constants.js";
import { assessmentFile, assessmentFrom, assessmentsOf, ownAssessments } from "../../core/rules/self-assessment.js";
import { dayAt } from "../../core/journal/journal-queries.js";
import { JournalStore, newName } from "../../store/journal-store.js";
import { showResult } from "./result.js";
import { today } from "../../base/names-and-moments.js";
import { download, formatterOf, fromLink, loadModel, part, setText } from "../../base/page-parts.js";

const A_PAGE = 4;
const LINK = "#mirror=";

class SelfAssessment extends HTMLElement {
  #store = new JournalStore();
  /** @type {import("../../core/model-types.js").SelfAssessment} that of the decision model, titles and all */
  #selfAssessment = /** @type {any} */ (null);
  /** What is being filled in: which assessment, which statements, from where on. */
  #asking = { assessment: "", statements: /** @type {string[]} */ ([]), from: 0, names: false };

  async connectedCallback() {
    this.#selfAssessment = /** @type {any} */ ((await loadModel(this)).mirror);
    part(this, "without").hidden = true;
    this.#on("short", "click", () => this.#begin(this.#statements(true)));
    this.#on("full", "click", () => this.#begin(this.#statements(false)));
    this.#on("more", "click", () => this.#begin(this.#statements(false)));
    this.#on("again", "click", () => this.#begin(this.#statements(true), newName()));
    this.#on("for-other", "click", () => this.#begin(this.#statements(false), newName(), true));
    this.#on("back", "click", () => this.#turn(-1));
    this.#on("form", "submit", (event) => (event.preventDefault(), this.#turn(1)));
    this.#on("form", "change", (event) => this.#answer(/** @type {HTMLInputElement} */ (event.target)));
    this.#on("stop", "click", () => this.#end());
    this.#on("save", "click", async () =>
      download(`mirror-${today()}.json`, "application/json", assessmentFile(await this.#filledIn())),
    );
    this.#on("make-link", "click", () => this.#makeLink());
    this.#on("file", "change", () => this.#openFile());
    this.#on("print", "click", () => window.print());
    for (const button of this.querySelectorAll("[data-put]"))
      button.addEventListener("click", () => this.#put(/** @type {HTMLElement} */ (button)));
    for (const date of this.querySelectorAll("[data-part=review]"))
      date.addEventListener("change", () => this.#review(/** @type {HTMLInputElement} */ (date)));
    addEventListener("hashchange", () => this.#openLink());
    this.#store.watch(() => this.#refresh(), new AbortController().signal);
    await this.#openLink();
    await this.#refresh();
  }

  /** @param {string} name @param {string} event @param {(event: Event) => void} act */
  #on(name, event, act) {
    part(this, name).addEventListener(event, act);
  }

  /** @param {boolean} short @returns {string[]} */
  #statements(short) {
    const all = this.#selfAssessment.fields.flatMap(({ competences }) =>
      competences.flatMap(({ statements }) => statements),
    );
    return all.flatMap((statement) => (short && !statement.short ? [] : [statement.id]));
  }

  async #assessments() {
    return assessmentsOf(await this.#store.read());
  }

  /** Begins to fill in, at the first page that is not answered whole. @param {string[]} statements @param {string} [fresh] @param {boolean} [names] */
  async #begin(statements, fresh, names = false) {
    const own = ownAssessments(await this.#assessments()).at(-1);
    const assessment = fresh ?? own?.id ?? newName();
    const known =
      assessment === own?.id ? { ...own.answers, ...Object.fromEntries(own.unknown.map((id) => [id, "unknown"])) } : {};
    const first = statements.findIndex((id) => !Object.hasOwn(known, id));
    this.#asking = {
      assessment,
      statements,
      from: names ? -1 : A_PAGE * Math.floor(Math.max(first, 0) / A_PAGE),
      names,
    };
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll(".statement input"))) {
      input.checked = String(/** @type {any} */ (known)[input.name]) === input.value;
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
    setText(part(this, "progress"), from < 0 ? "" : formatterOf(this)("mirror.progress", words));
    part(this, from < 0 ? "about" : "progress").focus();
    part(this, "bar").scrollIntoView();
  }

  /** @param {1 | -1} way */
  async #turn(way) {
    const { statements, from, names, assessment } = this.#asking;
    if (from < 0 && way > 0) {
      const [about, by] = ["about", "by"].map((name) => part(this, name).value.trim());
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
    const format = formatterOf(this);
    const journal = await this.#store.read();
    const assessments = assessmentsOf(journal);
    const own = ownAssessments(assessments).filter(({ answers }) => Object.keys(answers).length);
    const others = assessments.filter(({ by, about }) => by && !about);
    part(this, "start").hidden = own.length > 0;
    part(this, "result").hidden = !own.length;
    for (const [name, short] of /** @type {[string, boolean][]} */ ([
      ["short", true],
      ["full", false],
    ])) {
      setText(part(this, name), format(`mirror.${name}`, { count: this.#statements(short).length }));
    }
    if (!own.length) return;
    showResult(this, this.#selfAssessment, own, others);
    const seen = new Set([
      ...Object.keys(/** @type {Assessment} */ (own.at(-1)).answers),
      .../** @type {Assessment} */ (own.at(-1)).unknown,
    ]);
    part(this, "more").hidden = this.#statements(false).every((id) => seen.has(id));
    part(this, "others").replaceChildren(...others.map((assessment) => this.#takeAway(assessment)));
    for (const development of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-develop]"))) {
      part(development, "review").value = dayAt(journal, `pop/${development.dataset.develop}/review`);
    }
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.querySelectorAll("[data-put]"))) {
      const path = this.#placeOf(button);
      button.disabled = journal.fields[path]?.value !== undefined && journal.fields[path].value !== null;
      setText(button, format(button.disabled ? "mirror.put_done" : "mirror.put"));
    }
  }

  /** Where a step is kept that she puts on her plan: the small step of a competence is one of her own. @param {HTMLElement} button */
  #placeOf(button) {
    const competence = /** @type {HTMLElement} */ (button.closest("[data-develop]")).dataset.develop;
    return button.dataset.put ? `tasks/${button.dataset.put}/added` : `tasks/0${competence}/title`;
  }

  /** @param {HTMLElement} button */
  async #put(button) {
    const small = part(/** @type {HTMLElement} */ (button.closest("[data-develop]")), "small").textContent ?? "";
    await this.#edit((set) => set(this.#placeOf(button), button.dataset.put ? true : small.slice(0, LONGEST_OWN_STEP)));
    await this.#refresh();
  }

  /** @param {HTMLInputElement} date */
  async #review(date) {
    const competence = /** @type {HTMLElement} */ (date.closest("[data-develop]")).dataset.develop;
    await this.#edit((set) => set(`pop/${competence}/review`, date.value || null));
  }

  /** @param {Parameters<JournalStore["edit"]>[0]} change */
  async #edit(change) {
    try {
      await this.#store.edit(change);
    } catch {
      (await import("../../base/not-saved-banner.js")).showNotKept(this, this.#store);
    }
  }

  /** @returns {Promise<Assessment>} what was filled in about someone else */
  async #filledIn() {
    return /** @type {Assessment} */ ((await this.#assessments()).find(({ id }) => id === this.#asking.assessment));
  }

  async #makeLink() {
    const { pack } = await import("../../core/formats/url-codec.js");
    part(this, "made").hidden = false;
    part(this, "url").value =
      `${location.href.split("#")[0]}${LINK}${await pack(assessmentFile(await this.#filledIn()))}`;
    part(this, "url").select();
  }

  async #openFile() {
    const [file] = part(this, "file").files;
    part(this, "told").textContent = "";
    if (file) await this.#take(await file.text());
    part(this, "file").value = "";
  }

  async #openLink() {
    part(this, "told").textContent = "";
    const text = await fromLink(LINK);
    if (text !== null) await this.#take(text);
  }

  /** @param {string} text */
  async #take(text) {
    const assessment = assessmentFrom(text, this.#selfAssessment);
    if (assessment) {
      await this.#edit((set) => {
        set(`mirror/${assessment.id}/by`, assessment.by);
        set(`mirror/${assessment.id}/day`, assessment.day);
        for (const [statement, value] of Object.entries(assessment.answers))
          set(`mirror/${assessment.id}/given/${statement}`, value);
      });
      await this.#refresh();
    }
    setText(
      part(this, "told"),
      assessment ? formatterOf(this)("mirror.opened", { name: assessment.by }) : formatterOf(this)("mirror.bad"),
    );
    part(this, "told").focus();
  }

  /** @param {Assessment} assessment */
  #takeAway({ id, by }) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "md-button";
    button.textContent = formatterOf(this)("mirror.take_away", { name: by });
    button.addEventListener("click", async () => {
      await this.#edit((set, journal) => {
        for (const path of Object.keys(journal.fields)) if (path.startsWith(`mirror/${id}/`)) set(path, null);
      });
      await this.#refresh();
      part(this, "told").focus();
    });
    item.append(button);
    return item;
  }
}

customElements.define("portal-self-assessment", SelfAssessment);
