// Which screens a questionnaire has for these answers, and where a reader goes next.
/** @import {Answers, Model, Question} from "../model-types.js" */
import { judgeOf } from "./evaluate.js";

/**
 * Lists the questions that these answers lead to, in asking order.
 * @param {Model} model
 * @param {Answers} answers
 * @returns {Question[]}
 */
export function askedQuestions(model, answers) {
  const judge = judgeOf(model, answers);
  return model.questions.filter((question) => !question.page && judge(question.ask_when).verdict === "yes");
}

/**
 * Lists the screens in order: the asked questions, the offer of a plan among them, and the check at the end.
 * @param {Model} model
 * @param {Answers} answers
 */
export function screens(model, answers) {
  const ids = askedQuestions(model, answers).map(({ id }) => id);
  if (ids.length > model.plan_after) ids.splice(model.plan_after, 0, "enough");
  return [...ids, "check"];
}

/**
 * How many questions come after this one at most: whatever she answers here, and to those that follow.
 * @param {Model} model
 * @param {Answers} answers
 * @param {string} current
 */
export function leftAtMost(model, answers, current) {
  const place = model.questions.findIndex(({ id }) => id === current);
  const earlier = model.questions.slice(0, place).map(({ id }) => id);
  const known = Object.fromEntries(Object.entries(answers).filter(([id]) => earlier.includes(id)));
  const judge = judgeOf(model, known);
  return model.questions
    .slice(place + 1)
    .filter((question) => !question.page && judge(question.ask_when).verdict !== "no").length;
}

/**
 * The screen after `current`. Someone who came from the check goes back to it, by way of questions that
 * the changed answer brought up.
 * @param {Model} model
 * @param {Answers} answers
 * @param {string} current
 * @param {boolean} fromCheck
 */
export function nextScreen(model, answers, current, fromCheck) {
  if (fromCheck) return firstUnanswered(model, answers, current);
  const all = screens(model, answers);
  return all[all.indexOf(current) + 1] ?? "check";
}

/**
 * The first question without an answer, or the check.
 * @param {Model} model
 * @param {Answers} answers
 * @param {string} [after]  look only behind this question
 */
export function firstUnanswered(model, answers, after) {
  const asked = askedQuestions(model, answers);
  const start = after ? asked.findIndex(({ id }) => id === after) + 1 : 0;
  return asked.slice(start).find((question) => !isAnswered(question, answers))?.id ?? "check";
}

/** An answer that no longer exists is none. @param {Question} question @param {Answers} answers */
function isAnswered(question, answers) {
  return question.options.some(({ id }) => answers[question.id]?.includes(id));
}

/**
 * Adds or removes an option of a several-answers question; an exclusive option stands alone.
 * @param {Question} question
 * @param {string[]} chosen  what is ticked now, the new tick included
 * @param {string} ticked    the option that was just ticked
 */
export function exclusiveChoice(question, chosen, ticked) {
  /** @param {string} id */
  const isExclusive = (id) =>
    Boolean(question.exclusive & (1 << question.options.findIndex((option) => option.id === id)));
  return isExclusive(ticked) ? [ticked] : chosen.filter((id) => !isExclusive(id));
}
