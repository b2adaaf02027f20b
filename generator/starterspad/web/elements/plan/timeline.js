// The day by which she wants to start, and all that has a date, by day. Loaded when someone opens it.
/** @import {Moment} from "../../core/plan/moments.js" */
/** @import {PlanPage} from "./task-row.js" */
import { dueTasks } from "../../core/plan/due-dates.js";
import { momentsOf } from "../../core/plan/moments.js";
import { appointmentsOf } from "../../core/journal/journal-queries.js";
import { momentOf, titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, dateOf, formatterOf, part, textOf, today } from "../../base/page-parts.js";

/** Lists by day all that has a date. @param {PlanPage} page */
export function showTimeline({ element, model, journal, plan }) {
  const format = formatterOf(element);
  /** @param {Moment} moment */
  const wordsFor = ({ kind, id }) => {
    if (kind === "target") return format("dates.target");
    const appointment = appointmentsOf(journal()).find((candidate) => candidate.id === id);
    if (appointment) return momentOf(appointment, model, format);
    return format(`dates.${kind}_step`, { step: textOf(titleOf(model, journal(), id)) });
  };
  const moments = momentsOf(dueTasks(model, plan(), journal()), journal());
  const days = [...new Set(moments.map(({ day }) => day))];
  const rows = days.map((day) => {
    const row = copyTemplate(element, "day");
    row.classList.toggle("timeline__past", day < today());
    part(row, "day").textContent = day < today() ? format("dates.past", { day: dateOf(day) }) : dateOf(day);
    const lines = moments
      .filter((moment) => moment.day === day)
      .map((moment) => {
        const line = document.createElement("li");
        line.textContent = wordsFor(moment);
        return line;
      });
    part(row, "moments").append(...lines);
    return row;
  });
  part(element, "timeline").replaceChildren(...rows);
  part(element, "no-dates").hidden = rows.length > 0;
}
