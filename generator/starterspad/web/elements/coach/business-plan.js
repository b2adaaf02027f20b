// A starter's business plan on the desk: what is written, section by section, and where the coach writes about it.
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {Desk, Opened} from "./open-plan.js" */
import { planAnswers } from "../../core/journal/business-plan.js";
import { adviceOf } from "../../core/journal/journal-queries.js";
import { copyTemplate, part } from "../../base/page-parts.js";
import { adviceLine, writeInto } from "./rows.js";

/** @param {PortalElement} element */
function sectionsOf(element) {
  /** @type {HTMLTemplateElement | null} */
  const template = element.querySelector("template[data-sections]");
  const sections = /** @type {HTMLElement[]} */ ([...(template?.content.children ?? [])]);
  return sections.map((section) => ({
    id: section.dataset.section ?? "",
    title: section.dataset.title ?? "",
    questions: /** @type {HTMLElement[]} */ ([...section.children]).map(({ dataset, textContent }) => ({
      path: dataset.question ?? "",
      question: textContent ?? "",
    })),
  }));
}

/** Names a section as the coach's page does. @param {PortalElement} element @param {string} id */
export function sectionTitle(element, id) {
  return sectionsOf(element).find((section) => section.id === id)?.title ?? id;
}

/** Shows the sections in which something is written, by her or by a coach. @param {Desk} desk @param {Opened} opened */
export function showBusinessPlan(desk, opened) {
  const { element } = desk;
  const answers = planAnswers(opened.journal);
  const rows = sectionsOf(element).flatMap(({ id, title, questions }) => {
    const written = questions.filter(({ path }) => answers[path]);
    const advice = adviceOf(opened.journal).filter(({ section }) => section === id);
    if (!written.length && !advice.length) return [];
    const row = copyTemplate(element, "section");
    part(row, "title").textContent = title;
    part(row, "count").textContent = element.format("workbook.count", {
      done: written.length,
      total: questions.length,
    });
    part(row, "answers").replaceChildren(
      ...written.flatMap(({ path, question }) => {
        const [asked, said] = [document.createElement("dt"), document.createElement("dd")];
        [asked.textContent, said.textContent] = [question, answers[path]];
        return [asked, said];
      }),
    );
    part(row, "advice").append(...advice.map((said) => adviceLine(desk, opened, said)));
    writeInto(desk, opened, row, `section/${id}`);
    return [row];
  });
  part(element, "book").replaceChildren(...rows);
  part(element, "book-box").hidden = !rows.length;
}
