// The top of the plan: where she stands, what comes next, her next appointment, and a copy to keep.
/** @import {PlannedStep} from "../../core/plan/plan.js" */
/** @import {PlanPage} from "./task-row.js" */
import { nextSteps } from "../../core/plan/next-steps.js";
import { progressOf } from "../../core/plan/plan.js";
import { judgeOf } from "../../core/rules/evaluate.js";
import { unsavedOf } from "../../core/journal/journal-file.js";
import { answersOf, appointmentsOf, asideOf, doneOf, workOf } from "../../core/journal/journal-queries.js";
import { sayPromise } from "./kept-here.js";
import { momentOf, nameOf, titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, dateOf, firstOf, formatterOf, part, setText, textOf, today } from "../../base/page-parts.js";

// So much may happen on her plan before a copy is worth asking for again.
const UNSAVED = 10;

/** Brings the top of the plan up to date. @param {PlanPage} page */
export function showDashboard(page) {
  const { element, model, journal, plan, first } = page;
  const format = formatterOf(element);
  const behind = doneOf(journal());
  const { certain, count, done } = progressOf(plan(), behind, asideOf(journal()));
  setText(part(element, "progress-words"), format("plan.done_of", { done, count }));
  const { now, waiting } = nextSteps(model, plan(), journal(), first());
  part(element, "all-done").hidden = now.length > 0 || waiting.length > 0 || !count;
  showAppointments(page);
  showPath(page, certain, behind, now[0]);
  askForCopy(page);
}

/** Says which answers stand in for hers, each with a link to its question. @param {PlanPage} page */
export function showAssumed({ element, model, journal }) {
  const format = formatterOf(element);
  const answers = answersOf(journal());
  const judge = judgeOf(model, answers);
  const rows = model.questions.flatMap(({ id, options, ask_when }) => {
    const option = options.find((candidate) => candidate.id === model.assume[id]);
    if (!option || answers[id]?.length || judge(ask_when).verdict !== "yes") return [];
    const row = copyTemplate(element, "assumed");
    part(row, "words").textContent = format("questions.assumed", { answer: textOf(option.title) });
    part(row, "change", HTMLAnchorElement).href = `${element.dataset.root}questions/#${id}`;
    return [row];
  });
  part(element, "assumed").replaceChildren(...rows);
}

/** Shows the next appointment, and asks how the one before today went. @param {PlanPage} page */
function showAppointments({ element, model, journal, edit }) {
  const format = formatterOf(element);
  const open = appointmentsOf(journal()).filter(({ outcome }) => !outcome);
  const [past, next] = [open.find(({ day }) => day < today()), open.find(({ day }) => day >= today())];
  setText(part(element, "appointment-next"), next ? momentOf(next, model, format) : "");
  part(element, "appointment-box").hidden = !next;
  part(element, "asked").hidden = !past;
  if (!past) return;
  const name = nameOf(model, past.service) || textOf(titleOf(model, journal(), past.task));
  part(element, "asked-words").textContent = format("story.how_was", { name, day: dateOf(past.day) });
  for (const outcome of ["helped", "not-for-me"]) {
    part(element, `asked-${outcome}`).onclick = async () => {
      await edit((set) => {
        set(`appointments/${past.id}/outcome`, outcome);
        if (outcome === "not-for-me" && past.service) set(`tasks/${past.task}/chosen/${past.service}`, null);
      });
      const row = element.querySelector(`[data-task="${CSS.escape(past.task)}"]`);
      row?.closest("details")?.setAttribute("open", "");
      row?.dispatchEvent(new Event("unfold"));
      if (row && outcome === "not-for-me") part(row, "help", HTMLDetailsElement).open = true;
      row?.querySelector("a")?.focus();
    };
  }
}

/**
 * Draws the path: a stone for each phase with steps, filled when they are done; she stands on that of her first step.
 * @param {PlanPage} page
 * @param {PlannedStep[]} certain
 * @param {Set<string>} behind
 * @param {string | undefined} next  the id of the step that comes first
 */
function showPath({ element, model }, certain, behind, next) {
  const format = formatterOf(element);
  const phases = model.phases.filter(({ id }) => certain.some(({ phase }) => phase === id));
  const here = certain.find(({ id }) => id === next)?.phase;
  const path = part(element, "path");
  if (path.children.length !== phases.length) path.replaceChildren(...phases.map(() => copyTemplate(element, "stone")));
  phases.forEach((phase, place) => {
    const tasks = certain.filter((task) => task.phase === phase.id);
    const done = tasks.filter(({ id }) => behind.has(id)).length;
    const stone = /** @type {HTMLElement} */ (path.children[place]);
    const listed = document.getElementById(`phase-${phase.id}`) !== null;
    const of = [phase.id, done, tasks.length, here, listed].join(" ");
    if (stone.dataset.of === of) return;
    stone.dataset.of = of;
    stone.classList.toggle("path__stone--done", done === tasks.length);
    stone.classList.toggle("path__stone--here", phase.id === here);
    const link = firstOf(stone, "a");
    link.href = listed ? `#phase-${phase.id}` : "#later";
    if (phase.id === here) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
    setText(part(stone, "short"), phase.short ?? "");
    setText(part(stone, "long"), format("plan.stone", { title: textOf(phase.title), done, count: tasks.length }));
  });
}

/** Asks her to keep a copy: once she did something, and when much has happened since. @param {PlanPage} page */
function askForCopy({ element, journal, edit }) {
  const { copied, count } = unsavedOf(journal());
  const box = part(element, "copy");
  box.hidden = copied === null ? !workOf(journal()).size : count < UNSAVED;
  if (box.hidden) return;
  const words = formatterOf(element);
  setText(part(element, "copy-words"), copied === null ? words("copy.first") : words("copy.again", { count }));
  sayPromise(element);
  for (const way of ["save", "link"]) {
    part(element, `copy-${way}`).onclick = () => document.dispatchEvent(new CustomEvent("keep", { detail: way }));
  }
  part(element, "copy-later").onclick = async () => {
    await edit((set) => set("plan/later", Date.now()));
    part(element, "progress").focus();
  };
}
