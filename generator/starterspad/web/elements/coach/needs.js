// Who of the starters needs the coach today, and why.
/** @import {Need} from "../../core/plan/coach-needs.js" */
/** @import {Desk, Opened} from "./open-plan.js" */
import { nameOf } from "../../base/names-and-moments.js";
import { copyTemplate, dateOf, part, textOf } from "../../base/page-parts.js";

/** @param {Desk} desk @param {Need} need */
export function needWords({ element: { model, format } }, { kind, days, day, task, service }) {
  if (kind === "waits") {
    const step = model.tasks.find(({ id }) => id === task)?.title ?? task;
    return format("coach.waits", { count: days, who: nameOf(model, service) || textOf(step) });
  }
  if (kind === "soon") return format(days ? "coach.tomorrow" : "coach.today");
  if (kind === "not-begun") return format("coach.not_begun");
  return format(kind === "passed" ? "coach.passed" : "coach.idle", { day: dateOf(day) });
}

/** Lists who needs the coach, with a way to write to her. @param {Desk} desk @param {Opened[]} plans  in that order */
export function showNeeds(desk, plans) {
  const { element } = desk;
  const rows = plans.flatMap((opened) => {
    const [need] = opened.needs;
    if (!need) return [];
    const row = copyTemplate(element, "need");
    row.dataset.kind = need.kind;
    part(row, "name").textContent = opened.name;
    part(row, "words").textContent = needWords(desk, need);
    part(row, "whom").textContent = opened.name;
    part(row, "write").addEventListener("click", () => desk.show(opened, need.task));
    return [row];
  });
  part(element, "needs").replaceChildren(...rows);
  part(element, "needs-box").hidden = !rows.length;
}
