// What the coach writes into a plan, as advice that its starter takes over or not.
/** @import {Desk, Opened} from "./open-plan.js" */
import { LONGEST_ADVICE } from "../../core/constants.js";
import { write } from "../../core/journal/journal.js";
import { newName } from "../../store/page-edits.js";
import { part, today, tooLong } from "../../base/page-parts.js";
import { sectionTitle } from "./business-plan.js";

// Who writes, as stamps tell writers apart: another for each page, so that it says nothing of the coach.
const BY = newName();
// What is commented on: a step of the plan, or a section of the business plan.
const [STEP, SECTION] = ["step/", "section/"];

/**
 * Writes with a step or a section what was typed there; it is no draft any more.
 * @param {Desk} desk
 * @param {Opened} opened
 * @param {string} field  such as step/kbo or section/market
 * @param {string} text
 */
export function comment(desk, opened, field, text) {
  const id = field.slice(field.indexOf("/") + 1);
  /** @type {Record<string, string>} */
  const about = field.startsWith(STEP) ? { task: id } : { section: id, about: sectionTitle(desk.element, id) };
  advise(desk, opened, { ...about, text: text.trim() });
  desk.drafts.keep(opened.key, field, "");
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
    ([field, text]) => [STEP, SECTION].some((kind) => field.startsWith(kind)) && text.trim().length <= LONGEST_ADVICE,
  );
  for (const [field, text] of comments) comment(desk, opened, field, text);
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
