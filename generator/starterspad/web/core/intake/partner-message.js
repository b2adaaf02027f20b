// The message that somebody sends instead of a pull request: a person can read it, and one command turns it into the
// file.
/** @import {Field, Form} from "./form-types.js" */
/** @import {Partner} from "./partner-file.js" */
import { askedOf, answerAt } from "./partner-file.js";

/**
 * Writes the message. What stands between brackets says which answer follows; the answers are escaped, so that none is
 * taken for one.
 * @param {Partner} tree  tidied; only what the form asks is told
 * @param {Form} form
 * @param {{intro: string, licence: string, end: string, language: string, change: string}} frame  change: the record
 *   that is changed, else empty
 * @param {(path: string) => string} label  of a field
 * @param {(field: Field, value: string) => string} words  what a chosen id means; empty where nothing was chosen
 * @returns {string}
 */
export function messageOf(tree, form, frame, label, words) {
  const lines = [frame.intro, "", frame.licence, ""];
  if (form.record) lines.push(`[record] ${form.record}`);
  lines.push(`[language] ${frame.language}`);
  if (frame.change) lines.push(`[change] ${frame.change}`);
  let last = 0;
  for (const { field, record, keys, number } of askedOf(tree, form)) {
    const [path, name] = number
      ? [`services.${number}.${keys.join(".")}`, `${number}. ${label(field.path)}`]
      : [field.path, label(field.path)];
    if (number > last && record.id) lines.push("", `[services.${number}.id] ${record.id}`);
    last = number;
    const value = answerAt(record, keys);
    if (value === undefined) continue;
    const inWords = (/** @type {string} */ answer) =>
      words(field, answer) ? `${escaped(words(field, answer))} (${answer})` : escaped(answer);
    if (Array.isArray(value)) lines.push("", `[${path}] ${name}`, ...value.map((item) => `- ${inWords(item)}`));
    else if (typeof value === "string") lines.push("", `[${path}] ${name}`, inWords(value));
    else
      for (const [language, text] of Object.entries(value))
        lines.push("", `[${path}.${language}] ${name} (${language})`, escaped(text));
  }
  return [...lines, "", "[end]", frame.end, ""].join("\n");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\[\]>]/g, "\\$&");
}
