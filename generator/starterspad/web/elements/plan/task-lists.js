// The steps of the plan in their lists: now, what she waits for, then phase by phase, her own, and what is open.
/** @import {PlannedStep} from "../../core/plan/plan.js" */
/** @import {PlanPage} from "./task-row.js" */
import { unplaced } from "../../core/plan/current-plan.js";
import { valueAt } from "../../core/journal/journal.js";
import { nextSteps } from "../../core/plan/next-steps.js";
import { waitingByQuestion } from "../../core/plan/plan.js";
import { addedOf, answersOf, asideOf, doneOf, ownOf, workOf } from "../../core/journal/journal-queries.js";
import { formatterOf, part, setText } from "../../base/page-parts.js";
import { phaseLine } from "./phase-lines.js";
import { taskRow } from "./task-row.js";
import { waitingCard } from "./waiting-questions.js";

/**
 * @typedef {{of: string, element: HTMLElement, update: () => void, planned?: PlannedStep}} Made
 *   of: what it was made of
 */

/** The lists of the plan: made once, and brought up to date where something changed. */
export class TaskLists {
  #page;
  #answer;
  /** @type {Map<string, Made>} rows, sections and cards as made last: what did not change is not made again */
  #made = new Map();
  /** @type {Map<string, () => void>} what brings the row of a step up to date */
  #updates = new Map();
  /** @type {Set<string> | undefined} while lists are shown: the steps that alone have changed */
  #only;
  /** @type {HTMLElement | undefined} the row that stands open because it comes first */
  #open;

  /** @param {() => PlanPage} page @param {(question: string, options: string[]) => void} answer */
  constructor(page, answer) {
    this.#page = page;
    this.#answer = answer;
  }

  /** Brings rows up to date with the journal. @param {Set<string>} [ids]  those of these steps; all when left out */
  update(ids) {
    for (const [id, update] of this.#updates) if (!ids || ids.has(id)) update();
  }

  /**
   * Shows the plan as it is now.
   * @param {Set<string>} [ids]  where no more changed than the state of these steps
   */
  show(ids) {
    const { element, model, plan, first, journal } = this.#page();
    this.#only = ids;
    if (!ids) this.#updates.clear();
    const { now, waiting } = nextSteps(model, plan(), journal(), first());
    const planned = new Map(plan().tasks.map((task) => [task.id, task]));
    const known = (/** @type {string[]} */ ids) => ids.flatMap((id) => planned.get(id) ?? []);
    const placed = new Set([...now, ...waiting]);
    this.#fill("now-tasks", known(now));
    this.#unfoldFirst(now[0] ?? "");
    this.#fill("waits-tasks", known(waiting));
    part(element, "waits-box").hidden = !waiting.length;
    const wanted = plan().tasks.filter(({ id }) => first().has(id) && !placed.has(id));
    this.#fill("first-tasks", wanted);
    part(element, "first").hidden = !wanted.length;
    this.#showPhases(new Set([...placed, ...first()]));
    const own = ownOf(journal()).filter(({ id }) => !placed.has(id));
    this.#fill(
      "own-tasks",
      own.map(({ id }) => unplaced(id, "yes")),
    );
    part(element, "own-box").hidden = !own.length;
    setText(part(element, "own-count"), String(own.length));
    this.#showGone();
    // Which steps wait for an answer, a state does not decide.
    if (!ids) this.#showWaiting();
    this.#only = undefined;
  }

