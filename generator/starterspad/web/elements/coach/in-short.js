// What stands on top of a column: who she is, how far she is, whom she chose, and what comes.
/** @import {Desk, Opened} from "./open-plan.js" */
import { dayOf } from "../../core/day.js";
import { nextSteps } from "../../core/plan/next-steps.js";
import { serviceOf } from "../../core/plan/services.js";
import { progressOf } from "../../core/plan/plan.js";
import { answersOf, appointmentsOf, asideOf, chosenOf, doneOf } from "../../core/journal/journal-queries.js";
import { reasonWords } from "../../base/answer-words.js";
import { momentOf, nameOf, titleOf } from "../../base/names-and-moments.js";
import { numberOf } from "../../base/phone-number.js";
import { copyTemplate, dateOf, part, textOf, today } from "../../base/page-parts.js";
import { needWords } from "./needs.js";

// So many answers say who she is; all of them stand with her plan.
const ANSWERS = 3;

/** @param {Desk} desk @param {Opened} opened */
export function headOf(desk, opened) {
  const { model, format } = desk.element;
  const { journal, name, needs } = opened;
  const cell = copyTemplate(desk.element, "head");
  part(cell, "name").textContent = name;
  const answers = answersOf(journal);
  const answered = model.questions.filter(({ id }) => answers[id]?.length).slice(0, ANSWERS);
  const reasons = answered.map(({ id }) => ({ question: id, options: answers[id] }));
  part(cell, "answers").textContent = reasonWords(model, reasons);
  const { done, count } = standing(opened);
  part(cell, "progress").textContent = format("coach.figures", { done, count });
  part(cell, "need").textContent = needs.length ? needWords(desk, needs[0]) : "";
  part(cell, "need").hidden = !needs.length;
  cell.toggleAttribute("data-wanted", needs.length > 0);
  part(cell, "open").addEventListener("click", () => desk.show(opened));
  return cell;
}

/** @param {Opened} opened */
function standing({ journal, plan }) {
  return progressOf(plan, doneOf(journal), asideOf(journal));
}

/**
 * Says in a line for each what she chose, did, agreed and has before her.
 * @param {Desk} desk
 * @returns {{label: string, words: (opened: Opened) => string}[]}
 */
export function shortLines({ element }) {
  const { model, format } = element;
  const day = (/** @type {number} */ at) => dateOf(dayOf(at));
  return [
    {
      label: format("coach.chosen"),
      words: (opened) => [...new Set(helpersOf(element, opened).map(({ name }) => name))].join(", "),
    },
    {
      label: format("coach.last"),
      words: ({ journal }) => {
        const states = [...doneOf(journal)].map((id) => ({ id, at: journal.fields[`tasks/${id}/state`].at[0] }));
        const [last] = states.sort((left, right) => right.at - left.at);
        return last ? `${textOf(titleOf(model, journal, last.id))} (${day(last.at)})` : "";
      },
    },
    {
      label: format("coach.next"),
      words: ({ journal }) => {
        const meeting = appointmentsOf(journal).find((candidate) => candidate.day >= today() && !candidate.outcome);
        return meeting ? momentOf(meeting, model, format) : "";
      },
    },
    {
      label: format("coach.stuck"),
      words: (opened) => {
        const [next] = nextSteps(model, opened.plan, opened.journal).now;
        const latest = Math.max(0, ...Object.values(opened.journal.fields).map(({ at }) => at[0]));
        const step = next && textOf(titleOf(model, opened.journal, next));
        return step ? format("coach.since", { step, day: day(latest) }) : "";
      },
    },
  ];
}

/**
 * Lists whom she chose, for which step.
 * @param {Desk["element"]} element
 * @param {Opened} opened
 */
export function helpersOf({ model, format }, { journal, plan }) {
  return plan.tasks.flatMap(({ id }) =>
    chosenOf(journal, id).flatMap((service) => {
      const offer = serviceOf(model, service);
      const name = nameOf(model, service);
      return name
        ? [{ name, phone: offer ? numberOf(offer, format) : "", step: textOf(titleOf(model, journal, id)) }]
        : [];
    }),
  );
}
