// The rows of the check: what she answered to each question that concerns her, or what is assumed until she does.
/** @import {Model, Question} from "../../core/model-types.js" */
/** @import {Answers} from "../../core/plan-types.js" */
import { withAssumed } from "../../core/rules/evaluate.js";
import { askedQuestions } from "../../core/rules/questionnaire.js";
import { copyTemplate, formatterOf, part, textOf } from "../../base/page-parts.js";

/**
 * Makes a row for each question, with a link that changes its answer.
 * @param {HTMLElement} element  holds the template and the words
 * @param {Model} model
 * @param {Answers} answers
 * @param {(question: string) => void} change  opens the question
 */
export function answerRows(element, model, answers, change) {
  return askedQuestions(model, answers).map((question) => {
    const row = copyTemplate(element, "answer");
    part(row, "title").textContent = textOf(question.title);
    part(row, "given").textContent = answerWords(element, model, question, answers);
    const link = part(row, "change", HTMLAnchorElement);
    part(row, "change-what").textContent = textOf(question.title);
    link.href = `#${question.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      change(question.id);
    });
    return row;
  });
}

/** @param {HTMLElement} element @param {Model} model @param {Question} question @param {Answers} answers */
function answerWords(element, model, { id, options }, answers) {
  const format = formatterOf(element);
  const counts = withAssumed(model, answers)[id];
  const titles = options.flatMap((option) => (counts?.includes(option.id) ? [textOf(option.title)] : []));
  const answer = titles.join("; ");
  if (!answer) return format("questions.not_answered");
  return answers[id]?.length ? answer : format("questions.assumed", { answer });
}
