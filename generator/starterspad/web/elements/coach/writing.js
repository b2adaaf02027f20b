// What the coach writes into a plan, as advice that its starter takes over or not.
/** @import {Desk, Opened} from "./open-plan.js" */
import { LONGEST_ADVICE } from "../../core/constants.js";
import { write } from "../../core/journal/journal.js";
import { newName } from "../../store/page-edits.js";
import { part, today, tooLong } from "../../base/page-parts.js";

// Who writes, as stamps tell writers apart: another for each page, so that it says nothing of the coach.
const BY = newName();
const STEP = "step/";

/**
 * Writes with a step what was typed there; it is no draft any more.
 * @param {Desk} desk
 * @param {Opened} opened
 * @param {string} step
 * @param {string} text
 */
export function comment(desk, opened, step, text) {
  advise(desk, opened, { task: step, text: text.trim() });
  desk.drafts.keep(opened.key, STEP + step, "");
}

/**
 * Suggests the step that was chosen, with why; neither is a draft any more.
 * @param {Desk} desk
 * @param {Opened} opened
 * @returns {boolean} false when no step was chosen
 */
export function suggest(desk, opened) {
  const { drafts } = desk;
  const [suggests, text] = [drafts.at(opened.key, "which"), drafts.at(opened.key, "why").trim()];
  if (!suggests || text.length > LONGEST_ADVICE) return false;
  advise(desk, opened, text ? { suggests, text } : { suggests });
  for (const field of ["which", "why"]) drafts.keep(opened.key, field, "");
  return true;
}

/**
 * Adds what was typed and not added: it must not stay behind when the file goes. What is too long stays a draft.
 * @param {Desk} desk
 * @param {Opened} opened
 * @returns {number} how many things that were
 */
export function addDrafts(desk, opened) {
  const comments = Object.entries(desk.drafts.of(opened.key)).filter(
    ([field, text]) => field.startsWith(STEP) && text.trim().length <= LONGEST_ADVICE,
  );
  for (const [field, text] of comments) comment(desk, opened, field.slice(STEP.length), text);
  return comments.length + Number(suggest(desk, opened));
}

/** @param {Desk} desk @param {Opened} opened @param {Record<string, string>} advice */
function advise({ element }, opened, advice) {
  const at = `advice/${newName()}`;
  const you = part(element, "you", HTMLInputElement);
  const by = tooLong(you) ? "" : you.value.trim();
  for (const [name, value] of Object.entries({ ...advice, day: today(), ...(by ? { by } : {}) })) {
    write(opened.journal, `${at}/${name}`, value, { now: Date.now(), by: BY });
  }
  opened.changed = true;
}
