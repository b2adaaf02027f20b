// What a coach wrote about a section of her plan, beside that section.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { adviceOf } from "../../core/journal/journal-queries.js";
import { whoWrote } from "../../base/advice-words.js";
import { part } from "../../base/page-parts.js";

/** Shows a coach's comments, the newest last. @param {PortalElement} element @param {Journal} journal */
export function showAdviceOf(element, journal) {
  const { format } = element;
  const written = adviceOf(journal);
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-section]"))) {
    const rows = written
      .filter((advice) => advice.section === section.dataset.section)
      .map(({ by, day, text }) => {
        const row = document.createElement("li");
        const who = document.createElement("strong");
        who.textContent = whoWrote(format, { by, day });
        row.append(who, ` ${text}`);
        return row;
      });
    const list = part(section, "advice");
    list.replaceChildren(...rows);
    list.hidden = !rows.length;
  }
}
