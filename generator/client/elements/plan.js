// <portal-plan>: the starter's own to-do list, made on her device.
/** @import {Model, Plan as PlanOf, PlannedTask} from "../engine/types.js" */
/** @import {Journal} from "../engine/journal.js" */
/** @import {PlanPage} from "./row.js" */
import { emptyJournal } from "../engine/journal.js";
import { makePlan, neededFirst, progressOf, waitingByQuestion } from "../engine/plan.js";
import { addedOf, appointmentsOf, asideOf, answersOf, doneOf, needsOf, renamed } from "../engine/story.js";
import { JournalStore } from "../store/journal.js";
import { momentOf, nameOf, today } from "./moment.js";
import { showNeeds } from "./needs.js";
import { copyTemplate, dateOf, download, loadModel, part, setText, textOf, wordsOf } from "./page.js";
import { taskRow } from "./row.js";
import { waitingCard } from "./waiting.js";

class Plan extends HTMLElement {
  #ended = new AbortController();
  #journal = new JournalStore();
  /** @type {Model} */
  #model = /** @type {any} */ (null);
  /** @type {PlanOf} */
  #plan = { schema: 1, tasks: [] };
  /** @type {Journal} the journal as this page shows it, under today's names */
  #kept = emptyJournal();
  /** @type {(() => void)[]} what brings each row up to date */
  #updates = [];
  /** @type {Set<string>} */
  #added = new Set();
  /** @type {Set<string>} what she wants help with first */
  #first = new Set();
  /** @type {Promise<void>} the last edit, once it is kept or has failed */
  #saving = Promise.resolve();

