// The card of a question that steps wait for: it can be answered in place.
/** @import {Model, Question} from "../../core/model-types.js" */
import { exclusiveChoice } from "../../core/rules/exclusive-choice.js";
import { copyTemplate, firstOf, formatterOf, part, setText } from "../../base/page-parts.js";

// More answers than these stand folded: what comes later on the plan must not move out of sight.
const FEW_ANSWERS = 4;

/**
 * Makes the card of a question; one that is answered elsewhere holds a link to that page instead of a form.
 * @param {HTMLElement} element  the element whose page holds the templates and words
 * @param {Model} model
 * @param {string} id  the question
 * @param {(options: string[]) => void} answered
 * @returns {HTMLElement}
 */
export function waitingCard(element, model, id, answered) {
  const question = /** @type {Question} */ (model.questions.find((candidate) => candidate.id === id));
  const card = copyTemplate(element, "card");
  card.dataset.waitsFor = id;
  setText(part(card, "question"), question.title);
  const form = firstOf(card, "form");
  part(card, "found").hidden = !question.page;
  if (question.page) {
    form.hidden = true;
    const link = part(card, "found-link", HTMLAnchorElement);
    link.href = `${element.dataset.root}${question.page}`;
    setText(link, question.title);
    return card;
  }
  part(card, "options").append(...question.options.map((option) => optionOf(element, question, option)));
  const { length: count } = question.options;
  part(card, "answers", HTMLDetailsElement).open = count <= FEW_ANSWERS;
  part(card, "answers-words").hidden = count <= FEW_ANSWERS;
  part(card, "answers-words").textContent = formatterOf(element)("plan.choose_from", { count });
  const inputs = [...form.querySelectorAll("input")];
  const chosen = () => inputs.filter((input) => input.checked).map(({ value }) => value);
  form.addEventListener("change", ({ target }) => {
    if (!question.several || !(target instanceof HTMLInputElement) || !target.checked) return;
    const kept = exclusiveChoice(question, chosen(), target.value);
    for (const input of inputs) input.checked = kept.includes(input.value);
  });
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    part(card, "error").hidden = chosen().length > 0;
    if (chosen().length) answered(chosen());
    else inputs[0].focus();
  });
  return card;
}

/** @param {HTMLElement} element @param {Question} question @param {Question["options"][0]} option */
function optionOf(element, question, option) {
  const label = copyTemplate(element, "option");
  const input = firstOf(label, "input");
  Object.assign(input, { type: question.several ? "checkbox" : "radio", name: question.id, value: option.id });
  setText(part(label, "title"), option.title);
  return label;
}
