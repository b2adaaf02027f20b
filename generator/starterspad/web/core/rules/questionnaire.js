// Which screens a questionnaire has for these answers, and where a reader goes next.
/** @import {Model, Question} from "../model-types.js" */
/** @import {Answers} from "../plan-types.js" */
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
 * Lists the questions that stand in her way, in asking order. What the city assumes is not asked: she finds it on the
 * check, and may answer it there.
 * @param {Model} model
 * @param {Answers} answers
 */
export function questionsInTurn(model, answers) {
  return askedQuestions(model, answers).filter(({ id }) => !(id in model.assume));
}

/**
 * Lists the screens in order: the questions in turn, the offer of a plan among them, and the check at the end.
 * @param {Model} model
 * @param {Answers} answers
 */
export function screens(model, answers) {
  const ids = questionsInTurn(model, answers).map(({ id }) => id);
  if (ids.length > model.plan_after) ids.splice(model.plan_after, 0, "enough");
  return [...ids, "check"];
}

/**
 * Where she is, and after how many questions she may stop: whatever she answers here, and to those that follow.
 * @param {Model} model
 * @param {Answers} answers
 * @param {string} current
 * @returns {{number: number, stop: number, certain: boolean}} `number` is 0 on a screen that is no question in turn;
 *   not `certain` where her answers may make them fewer
 */
export function lengthFrom(model, answers, current) {
  const number = questionsInTurn(model, answers).findIndex(({ id }) => id === current) + 1;
  const place = model.questions.findIndex(({ id }) => id === current);
  const earlier = new Set(model.questions.slice(0, place).map(({ id }) => id));
  const judge = judgeOf(model, Object.fromEntries(Object.entries(answers).filter(([id]) => earlier.has(id))));
  const verdicts = model.questions
    .slice(place + 1)
    .filter(({ id, page }) => !page && !(id in model.assume))
    .map(({ ask_when }) => judge(ask_when).verdict);
  const least = number + verdicts.filter((verdict) => verdict === "yes").length;
  const most = number + verdicts.filter((verdict) => verdict !== "no").length;
  const stop = Math.min(model.plan_after, most);
  return { number, stop, certain: least >= stop };
}

/**
 * The screen after `current`. Someone who came from the check goes back to it, by way of questions that
 * the changed answer brought up; so does who answered what is assumed.
 * @param {Model} model
 * @param {Answers} answers
 * @param {string} current
 * @param {boolean} fromCheck
 */
export function nextScreen(model, answers, current, fromCheck) {
  if (fromCheck) return firstUnanswered(model, answers, current);
  const all = screens(model, answers);
  const place = all.indexOf(current);
  return all[place < 0 ? all.length : place + 1] ?? "check";
}

/**
 * The first question in turn without an answer, or the check.
 * @param {Model} model
 * @param {Answers} answers
 * @param {string} [after]  look only behind this question
 */
export function firstUnanswered(model, answers, after) {
  const start = after ? model.questions.findIndex(({ id }) => id === after) + 1 : 0;
  const behind = new Set(model.questions.slice(start));
  const open = (/** @type {Question} */ question) => behind.has(question) && !isAnswered(question, answers);
  return questionsInTurn(model, answers).find(open)?.id ?? "check";
}

/**
 * The page that one of these answers leads to at once, if any.
 * @param {Question} question
 * @param {string[]} chosen
 */
export function wayOut(question, chosen) {
  return question.options.find(({ id, leads_to }) => leads_to && chosen.includes(id))?.leads_to;
}

/** An answer that no longer exists is none. @param {Question} question @param {Answers} answers */
function isAnswered(question, answers) {
  return question.options.some(({ id }) => answers[question.id]?.includes(id));
}
