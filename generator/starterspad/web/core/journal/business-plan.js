// What she wrote in her business plan: round after round, under the section and the question.
/** @import {Journal} from "./journal.js" */
/** @import {Round} from "./worksheets.js" */
import { valueAt } from "./journal.js";
import { roundsUnder } from "./worksheets.js";

/**
 * Lists the rounds of her plan in which something is written; their texts stand under section/question.
 * @param {Journal} journal
 * @returns {Round[]} the first one first
 */
export function planRounds(journal) {
  return roundsUnder(journal, "book/");
}

/**
 * Returns what her plan says now: that of its last round.
 * @param {Journal} journal
 * @returns {Record<string, string>} section/question -> her words
 */
export function planAnswers(journal) {
  return planRounds(journal).at(-1)?.texts ?? {};
}

/** Returns what she noted beside a section. @param {Journal} journal @param {string} section */
export function planNotes(journal, section) {
  const note = valueAt(journal, `book/notes/${section}`);
  return typeof note === "string" ? note : "";
}

/**
 * Puts what was written elsewhere behind an answer, once, and says where it comes from.
 * @param {string} answer
 * @param {string} words
 * @param {string} source
 */
export function takenOver(answer, words, source) {
  const line = `${words.trim()} (${source})`;
  return answer.trim() ? `${answer.trimEnd()}\n${line}` : line;
}
