// Fills in the sheet for the adviser's desk: the whole plan on paper, with boxes to tick and room to write.
/** @import {Model} from "../core/model-types.js" */
/** @import {Journal} from "../core/journal/journal.js" */
import { valueAt } from "../core/journal/journal.js";
import { currentPlan } from "../core/plan/current-plan.js";
import { answersOf, appointmentsOf, chosenOf, ownOf, stateOf } from "../core/journal/journal-queries.js";
import { momentOf, nameOf, numberOf, titleOf } from "./names-and-moments.js";
import { answerSentences, copyTemplate, dateOf, formatterOf, part, setText, textOf, today } from "./page-parts.js";

/**
 * Fills a sheet with the answers, the steps by phase and her own, and what she did with each; throws when a part is not
 * on the page.
 * @param {HTMLElement} element  holds the templates and words
 * @param {HTMLElement} sheet
 * @param {Model} model
 * @param {Journal} journal  under today's names
 * @param {{name: string, notes: boolean}} wishes
 */
export function fillSheet(element, sheet, model, journal, { name, notes }) {
  const format = formatterOf(element);
  part(sheet, "sheet-name").textContent = name;
  part(sheet, "sheet-date").textContent = dateOf(today());
  part(sheet, "sheet-answers").textContent = answerSentences(format, model, answersOf(journal)).join(" · ");
  const { tasks } = currentPlan(model, journal).plan;
  const sections = model.phases.flatMap((phase) => {
    const mine = tasks.filter((task) => task.phase === phase.id && task.verdict === "yes");
    if (!mine.length) return [];
    const section = copyTemplate(element, "sheet-phase");
    setText(part(section, "title"), phase.title);
    part(section, "tasks").append(...mine.map(({ id, reasons }) => row(id, reasons)));
    return [section];
  });
  const own = ownOf(journal);
  if (own.length) {
    const section = copyTemplate(element, "sheet-phase");
    part(section, "title").textContent = format("own.title");
    part(section, "tasks").append(...own.map(({ id }) => row(id, [])));
    sections.push(section);
  }
  part(sheet, "sheet-phases").replaceChildren(...sections);

  /** @param {string} id @param {import("../core/model-types.js").Reason[]} reasons */
  function row(id, reasons) {
    const line = copyTemplate(element, "sheet-task");
    const state = stateOf(journal, id);
    line.dataset.state = state;
    setText(part(line, "title"), titleOf(model, journal, id));
    // Who was chosen stands there by name.
    part(line, "state").textContent = state === "open" || state === "chosen" ? "" : format(`state.${state}`);
    // The answers stand above the steps: here their questions are enough.
    const asked = reasons.map(({ question }) =>
      textOf(model.questions.find((candidate) => candidate.id === question)?.because ?? ""),
    );
    part(line, "because").textContent = asked.length
      ? format("sheet.because", { questions: [...new Set(asked)].join("; ") })
      : "";
    const partners = chosenOf(journal, id).flatMap((service) => {
      const offer = model.services.find((candidate) => `${candidate.partner}/${candidate.service}` === service);
      return [
        offer ? [offer.name, numberOf(offer, format), offer.email].filter(Boolean).join(", ") : nameOf(model, service),
      ].filter(Boolean);
    });
    const moments = appointmentsOf(journal).filter((appointment) => appointment.task === id && !appointment.outcome);
    part(line, "partners").textContent = [
      ...partners,
      ...moments.map((appointment) => momentOf(appointment, model, format)),
    ].join(" · ");
    const written = notes ? [valueAt(journal, `tasks/${id}/notes`), valueAt(journal, `tasks/${id}/why`)] : [];
    part(line, "notes").textContent = written.filter(Boolean).join(" · ");
    return line;
  }
}
