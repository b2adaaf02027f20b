// Rows on the desk: a line of words, what a coach wrote before, and where the coach writes now.
/** @import {Advice} from "../../core/journal/journal-queries.js" */
/** @import {Desk, Opened} from "./open-plan.js" */
import { titleOf } from "../../base/names-and-moments.js";
import { whoWrote } from "../../base/advice-words.js";
import { firstOf, part, textOf, tooLong } from "../../base/page-parts.js";
import { sayTooLong } from "../../base/field-limits.js";

/** @param {string} words */
export function line(words) {
  const item = document.createElement("li");
  item.textContent = words;
  return item;
}

/**
 * Lets the coach write into a row, and keeps what was typed there.
 * @param {Desk} desk
 * @param {Opened} opened
 * @param {HTMLElement} row
 * @param {string} field  of its draft
 */
export function writeInto(desk, opened, row, field) {
  const { element, drafts } = desk;
  const { key, name } = opened;
  row.dataset.field = field;
  const comment = part(row, "comment", HTMLTextAreaElement);
  part(row, "to").textContent = element.format("coach.to", { name });
  comment.value = drafts.at(key, field);
  const tell = () =>
    (part(row, "kept").textContent = comment.value.trim() && !tooLong(comment) ? element.format("coach.kept") : "");
  firstOf(row, "details").open = Boolean(comment.value);
  tell();
  if (comment.value) sayTooLong(comment);
  comment.addEventListener("input", () => {
    drafts.keep(key, field, comment.value);
    tell();
    desk.typed();
  });
  firstOf(row, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = comment.value.trim();
    if (text && !tooLong(comment)) desk.comment(opened, field, text);
  });
}

/** @param {Desk} desk @param {Opened} opened @param {Advice} advice */
export function adviceLine({ element: { model, format } }, { journal }, { by, day, text, suggests, answer }) {
  const step = suggests && textOf(titleOf(model, journal, suggests));
  const who = whoWrote(format, { by, day });
  const state = `(${format(`coach.${answer || "pending"}`)})`;
  return line([who, suggests && format("advice.suggests", { step }), text, state].filter(Boolean).join(" "));
}
