// <portal-plan>: the starter's own to-do list, made on her device.
/** @import {PlanOfSteps} from "../../core/plan/plan.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {DueTask} from "../../core/plan/due-dates.js" */
/** @import {News} from "../../core/plan/plan-changes.js" */
/** @import {Change} from "../../store/page-edits.js" */
/** @import {PlanPage} from "./task-row.js" */
import { PLAN_SCHEMA } from "../../core/constants.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { dueTasks } from "../../core/plan/due-dates.js";
import { emptyJournal, put, valueAt } from "../../core/journal/journal.js";
import { answering, hasSeen, newsOf, see } from "../../core/plan/plan-changes.js";
import { neededFirst } from "../../core/plan/needed-first.js";
import { adviceOf, answersOf, dayAt, needsOf } from "../../core/journal/journal-queries.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { JournalStore } from "../../store/journal-store.js";
import { newName } from "../../store/page-edits.js";
import { showAssumed, showDashboard } from "./dashboard.js";
import { TaskLists } from "./task-lists.js";
import { showNeeds } from "./needed-first.js";
import { bringNames } from "./names.js";
import { notePaths } from "./noted-change.js";
import { openPhase } from "./phase-lines.js";
import { sayTicked } from "./ticked-step.js";
import { showTroubles } from "./troubles.js";
import { painted, part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

const whyNotHere = () => import("./why-not-here.js");
const timeline = () => import("./timeline.js");
const news = () => import("./news.js");
const ownSteps = () => import("./own-steps.js");
const coachAdvice = () => import("./coach-advice.js");

class Plan extends PortalElement {
  #store = new JournalStore();
  /** @type {PlanOfSteps} */
  #plan = { schema: PLAN_SCHEMA, tasks: [] };
  /** @type {Journal} the journal as this page shows it, under today's names */
  #kept = emptyJournal();
  /** @type {Journal | null} the plan of someone else, to look at only */
  #borrowed = null;
  /** @type {Map<string, DueTask>} */
  #due = new Map();
  /** @type {Map<string, News>} */
  #news = new Map();
  /** @type {Set<string>} what she wants help with first */
  #first = new Set();
  #lists = new TaskLists(
    () => this.#page,
    (question, options) => this.#answer(question, options),
  );
  /** @type {Promise<void>} the last edit, once it is kept or has failed */
  #saving = Promise.resolve();

  /** @param {AbortSignal} signal */
  connected(signal) {
    return this.busy(this.#start(signal));
  }

  /** Listens before anything is shown: what she opens at once must be filled too. @param {AbortSignal} signal */
  async #start(signal) {
    if (!(await this.loadModel())) return;
    this.listen("not-here", "toggle", () => this.#showNotHere(part(this, "not-here")));
    this.listen("dates", "toggle", () => this.#showDates(part(this, "dates")));
    this.listen("target", "change", () => this.#aim());
    this.listen("own", "submit", () => this.#addOwn());
    addEventListener("hashchange", () => openPhase(this), { signal });
    this.listen(document, "journal", () => this.#refresh());
    this.listen(document, "look", (event) => this.#look(/** @type {CustomEvent<Journal>} */ (event).detail));
    this.listen(document, "journal-shown", (event) => /** @type {CustomEvent} */ (event).detail(this.#kept));
    this.#store.watch(() => this.#refresh(), signal);
    await this.#refresh();
  }

  /** What the parts of this page need of it. @type {PlanPage} */
  get #page() {
    return {
      element: this,
      model: this.model,
      journal: () => this.#kept,
      plan: () => this.#plan,
      first: () => this.#first,
      due: (id) => this.#due.get(id),
      news: (id) => this.#news.get(id),
      edit: this.#change,
      refresh: () => this.#show(),
    };
  }

  async #refresh() {
    this.#kept = this.#borrowed ?? renamed(await this.#settled(), this.model.aliases);
    await Promise.all([showTroubles(this, this.#store), this.#show()]);
  }

  /** Makes the plan of the journal as this page knows it. */
  async #show() {
    const started = Object.keys(answersOf(this.#kept)).length > 0;
    part(this, "empty").hidden = started;
    part(this, "plan").hidden = !started;
    if (!started) return;
    this.#begin();
    this.#news = new Map(newsOf(this.model, this.#plan, this.#kept).map((news) => [news.id, news]));
    this.#due = new Map(dueTasks(this.model, this.#plan, this.#kept).map((due) => [due.id, due]));
    this.#first = neededFirst(this.model, this.#plan, needsOf(this.#kept));
    showNeeds(this.#page, this.#plan, this.#need);
    this.#lists.show();
    showAssumed(this.#page);
    showDashboard(this.#page);
    bringNames(this.#page, this.#lists);
    await Promise.all([this.#showNotHere(), this.#showDates(), this.#showNews(), this.#showAdvice()]);
  }

  /** Keeps with a first plan which steps it has, and the turns of helpers in it: they stand so at every visit. */
  #begin() {
    const drawn = valueAt(this.#kept, "plan/seed") !== null;
    if (!drawn) put(this.#kept, "plan/seed", { value: newName(), at: [0, 0, ""] });
    this.#plan = currentPlan(this.model, this.#kept).plan;
    if (this.#store.readOnly || (drawn && hasSeen(this.#kept))) return;
    const seed = valueAt(this.#kept, "plan/seed");
    this.#apply((set, journal) => {
      if (!valueAt(journal, "plan/seed")) set("plan/seed", seed);
      if (!hasSeen(journal)) see(set, this.model, this.#plan, journal);
    });
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
  #need = (needs) => this.#act((set) => set("plan/needs", needs.length ? needs : null));

  /** @param {Element} [near]  what she opened */
  async #showNotHere(near) {
    if (!part(this, "not-here", HTMLDetailsElement).open) return;
    const shown = await this.late(whyNotHere, near);
    if (!shown) return;
    const rows = shown.rowsNotHere(this.#page, async () => {
      await this.#refresh();
      part(this, "progress").focus();
    });
    part(this, "not-here-tasks").replaceChildren(...rows);
  }

  async #addOwn() {
    (await this.late(ownSteps, part(this, "own")))?.addOwn(this, (change) => this.#act(change));
  }

  /** Keeps the day by which she wants to start; empty when she takes it back. */
  #aim() {
    return this.#act((set) => set("plan/target", part(this, "target", HTMLInputElement).value || null));
  }

  /** @param {Element} [near]  what she opened */
  async #showDates(near) {
    const target = part(this, "target", HTMLInputElement);
    if (document.activeElement !== target) target.value = dayAt(this.#kept, "plan/target");
    if (part(this, "dates", HTMLDetailsElement).open) (await this.late(timeline, near))?.showTimeline(this.#page);
  }

  async #showNews() {
    const shown = this.#news.size > 0 && (await this.late(news));
    part(this, "news").hidden = !shown;
    if (shown) shown.showNews(this.#page, [...this.#news.values()]);
  }

  async #showAdvice() {
    const open = adviceOf(this.#kept).filter(({ answer: decision }) => !decision);
    const shown = open.length > 0 && (await this.late(coachAdvice));
    part(this, "advice").hidden = !shown;
    if (shown) shown.showAdvice(this.#page, open);
  }

  /** @param {string} question @param {string[]} options */
  async #answer(question, options) {
    await this.#act(answering(this.model, this.#kept, question, options));
    part(this, "progress").focus();
  }

  /**
   * Changes the journal and what is on the plan: first on this page, so that she sees it at once, then on the device.
   * @param {Change} change
   */
  async #act(change) {
    const kept = this.#apply(change);
    await this.#show();
    await kept;
  }

  /** Changes the journal, and nothing of what is on the plan. @param {Change} change */
  #change = async (change) => {
    const { noted, paths } = notePaths(change);
    const kept = this.#apply(noted);
    const dated = this.#due.size > 0;
    this.#due = new Map(dueTasks(this.model, this.#plan, this.#kept).map((due) => [due.id, due]));
    // A date moves the dates of other steps; all else that is written under a step is shown in its own row.
    const alone = !dated && !this.#due.size && paths.every(([kind]) => kind === "tasks");
    const ids = alone ? new Set(paths.map(([, id]) => id)) : undefined;
    this.#lists.update(ids);
    const states = paths.filter(([kind, , name]) => kind === "tasks" && name === "state");
    if (states.length) {
      // Her tick is drawn first; then what is behind her makes room for what comes next.
      await painted();
      this.#lists.show(ids);
    }
    showDashboard(this.#page);
    if (states.length) sayTicked(this.#page, states[0][1]);
    await kept;
  };

  /** @param {Change} change  made twice: in the journal of this page, and in that of the device */
  #apply(change) {
    change((path, value) => put(this.#kept, path, { value, at: [Date.now(), 0, ""] }), this.#kept);
    return this.#edit(change);
  }

  /**
   * Shows the plan of someone else: nothing in it can be changed, and nothing of it is kept.
   * @param {Journal} journal
   */
  async #look(journal) {
    this.#borrowed = renamed(journal, this.model.aliases);
    await this.#refresh();
  }

  /** @param {Change} change */
  #edit(change) {
    if (this.#borrowed) return Promise.resolve();
    const kept = this.edit(this.#store, change);
    this.#saving = Promise.all([this.#saving, kept]).then(() => {});
    return this.#saving;
  }
}

customElements.define("portal-plan", Plan);
