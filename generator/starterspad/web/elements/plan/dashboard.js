// The top of the plan: where she stands, what comes next, her next appointment, and a copy to keep.
/** @import {PlannedTask} from "../../core/model-types.js" */
/** @import {PlanPage} from "./task-row.js" */
import { progressOf, unlockedBy } from "../../core/plan/plan.js";
import { unsavedOf } from "../../core/journal/journal-file.js";
import { appointmentsOf, asideOf, doneOf } from "../../core/journal/journal-queries.js";
import { momentOf, nameOf, titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, dateOf, firstOf, formatterOf, part, setText, textOf, today } from "../../base/page-parts.js";

const UNLOCKS_SHOWN = 3;
// So much may happen on her plan before a copy is worth asking for again.
const UNSAVED = 10;

/** Brings the top of the plan up to date. @param {PlanPage} page */
export function showDashboard(page) {
  const { element, journal, plan, first } = page;
  const format = formatterOf(element);
  const behind = doneOf(journal());
  const { certain, count, done, next } = progressOf(plan(), behind, asideOf(journal()), first());
  setText(part(element, "progress-words"), format("plan.progress", { done, count }));
  const bar = part(element, "progress-bar", HTMLProgressElement);
  bar.max = Math.max(count, 1);
  bar.value = done;
  part(element, "next").hidden = !next;
  part(element, "all-done").hidden = Boolean(next) || !count;
  if (next) showNext(page, next, new Set([...behind, ...asideOf(journal())]));
  showAppointments(page);
  showPath(page, certain, behind);
  askForCopy(page);
}

/** @param {PlanPage} page @param {PlannedTask} next @param {Set<string>} behind */
function showNext({ element, model, journal, plan }, next, behind) {
  const format = formatterOf(element);
  setText(part(element, "next-title"), titleOf(model, journal(), next.id));
  const link = part(element, "next-link", HTMLAnchorElement);
  link.href = next.phase ? `${element.dataset.root}tasks/${next.id}/` : "#own";
  const unlocks = next.phase ? unlockedBy(model, plan(), next.id, behind) : [];
  const titles = unlocks
    .slice(0, UNLOCKS_SHOWN)
    .map(({ title }) => textOf(title))
    .join("; ");
  const more =
    unlocks.length > UNLOCKS_SHOWN ? format("plan.unlocks_more", { count: unlocks.length - UNLOCKS_SHOWN }) : "";
  setText(part(element, "next-unlocks"), unlocks.length ? format("plan.unlocks", { titles }) + more : "");
}

/** Shows the next appointment, and asks how the one before today went. @param {PlanPage} page */
function showAppointments({ element, model, journal, edit }) {
  const format = formatterOf(element);
  const open = appointmentsOf(journal()).filter(({ outcome }) => !outcome);
  const [past, next] = [open.find(({ day }) => day < today()), open.find(({ day }) => day >= today())];
  setText(part(element, "appointment-next"), next ? momentOf(next, model, format) : "");
  part(element, "appointment-next").hidden = !next;
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
      if (row && outcome === "not-for-me") part(row, "help", HTMLDetailsElement).open = true;
      row?.querySelector("a")?.focus();
    };
  }
}

/**
 * Draws the path: a stone for each phase with steps, filled when they are done.
 * @param {PlanPage} page
 * @param {PlannedTask[]} certain
 * @param {Set<string>} behind
 */
function showPath({ element, model, first }, certain, behind) {
  const format = formatterOf(element);
  const phases = model.phases.filter(({ id }) => certain.some(({ phase }) => phase === id));
  const path = part(element, "path");
  if (path.children.length !== phases.length) path.replaceChildren(...phases.map(() => copyTemplate(element, "stone")));
  phases.forEach((phase, place) => {
    const tasks = certain.filter((task) => task.phase === phase.id);
    const done = tasks.filter(({ id }) => behind.has(id)).length;
    const stone = path.children[place];
    stone.classList.toggle("path__stone--done", done === tasks.length);
    const link = firstOf(stone, "a");
    link.href = tasks.every(({ id }) => first().has(id)) ? "#first" : `#phase-${phase.id}`;
    setText(firstOf(link, "span"), format("plan.stone", { title: textOf(phase.title), done, count: tasks.length }));
  });
}

/** Asks her to keep a copy: right after her first plan, and when much has happened since. @param {PlanPage} page */
function askForCopy({ element, journal, edit }) {
  const { copied, count } = unsavedOf(journal());
  const box = part(element, "copy");
  box.hidden = copied !== null && count < UNSAVED;
  if (box.hidden) return;
  setText(part(element, "copy-words"), copied === null ? "" : formatterOf(element)("copy.again", { count }));
  part(element, "copy-first").hidden = copied !== null;
  for (const way of ["print", "save", "more"]) {
    part(element, `copy-${way}`).onclick = () => document.dispatchEvent(new CustomEvent("keep", { detail: way }));
  }
  part(element, "copy-later").onclick = async () => {
    await edit((set) => set("plan/later", Date.now()));
    part(element, "progress").focus();
  };
}
