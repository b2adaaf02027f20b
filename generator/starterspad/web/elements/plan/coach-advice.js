// What a coach wrote on her plan: she takes each over, or not. Loaded when there is any.
/** @import {Advice} from "../../core/journal/journal-queries.js" */
/** @import {PlanPage} from "./task-row.js" */
import { whoWrote, wroteWords } from "../../base/advice-words.js";
import { titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, firstOf, formatterOf, part, setText, textOf } from "../../base/page-parts.js";

/** Lists advice, each with two buttons: to take it over, or not. @param {PlanPage} page @param {Advice[]} advice */
export function showAdvice({ element, model, journal, edit, refresh }, advice) {
  const format = formatterOf(element);
  const box = part(element, "advice");
  const heading = firstOf(box, "h2");
  // A script leads her here: the heading says who wrote, and how much still waits.
  heading.tabIndex = -1;
  setText(heading, wroteWords(format, journal()));
  const rows = advice.map(({ id, task, about, suggests, text, by, day }) => {
    const row = copyTemplate(element, "advice");
    const step = suggests || task ? textOf(titleOf(model, journal(), suggests || task)) : about;
    part(row, "who").textContent = whoWrote(format, { by, day });
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
        // She goes on with the next; after the last, her plan is what there is to read.
        (box.hidden ? part(element, "progress") : heading).focus();
      });
    }
    return row;
  });
  part(element, "advice-list").replaceChildren(...rows);
}