  /** The step that comes first stands open; the one that did is a line again. @param {string} id */
  #unfoldFirst(id) {
    const row = this.#made.get(`task ${id}`)?.element;
    // What she folded herself stays so; a row that was made anew is another one.
    if (this.#open === row) return;
    if (this.#open?.dataset.card) part(this.#open, "unfold").click();
    this.#open = row;
    if (row && !row.dataset.card) row.dispatchEvent(new Event("unfold"));
  }

  /** @param {string} name  of a list @param {PlannedStep[]} tasks */
  #fill(name, tasks) {
    fill(
      part(this.#page().element, name),
      tasks.map((task) => this.#row(task)),
    );
  }

  /** @param {Set<string>} elsewhere  ids of the steps that stand above */
  #showPhases(elsewhere) {
    const { element, model, plan, journal } = this.#page();
    const format = formatterOf(element);
    const behind = new Set([...doneOf(journal()), ...asideOf(journal())]);
    const sections = model.phases.flatMap((phase) => {
      const tasks = plan().tasks.filter(
        ({ id, phase: at, verdict }) => at === phase.id && verdict === "yes" && !elsewhere.has(id),
      );
      if (!tasks.length) return [];
      const { element: section } = this.#make(`phase ${phase.id}`, "", () => ({
        of: "",
        element: phaseLine(element, phase),
        update: () => {},
      }));
      const rows = tasks.map((task) => this.#row(task));
      fill(part(section, "tasks"), rows);
      const left = tasks.filter(({ id }) => !behind.has(id)).length;
      setText(
        part(section, "count"),
        left ? format("plan.left", { count: left }) : format("plan.all_of_phase", { count: tasks.length }),
      );
      return [section];
    });
    fill(part(element, "phases"), sections);
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

  /**
   * One question stands open: the first that decides about steps. The others are folded. Of what is folded, dozens of
   * rows, nothing is made before she opens it: it took half the time of a plan.
   */
  #showWaiting() {
    const { element, model, plan, journal } = this.#page();
    const format = formatterOf(element);
    // What she said that she does not know is not asked again at once; else what decides about most steps comes first.
    const answers = answersOf(journal());
    const groups = waitingByQuestion(model, plan()).sort(
      (left, right) =>
        Number(left.question in answers) - Number(right.question in answers) || right.tasks.length - left.tasks.length,
    );
    const open = groups.filter(({ question }) => !(question in answers)).length ? 1 : 0;
    part(element, "waiting").hidden = !open;
    const isOpen = (/** @type {HTMLDetailsElement} */ box) => {
      box.ontoggle = () => this.#showWaiting();
      return box.open;
    };
    const more = part(element, "more-questions", HTMLDetailsElement);
    const cards = (isOpen(more) ? groups : groups.slice(0, open)).map(({ question, tasks }) => {
      const { element: card } = this.#make(`card ${question}`, "", () => {
        const fresh = waitingCard(element, model, question, (options) => this.#answer(question, options));
        return { of: "", element: fresh, update: () => {} };
      });
      setText(part(card, "count"), format("plan.waiting", { count: tasks.length }));
      const shown = isOpen(part(card, "folded", HTMLDetailsElement)) ? tasks : [];
      fill(
        part(card, "tasks"),
        shown.map((task) => this.#row(task)),
      );
      return card;
    });
    fill(part(element, "cards"), cards.slice(0, open));
    fill(part(element, "more-cards"), cards.slice(open));
    const count = groups.length - open;
    more.hidden = !count;
    setText(part(element, "more-questions-words"), format("plan.more_questions", { count }));
  }

  /** @param {PlannedStep} planned */
  #row(planned) {
    const page = this.#page();
    const { id } = planned;
    const known = this.#made.get(`task ${id}`);
    const made = this.#only && known?.planned === planned ? known : this.#madeRow(page, planned);
    if (!this.#only || made !== known || this.#only.has(id)) made.update();
    this.#updates.set(id, made.update);
    return made.element;
  }

  /** @param {PlanPage} page @param {PlannedStep} planned */
  #madeRow(page, planned) {
    const { id } = planned;
    const added = addedOf(page.journal()).has(id);
    const of = JSON.stringify([
      { ...planned, services: planned.services.mark },
      added,
      page.news(id),
      valueAt(page.journal(), "plan/seed"),
    ]);
    const made = this.#make(`task ${id}`, of, () => ({ of, ...taskRow(page, planned, added) }));
    made.planned = planned;
    return made;
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
