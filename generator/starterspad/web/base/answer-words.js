// Answers in words, as a page says them of whoever gave them.
/** @import {Model} from "../core/model-types.js" */
/** @import {Reason} from "../core/plan-types.js" */
/** @import {Format} from "./page-parts.js" */
import { textOf } from "./page-parts.js";

/**
 * Says answers in sentences, each with the name of its question, in asking order.
 * @param {Format} format
 * @param {Model} model
 * @param {{[question: string]: string[]}} answers
 * @param {string} [between]  what stands between answers
 */
export function answerSentences(format, model, answers, between = "; ") {
  return model.questions.flatMap(({ id, because }) => {
    const answer = titlesOf(model, id, answers[id] ?? []).join(between);
    return answer ? [format("sheet.answer", { question: textOf(because), answer })] : [];
  });
}

/**
 * Says the answers that made a condition hold, without their questions.
 * @param {Model} model
 * @param {Reason[]} reasons
 * @param {(answer: string) => string} [marked]  says that an answer is not hers, but assumed
 */
export function reasonWords(model, reasons, marked = (answer) => answer) {
  const words = reasons.flatMap(({ question, options, assumed }) =>
    titlesOf(model, question, options).map((title) => (assumed ? marked(title) : title)),
  );
  return words.join("; ");
}

/**
 * Says on which answers it depends whether something is for her; nothing where none is missing.
 * @param {Format} format
 * @param {Model} model
 * @param {string[]} missing  ids of questions
 */
export function perhapsWords(format, model, missing) {
  const questions = model.questions.flatMap(({ id, because }) => (missing.includes(id) ? [textOf(because)] : []));
  return questions.length ? format("plan.perhaps", { questions: questions.join("; ") }) : "";
}

/** @param {Model} model @param {string} id  of the question @param {string[]} options */
function titlesOf(model, id, options) {
  const question = model.questions.find((candidate) => candidate.id === id);
  return question
    ? question.options.filter((option) => options.includes(option.id)).map(({ title }) => textOf(title))
    : [];
}
