// <portal-plan>: the starter's own to-do list, made on her device.
/** @import {Model, Plan as PlanOf, PlannedTask} from "../engine/types.js" */
/** @import {Journal} from "../engine/journal.js" */
/** @import {DueTask} from "../engine/dates.js" */
/** @import {News} from "../engine/news.js" */
/** @import {PlanPage} from "./row.js" */
import { dueTasks } from "../engine/dates.js";
import { emptyJournal, valueAt } from "../engine/journal.js";
import { answer, hasSeen, newsOf, see } from "../engine/news.js";
import { makePlan, neededFirst, waitingByQuestion } from "../engine/plan.js";
import { addedOf, adviceOf, answersOf, needsOf, ownOf, renamed, workOf } from "../engine/story.js";
import { JournalStore, newName } from "../store/journal.js";
import { showDashboard } from "./dashboard.js";
import "./keep.js";
import { today } from "./moment.js";
import { showNeeds } from "./needs.js";
import { copyTemplate, download, loadModel, part, setText } from "./page.js";
import { taskRow } from "./row.js";
import { waitingCard } from "./waiting.js";

class Plan extends HTMLElement {
  #ended = new AbortController();
  #store = new JournalStore();
  /** @type {Model} */
  #model = /** @type {any} */ (null);
  /** @type {PlanOf} */
  #plan = { schema: 1, tasks: [] };
  /** @type {Journal} the journal as this page shows it, under today's names */
  #kept = emptyJournal();
  /** @type {Journal | null} the plan of someone else, to look at only */
  #borrowed = null;
  /** @type {Map<string, DueTask>} */
  #due = new Map();
  /** @type {Map<string, News>} */
  #news = new Map();
  /** @type {(() => void)[]} what brings each row up to date */
  #updates = [];
  /** @type {Set<string>} what she wants help with first */
  #first = new Set();
  /** @type {Map<string, boolean>} the phases that she opened or closed herself */
  #opened = new Map();
  /** @type {Promise<void>} the last edit, once it is kept or has failed */
  #saving = Promise.resolve();

