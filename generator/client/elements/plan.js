// <portal-plan>: the starter's own to-do list, made on her device.
/** @import {Model, Plan as PlanOf, PlannedTask} from "../engine/types.js" */
import { makePlan, progressOf, waitingByQuestion } from "../engine/plan.js";
import { addedOf, answersOf, doneOf, renamed } from "../engine/story.js";
import { JournalStore } from "../store/journal.js";
import { serviceCards } from "./services.js";
import { copyTemplate, loadModel, part, setText, textOf, wordsOf } from "./page.js";
import { waitingCard } from "./waiting.js";

const SHOWN_FIRST = 3;

class Plan extends HTMLElement {
  #ended = new AbortController();
  #journal = new JournalStore();
  /** @type {Model} */
  #model = /** @type {any} */ (null);
  /** @type {PlanOf} */
  #plan = { schema: 1, tasks: [] };
  /** @type {Set<string>} */
  #done = new Set();
  /** @type {Set<string>} */
  #added = new Set();
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
    part(this, "erase").addEventListener("click", () => this.#erase(), { signal: this.#ended.signal });
    this.#journal.watch(() => this.#refresh(), this.#ended.signal);
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  async #refresh() {
    const journal = renamed(await this.#settled(), this.#model.aliases);
    this.#done = doneOf(journal);
    this.#added = addedOf(journal);
    const answers = answersOf(journal);
    const started = Object.keys(answers).length > 0;
    part(this, "empty").hidden = started;
    part(this, "plan").hidden = !started;
    if (!started) return;
    this.#plan = makePlan(this.#model, answers, this.#added);
    this.#showPhases();
    this.#showWaiting();
    this.#showProgress();
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

  #showPhases() {
    const sections = this.#model.phases.flatMap((phase) => {
      const tasks = this.#plan.tasks.filter((task) => task.phase === phase.id && task.verdict === "yes");
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

  /** @param {PlannedTask} planned */
  #taskRow(planned) {
    const say = wordsOf(this);
    const task = /** @type {Model["tasks"][0]} */ (this.#model.tasks.find(({ id }) => id === planned.id));
    const row = copyTemplate(this, "task");
    row.dataset.task = task.id;
    const title = part(row, "title");
    setText(title, task.title);
    title.href = `${this.dataset.root}tasks/${task.id}/`;
    setText(part(row, "why"), task.why);
    if (task.warning) {
      setText(part(row, "warning"), task.warning);
      part(row, "warning").hidden = false;
    }
    const reasons = planned.reasons.flatMap(({ question, options }) => this.#titles(question, options)).join("; ");
    const added = this.#added.has(task.id) && planned.verdict === "yes" && !reasons;
    part(row, "because").textContent = added ? say("step.added") : say("plan.because", { reasons });
    part(row, "because").hidden = !reasons && !added;
    part(row, "kind").textContent = say(`kind_short.${task.kind}`);
    part(row, "tick-label").textContent = say("plan.tick", { title: textOf(task.title) });
    const tick = row.querySelector("input");
    tick.checked = this.#done.has(task.id);
    tick.addEventListener("change", () => this.#tick(task.id, tick.checked));
    this.#showState(row, planned);
    this.#showServices(row, planned);
    return row;
  }

  /** @param {HTMLElement} row @param {PlannedTask} planned */
  #showState(row, planned) {
    const state = this.#done.has(planned.id) ? "done" : planned.verdict === "yes" ? "open" : "unknown";
    row.dataset.state = state;
    part(row, "state").textContent = wordsOf(this)(`plan.${state === "unknown" ? "unknown_state" : state}`);
  }

  /** @param {HTMLElement} row @param {PlannedTask} planned */
  #showServices(row, planned) {
    const say = wordsOf(this);
    // One organisation may help in several ways; it is counted once.
    const count = new Set(planned.services.map(({ partner }) => partner)).size;
    const sure = planned.services.filter(({ verdict }) => verdict === "yes");
    const fitting = new Set(sure.map(({ partner }) => partner)).size;
    part(row, "help").hidden = !count;
    part(row, "alone").hidden = count > 0;
    if (!count) return;
    const perhaps = fitting && fitting < count ? say("plan.and_perhaps", { count: count - fitting }) : "";
    const help = fitting ? say("plan.help", { count: fitting }) : say("plan.help_perhaps", { count });
    part(row, "help-summary").textContent = help + perhaps;
    const list = part(row, "services");
    const cards = () => serviceCards(this, this.#model, planned.services);
    list.append(...cards().slice(0, SHOWN_FIRST));
    if (planned.services.length <= SHOWN_FIRST) return;
    const more = part(row, "more");
    more.textContent = say("plan.more", { count: planned.services.length });
    more.hidden = false;
    more.addEventListener("click", () => {
      const rest = cards().slice(SHOWN_FIRST);
      list.append(...rest);
      more.hidden = true;
      rest[0].querySelector("a")?.focus();
    });
  }

  /** @param {string} question @param {string[]} options */
  async #answer(question, options) {
    await this.#edit((set) => set(`answers/${question}`, options));
    await this.#refresh();
    part(this, "progress").focus();
  }

  /** @param {string} task @param {boolean} done */
  async #tick(task, done) {
    if (done) this.#done.add(task);
    else this.#done.delete(task);
    for (const planned of this.#plan.tasks.filter(({ id }) => id === task)) {
      this.#showState(/** @type {any} */ (this.querySelector(`[data-task="${CSS.escape(task)}"]`)), planned);
    }
    this.#showProgress();
    await this.#edit((set) => set(`tasks/${task}/state`, done ? "done" : null));
  }

  async #erase() {
    await this.#journal.erase();
    await this.#refresh();
    part(this, "start").focus();
  }

  /** @param {Parameters<JournalStore["edit"]>[0]} change */
  #edit(change) {
    const kept = this.#journal.edit(change).then(
      () => {},
      () => {
        part(this, "not-saved").hidden = false;
      },
    );
    this.#saving = Promise.all([this.#saving, kept]).then(() => {});
    return this.#saving;
  }

  #showProgress() {
    const say = wordsOf(this);
    const { certain, count, done, next } = progressOf(this.#plan, this.#done);
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

  /** Draws the path: a stone for each phase with steps, filled when they are done. @param {PlannedTask[]} certain */
  #showPath(certain) {
    const say = wordsOf(this);
    const stones = this.#model.phases.flatMap((phase) => {
      const tasks = certain.filter((task) => task.phase === phase.id);
      if (!tasks.length) return [];
      const done = tasks.filter(({ id }) => this.#done.has(id)).length;
      const stone = copyTemplate(this, "stone");
      stone.classList.toggle("path__stone--done", done === tasks.length);
      const link = stone.querySelector("a");
      link.href = `#phase-${phase.id}`;
      link.querySelector("span").textContent = say("plan.stone", { title: textOf(phase.title), done, count: tasks.length });
      return [stone];
    });
    part(this, "path").replaceChildren(...stones);
  }

  /** @param {string} id @param {string[]} options */
  #titles(id, options) {
    const question = this.#model.questions.find((other) => other.id === id);
    return question ? question.options.filter((option) => options.includes(option.id)).map(({ title }) => textOf(title)) : [];
  }
}

customElements.define("portal-plan", Plan);
