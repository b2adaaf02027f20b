// What is ticked of a question with several answers.
/** @import {Question} from "../model-types.js" */

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