  async connectedCallback() {
    try {
      this.#model = await loadModel(this);
      await this.#refresh();
    } catch {
      part(this, "failed").hidden = false;
      return;
    }
    part(this, "not-here").addEventListener("toggle", () => this.#showNotHere(), { signal: this.#ended.signal });
    part(this, "erase").addEventListener("click", () => this.#erase(), { signal: this.#ended.signal });
    document.addEventListener("journal", () => this.#refresh(), { signal: this.#ended.signal });
    this.#journal.watch(() => this.#refresh(), this.#ended.signal);
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  async #refresh() {
    const journal = renamed(await this.#settled(), this.#model.aliases);
    this.#kept = journal;
    this.#updates = [];
    this.#added = addedOf(journal);
    await this.#showTroubles();
    const answers = answersOf(journal);
    const started = Object.keys(answers).length > 0;
    part(this, "empty").hidden = started;
    part(this, "plan").hidden = !started;
    if (!started) return;
    this.#plan = makePlan(this.#model, answers, this.#added);
    showNeeds(this.#page, this.#plan, this.#need);
    this.#showPhases();
    this.#showWaiting();
    this.#showProgress();
    await this.#showNotHere();
  }

  /** Says when a later version wrote the journal, and offers what could not be read as one, as it was found. */
  async #showTroubles() {
    part(this, "read-only").hidden = !this.#journal.readOnly;
    const damaged = await this.#journal.quarantined();
    part(this, "damaged").hidden = !damaged.length;
    const text = JSON.stringify(damaged, null, 1);
    part(this, "damaged-save").onclick = () => download(`plan-${today()}-damaged.json`, "application/json", text);
  }

  /** Reads the journal once no edit of this page is under way: an older state must not undo a fresh tick. */
  async #settled() {
    for (;;) {
      const saving = this.#saving;
      await saving;
      const journal = await this.#journal.read();
      if (saving === this.#saving) return journal;
    }
  }

  /** @param {string[]} needs  the themes that she wants help with first */
  #need = async (needs) => {
    await this.#edit((set) => set("plan/needs", needs.length ? needs : null));
    await this.#refresh();
  };

  /** What she wants help with first stands above the phases, with what must come before it. */
  #showFirst() {
    const first = this.#plan.tasks.filter(({ id }) => this.#first.has(id));
    part(this, "first").hidden = !first.length;
    part(this, "first-tasks").replaceChildren(...first.map((task) => this.#taskRow(task)));
  }

  #showPhases() {
    this.#first = neededFirst(this.#model, this.#plan, needsOf(this.#kept));
    this.#showFirst();
    const sections = this.#model.phases.flatMap((phase) => {
      const certain = this.#plan.tasks.filter((task) => task.phase === phase.id && task.verdict === "yes");
      const tasks = certain.filter(({ id }) => !this.#first.has(id));
      if (!tasks.length) return [];
      const section = copyTemplate(this, "phase");
      section.id = `phase-${phase.id}`;
      const title = part(section, "title");
      setText(title, phase.title);
      title.href = `${this.dataset.root}phases/${phase.id}/`;
      part(section, "tasks").append(...tasks.map((task) => this.#taskRow(task)));
      return [section];
    });
    part(this, "phases").replaceChildren(...sections);
  }

  #showWaiting() {
    const groups = waitingByQuestion(this.#model, this.#plan);
    part(this, "waiting").hidden = !groups.length;
    const cards = groups.map(({ question, tasks }) => {
      const rows = tasks.map((task) => this.#taskRow(task));
      return waitingCard(this, this.#model, question, rows, (options) => this.#answer(question, options));
    });
    part(this, "cards").replaceChildren(...cards);
  }

  async #showNotHere() {
    if (!part(this, "not-here").open) return;
    const { rowsNotHere } = await import("./not-here.js");
    part(this, "not-here-tasks").replaceChildren(
      ...rowsNotHere(this.#page, answersOf(this.#kept), this.#added, async () => {
        await this.#refresh();
        part(this, "progress").focus();
      }),
    );
  }

  /** What the rows need of this page. @type {PlanPage} */
  get #page() {
    return { element: this, model: this.#model, journal: () => this.#kept, edit: this.#change };
  }

  /** @param {PlannedTask} planned */
  #taskRow(planned) {
    const { row, update } = taskRow(this.#page, planned, this.#added.has(planned.id));
    this.#updates.push(update);
    return row;
  }

  /** @param {string} question @param {string[]} options */
  async #answer(question, options) {
    await this.#edit((set) => set(`answers/${question}`, options));
    await this.#refresh();
    part(this, "progress").focus();
  }

  /** Changes the journal: first on this page, so that she sees it at once, then on the device. @param {Parameters<JournalStore["edit"]>[0]} change */
  #change = async (change) => {
    change((path, value) => {
      this.#kept.fields[path] = { value, at: [Date.now(), 0, ""] };
    }, this.#kept);
    for (const update of this.#updates) update();
    this.#showProgress();
    await this.#edit(change);
  };

  async #erase() {
    await this.#journal.erase();
    await this.#refresh();
    part(this, "start").focus();
  }

  /** @param {Parameters<JournalStore["edit"]>[0]} change */
  #edit(change) {
    const kept = this.#journal.edit(change).then(
      () => {},
      async () => (await import("./rescue.js")).showNotKept(this, this.#journal),
    );
    this.#saving = Promise.all([this.#saving, kept]).then(() => {});
    return this.#saving;
  }

  #showProgress() {
    const say = wordsOf(this);
    const { certain, count, done, next } = progressOf(this.#plan, doneOf(this.#kept), asideOf(this.#kept), this.#first);
    this.#showAppointments();
    part(this, "progress-words").textContent = say("plan.progress", { done, count });
    const bar = part(this, "progress-bar");
    bar.max = Math.max(count, 1);
    bar.value = done;
    this.#showPath(certain);
    part(this, "next").hidden = !next;
    part(this, "all-done").hidden = Boolean(next) || !count;
    if (!next) return;
    const link = part(this, "next-link");
    setText(link, /** @type {any} */ (this.#model.tasks.find(({ id }) => id === next.id)).title);
    link.href = `${this.dataset.root}tasks/${next.id}/`;
  }

  /** Shows the next appointment, and asks how the one before today went. */
  #showAppointments() {
    const say = wordsOf(this);
    const open = appointmentsOf(this.#kept).filter(({ outcome }) => !outcome);
    const [past, next] = [open.find(({ day }) => day < today()), open.find(({ day }) => day >= today())];
    part(this, "appointment-next").textContent = next ? momentOf(next, this.#model, say) : "";
    part(this, "appointment-next").hidden = !next;
    part(this, "asked").hidden = !past;
    if (!past) return;
    const task = this.#model.tasks.find(({ id }) => id === past.task);
    const name = nameOf(this.#model, past.service) || (task ? textOf(task.title) : "");
    part(this, "asked-words").textContent = say("story.how_was", { name, day: dateOf(past.day) });
    for (const outcome of ["helped", "not-for-me"]) {
      part(this, `asked-${outcome}`).onclick = async () => {
        await this.#change((set) => {
          set(`appointments/${past.id}/outcome`, outcome);
          if (outcome === "not-for-me" && past.service) set(`tasks/${past.task}/chosen/${past.service}`, null);
        });
        const row = this.querySelector(`[data-task="${CSS.escape(past.task)}"]`);
        if (row && outcome === "not-for-me") part(row, "help").open = true;
        row?.querySelector("a")?.focus();
      };
    }
  }

  /** Draws the path: a stone for each phase with steps, filled when they are done. @param {PlannedTask[]} certain */
  #showPath(certain) {
    const say = wordsOf(this);
    const behind = doneOf(this.#kept);
    const stones = this.#model.phases.flatMap((phase) => {
      const tasks = certain.filter((task) => task.phase === phase.id);
      if (!tasks.length) return [];
      const done = tasks.filter(({ id }) => behind.has(id)).length;
      const stone = copyTemplate(this, "stone");
      stone.classList.toggle("path__stone--done", done === tasks.length);
      const link = stone.querySelector("a");
      link.href = tasks.every(({ id }) => this.#first.has(id)) ? "#first" : `#phase-${phase.id}`;
      link.querySelector("span").textContent = say("plan.stone", { title: textOf(phase.title), done, count: tasks.length });
      return [stone];
    });
    part(this, "path").replaceChildren(...stones);
  }
}

customElements.define("portal-plan", Plan);