  async connectedCallback() {
    const { signal } = this.#ended;
    try {
      this.#model = await loadModel(this);
      await this.#refresh();
    } catch {
      part(this, "failed").hidden = false;
      return;
    }
    part(this, "not-here").addEventListener("toggle", () => this.#showNotHere(), { signal });
    part(this, "dates").addEventListener("toggle", () => this.#showDates(), { signal });
    part(this, "erase").addEventListener("click", () => this.#erase(), { signal });
    part(this, "own").addEventListener("submit", (/** @type {Event} */ event) => (event.preventDefault(), this.#addOwn()), { signal });
    document.addEventListener("journal", () => this.#refresh(), { signal });
    document.addEventListener("look", (event) => this.#look(/** @type {CustomEvent<Journal>} */ (event).detail), { signal });
    this.#store.watch(() => this.#refresh(), signal);
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  /** What the parts of this page need of it. @type {PlanPage} */
  get #page() {
    return {
      element: this,
      model: this.#model,
      journal: () => this.#kept,
      plan: () => this.#plan,
      first: () => this.#first,
      due: (id) => this.#due.get(id),
      news: (id) => this.#news.get(id),
      edit: this.#change,
      refresh: () => this.#refresh(),
    };
  }

  async #refresh() {
    this.#kept = this.#borrowed ?? renamed(await this.#settled(), this.#model.aliases);
    await this.#showTroubles();
    const answers = answersOf(this.#kept);
    const started = Object.keys(answers).length > 0;
    part(this, "empty").hidden = started;
    part(this, "plan").hidden = !started;
    if (!started) return;
    this.#plan = makePlan(this.#model, answers, addedOf(this.#kept));
    await this.#begin();
    this.#news = new Map(newsOf(this.#model, this.#plan, this.#kept).map((news) => [news.id, news]));
    const own = ownOf(this.#kept).map(({ id }) => plain(id, "yes"));
    this.#plan.tasks.push(...own);
    this.#due = new Map(dueTasks(this.#model, this.#plan, this.#kept).map((due) => [due.id, due]));
    this.#first = neededFirst(this.#model, this.#plan, needsOf(this.#kept));
    this.#updates = [];
    showNeeds(this.#page, this.#plan, this.#need);
    this.#fill("first-tasks", this.#plan.tasks.filter(({ id }) => this.#first.has(id)));
    part(this, "first").hidden = !this.#first.size;
    this.#showPhases();
    this.#fill("own-tasks", own);
    this.#showGone();
    this.#showWaiting();
    showDashboard(this.#page);
    await Promise.all([this.#showNotHere(), this.#showDates(), this.#showNews(), this.#showAdvice()]);
  }

  /** Keeps with a first plan which steps it has, and by which turns helpers stand in it. */
  async #begin() {
    if (this.#borrowed || this.#store.readOnly || (valueAt(this.#kept, "plan/seed") && hasSeen(this.#kept))) return;
    await this.#edit((set, journal) => {
      if (!valueAt(journal, "plan/seed")) set("plan/seed", newName());
      see(set, this.#model, this.#plan, journal);
    });
    this.#kept = renamed(await this.#settled(), this.#model.aliases);
  }

  /** Says when a later version wrote the journal, and offers what could not be read as one, as it was found. */
  async #showTroubles() {
    part(this, "read-only").hidden = !this.#store.readOnly;
    const damaged = await this.#store.quarantined();
    part(this, "damaged").hidden = !damaged.length;
    const text = JSON.stringify(damaged, null, 1);
    part(this, "damaged-save").onclick = () => download(`plan-${today()}-damaged.json`, "application/json", text);
  }

  /** Reads the journal once no edit of this page is under way: an older state must not undo a fresh tick. */
  async #settled() {
    for (;;) {
      const saving = this.#saving;
      await saving;
      const journal = await this.#store.read();
      if (saving === this.#saving) return journal;
    }
  }

  /** @param {string[]} needs  the themes that she wants help with first */
  #need = async (needs) => {
    await this.#edit((set) => set("plan/needs", needs.length ? needs : null));
    await this.#refresh();
  };

  /** @param {string} name  of a list @param {PlannedTask[]} tasks */
  #fill(name, tasks) {
    const rows = tasks.map((task) => this.#taskRow(task));
    part(this, name).replaceChildren(...rows);
  }

  #showPhases() {
    const done = part(this, "phases");
    const sections = this.#model.phases.flatMap((phase) => {
      const tasks = this.#plan.tasks.filter(({ id, phase: at, verdict }) => at === phase.id && verdict === "yes" && !this.#first.has(id));
      if (!tasks.length) return [];
      const section = copyTemplate(this, "phase");
      section.id = `phase-${phase.id}`;
      section.dataset.phase = phase.id;
      setText(part(section, "title"), phase.title);
      part(section, "about").href = `${this.dataset.root}phases/${phase.id}/`;
      part(section, "tasks").append(...tasks.map((task) => this.#taskRow(task)));
      const unfinished = [...part(section, "tasks").children].some(({ dataset }) => !["done", "elsewhere", "not-for-me"].includes(dataset.state));
      section.open = this.#opened.get(phase.id) ?? unfinished;
      section.querySelector("summary").addEventListener("click", () => this.#opened.set(phase.id, !section.open));
      return [section];
    });
    done.replaceChildren(...sections);
  }

  /** What she worked on and no longer needs stays: an answer that changed, or a step that the city took away. */
  #showGone() {
    const shown = new Set(this.#plan.tasks.map(({ id }) => id));
    const gone = [...workOf(this.#kept)].filter((id) => !shown.has(id) && !/^\d/.test(id));
    this.#fill("gone-tasks", gone.map((id) => plain(id, "no")));
    part(this, "gone").hidden = !gone.length;
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
      ...rowsNotHere(this.#page, answersOf(this.#kept), addedOf(this.#kept), async () => {
        await this.#refresh();
        part(this, "progress").focus();
      }),
    );
  }

  async #showDates() {
    if (part(this, "dates").open) (await import("./timeline.js")).showTimeline(this.#page);
  }

  async #showNews() {
    part(this, "news").hidden = !this.#news.size;
    if (this.#news.size) (await import("./news.js")).showNews(this.#page, [...this.#news.values()]);
  }

  async #showAdvice() {
    const open = adviceOf(this.#kept).filter(({ answer: given }) => !given);
    part(this, "advice").hidden = !open.length;
    if (open.length) (await import("./advice.js")).showAdvice(this.#page, open);
  }

  /** @param {PlannedTask} planned */
  #taskRow(planned) {
    const { row, update } = taskRow(this.#page, planned, addedOf(this.#kept).has(planned.id));
    this.#updates.push(update);
    return row;
  }

  /** @param {string} question @param {string[]} options */
  async #answer(question, options) {
    await this.#edit((set, journal) => answer(set, this.#model, journal, question, options));
    await this.#refresh();
    part(this, "progress").focus();
  }

  async #addOwn() {
    const field = part(this, "own-title");
    const title = field.value.trim();
    part(this, "own-error").hidden = Boolean(title);
    if (!title) return field.focus();
    await this.#edit((set) => set(`tasks/0${newName()}/title`, title));
    field.value = "";
    await this.#refresh();
    field.focus();
  }

  /** Changes the journal: first on this page, so that she sees it at once, then on the device. @param {Parameters<JournalStore["edit"]>[0]} change */
  #change = async (change) => {
    change((path, value) => {
      this.#kept.fields[path] = { value, at: [Date.now(), 0, ""] };
    }, this.#kept);
    this.#due = new Map(dueTasks(this.#model, this.#plan, this.#kept).map((due) => [due.id, due]));
    for (const update of this.#updates) update();
    showDashboard(this.#page);
    await this.#edit(change);
  };

  async #erase() {
    await this.#store.erase();
    await this.#refresh();
    part(this, "start").focus();
  }

  /** Shows the plan of someone else: nothing in it can be changed, and nothing of it is kept. @param {Journal} journal */
  async #look(journal) {
    this.#borrowed = renamed(journal, this.#model.aliases);
    part(this, "plan").disabled = true;
    part(this, "looking").hidden = false;
    part(this, "stop-looking").onclick = () => location.reload();
    await this.#refresh();
    part(this, "stop-looking").focus();
  }

  /** @param {Parameters<JournalStore["edit"]>[0]} change */
  #edit(change) {
    if (this.#borrowed) return Promise.resolve();
    const kept = this.#store.edit(change).then(
      () => {},
      async () => (await import("./rescue.js")).showNotKept(this, this.#store),
    );
    this.#saving = Promise.all([this.#saving, kept]).then(() => {});
    return this.#saving;
  }
}

/** A step without a place among the city's: her own, or one that is no longer there. @param {string} id @param {"yes" | "no"} verdict @returns {PlannedTask} */
function plain(id, verdict) {
  return { id, phase: "", verdict, reasons: [], missing: [], services: [] };
}

customElements.define("portal-plan", Plan);
