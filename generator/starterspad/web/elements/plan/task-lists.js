// The steps of the plan in their lists: first what she wants help with, then phase by phase, her own, and what waits.
/** @import {PlannedTask} from "../../core/model-types.js" */
/** @import {PlanPage} from "./task-row.js" */
import { unplaced } from "../../core/plan/current-plan.js";
import { valueAt } from "../../core/journal/journal.js";
import { waitingByQuestion } from "../../core/plan/plan.js";
import { addedOf, ownOf, workOf } from "../../core/journal/journal-queries.js";
import { copyTemplate, firstOf, formatterOf, part, setText } from "../../base/page-parts.js";
import { taskRow } from "./task-row.js";
import { waitingCard } from "./waiting-questions.js";

/** @typedef {{of: string, element: HTMLElement, update: () => void}} Made  of: what it was made of */

const BEHIND = ["done", "elsewhere", "not-for-me"];

/** The lists of the plan: made once, and brought up to date where something changed. */
export class TaskLists {
  #page;
  #answer;
  /** @type {Map<string, Made>} rows, sections and cards as made last: what did not change is not made again */
  #made = new Map();
  /** @type {Map<string, () => void>} what brings the row of a step up to date */
  #updates = new Map();
  /** @type {Map<string, boolean>} the phases that she opened or closed herself */
  #opened = new Map();

  /** @param {() => PlanPage} page @param {(question: string, options: string[]) => void} answer */
  constructor(page, answer) {
    this.#page = page;
    this.#answer = answer;
  }

  /** Brings rows up to date with the journal. @param {Set<string>} [ids]  those of these steps; all when left out */
  update(ids) {
    for (const [id, update] of this.#updates) if (!ids || ids.has(id)) update();
  }

  /** Shows the plan as it is now. */
  show() {
    const { element, plan, first, journal } = this.#page();
    this.#updates.clear();
    this.#fill(
      "first-tasks",
      plan().tasks.filter(({ id }) => first().has(id)),
    );
    part(element, "first").hidden = !first().size;
    this.#showPhases();
    this.#fill(
      "own-tasks",
      ownOf(journal()).map(({ id }) => unplaced(id, "yes")),
    );
    this.#showGone();
    this.#showWaiting();
  }

  /** @param {string} name  of a list @param {PlannedTask[]} tasks */
  #fill(name, tasks) {
    fill(
      part(this.#page().element, name),
      tasks.map((task) => this.#row(task)),
    );
  }

  #showPhases() {
    const { element, model, plan, first } = this.#page();
    const sections = model.phases.flatMap((phase) => {
      const tasks = plan().tasks.filter(
        ({ id, phase: at, verdict }) => at === phase.id && verdict === "yes" && !first().has(id),
      );
      if (!tasks.length) return [];
      const { element: section } = this.#make(`phase ${phase.id}`, "", () => this.#section(phase));
      const rows = tasks.map((task) => this.#row(task));
      fill(part(section, "tasks"), rows);
      const unfinished = rows.some(({ dataset }) => !BEHIND.includes(dataset.state ?? ""));
      section.toggleAttribute("open", this.#opened.get(phase.id) ?? unfinished);
      return [section];
    });
    fill(part(element, "phases"), sections);
  }

  /** @param {PlanPage["model"]["phases"][0]} phase */
  #section({ id, title, gate }) {
    const { element } = this.#page();
    const section = copyTemplate(element, "phase", HTMLDetailsElement);
    section.id = `phase-${id}`;
    section.dataset.phase = id;
    setText(part(section, "title"), title);
    part(section, "about", HTMLAnchorElement).href = `${element.dataset.root}phases/${id}/`;
    part(section, "gate-box").hidden = !gate;
    if (gate) {
      const link = part(section, "gate", HTMLAnchorElement);
      setText(link, gate);
      link.href = `${element.dataset.root}decide/${id}/`;
    }
    firstOf(section, "summary").addEventListener("click", () => this.#opened.set(id, !section.open));
    return { of: "", element: section, update: () => {} };
  }

  /** What she worked on and no longer needs stays: an answer that changed, or a step that the city took away. */
  #showGone() {
    const { element, plan, journal } = this.#page();
    const shown = new Set(plan().tasks.map(({ id }) => id));
    const gone = [...workOf(journal())].filter((id) => !shown.has(id) && !/^\d/.test(id));
    this.#fill(
      "gone-tasks",
      gone.map((id) => unplaced(id, "no")),
    );
    part(element, "gone").hidden = !gone.length;
  }

  #showWaiting() {
    const { element, model, plan } = this.#page();
    const groups = waitingByQuestion(model, plan());
    part(element, "waiting").hidden = !groups.length;
    const cards = groups.map(({ question, tasks }) => {
      const { element: card } = this.#make(`card ${question}`, "", () => {
        const fresh = waitingCard(element, model, question, (options) => this.#answer(question, options));
        return { of: "", element: fresh, update: () => {} };
      });
      setText(part(card, "count"), formatterOf(element)("plan.waiting", { count: tasks.length }));
      fill(
        part(card, "tasks"),
        tasks.map((task) => this.#row(task)),
      );
      return card;
    });
    fill(part(element, "cards"), cards);
  }

  /** @param {PlannedTask} planned */
  #row(planned) {
    const page = this.#page();
    const { id } = planned;
    const added = addedOf(page.journal()).has(id);
    const of = JSON.stringify([planned, added, page.news(id), valueAt(page.journal(), "plan/seed")]);
    const { element, update } = this.#make(`task ${id}`, of, () => {
      const { row, update } = taskRow(page, planned, added);
      return { of, element: row, update };
    });
    update();
    this.#updates.set(id, update);
    return element;
  }

  /** @param {string} name @param {string} of @param {() => Made} make */
  #make(name, of, make) {
    const made = this.#made.get(name);
    if (made?.of === of) return made;
    const fresh = make();
    this.#made.set(name, fresh);
    return fresh;
  }
}

/**
 * Puts elements into a list; those that stand in their place are not touched.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} elements
 */
function fill(list, elements) {
  for (const child of [...list.children]) if (!elements.includes(/** @type {HTMLElement} */ (child))) child.remove();
  elements.forEach((element, place) => {
    if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null);
  });
}
