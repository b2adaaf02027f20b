// What a coach wrote on her plan: she takes each over, or not. Loaded when there is any.
/** @import {Advice} from "../../core/journal/journal-queries.js" */
/** @import {PlanPage} from "./task-row.js" */
import { titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, dateOf, formatterOf, part, setText, textOf } from "../../base/page-parts.js";

/** Lists advice, each with two buttons: to take it over, or not. @param {PlanPage} page @param {Advice[]} advice */
export function showAdvice({ element, model, journal, edit, refresh }, advice) {
  const format = formatterOf(element);
  const rows = advice.map(({ id, task, suggests, text, by, day }) => {
    const row = copyTemplate(element, "advice");
    const step = textOf(titleOf(model, journal(), suggests || task));
    part(row, "who").textContent = format("advice.who", { name: by || format("advice.coach"), day: dateOf(day) });
    setText(part(row, "about"), suggests ? format("advice.suggests", { step }) : step);
    part(row, "text").textContent = text;
    for (const answer of ["accepted", "declined"]) {
      const button = part(row, answer);
      button.textContent = format(`advice.${suggests ? "step" : "note"}_${answer}`);
      button.addEventListener("click", async () => {
        await edit((set) => {
          set(`advice/${id}/answer`, answer);
          if (suggests && answer === "accepted") set(`tasks/${suggests}/added`, true);
        });
        await refresh();
        part(element, "progress").focus();
      });
    }
    return row;
  });
  part(element, "advice-list").replaceChildren(...rows);
}
