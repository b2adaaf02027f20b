// What leaves the form about a record: a letter with what is another now, and the file with it.
/** @import {Form, RecordAt, RecordFile, RecordForm as Asked} from "../../core/intake/form-types.js" */
/** @import {Partner, Tree} from "../../core/intake/partner-file.js" */
/** @import {Proposal} from "../../base/ways-to-send.js" */
/** @import {Chosen} from "./record-form.js" */
import { changedRecord } from "../../core/intake/changed-record.js";
import { recordId, writePartner } from "../../core/intake/partner-file.js";
import { messageOf } from "../../core/intake/partner-message.js";
import { withNewRecord, withRecord } from "../../core/intake/record-lines.js";
import { chosenWords } from "../../base/form-fields.js";
import { formatterOf, today } from "../../base/page-parts.js";

/**
 * Leaves out what stands there already, but for some paths.
 * @param {Tree} answers  tidied
 * @param {Tree} base
 * @param {string[]} needed
 * @returns {Partner}
 */
export function changesOf(answers, base, needed) {
  const changed = Object.entries(answers).flatMap(([key, value]) => {
    const before = base[key];
    if (needed.includes(key) || before === undefined) return [[key, value]];
    if (typeof value !== "object" || Array.isArray(value))
      return JSON.stringify(value) === JSON.stringify(before) ? [] : [[key, value]];
    const inner = changesOf(/** @type {Tree} */ (value), /** @type {Tree} */ (before), []);
    return Object.keys(inner).length ? [[key, inner]] : [];
  });
  return Object.fromEntries(changed);
}

/**
 * Makes the proposal of what somebody said about a record.
 * @param {HTMLElement} element @param {Asked} asked
 * @param {Partner} answers
 * @param {Chosen} chosen
 * @returns {Proposal}
 */
export function proposalOf(element, asked, answers, { id, path, file }) {
  const { form } = asked;
  const format = formatterOf(element);
  const frame = {
    intro: format("propose.letter", { site: element.dataset.site ?? "" }),
    licence: `${format("join.licence")} ${element.dataset.licence}`,
    end: format("join.letter_end"),
    language: element.dataset.language ?? "",
    change: id,
  };
  const label = (/** @type {string} */ path) => format(`field.${form.record}_${path.replaceAll(".", "_")}`);
  const message = messageOf(answers, form, frame, label, ({ path, kind }, value) =>
    // A day stands as programs write it: its words would be read as part of it.
    kind === "dates" ? "" : chosenWords(element, path, value),
  );
  const at = file?.records[id];
  const whole = at && file ? { path, text: changedText(file, at, answers, form) } : begun(path, file, answers, asked);
  return {
    subject: format(`propose_subject.${form.record}`),
    message,
    file: { ...whole, there: file !== null },
    // A whole file would undo what changes in it meanwhile; the letter names what changes.
    kept: { name: `${[form.record, id].filter(Boolean).join("-")}.txt`, type: "text/plain", text: message },
  };
}

/** @param {RecordFile} file @param {RecordAt} at @param {Tree} answers @param {Form} form */
function changedText(file, at, answers, form) {
  const tree = /** @type {Tree} */ (at.tree);
  return withRecord(file.text, at.lines, tree, changedRecord(form.record, tree, answers, today()), form);
}

/**
 * A new record, in a file of its own or behind the others.
 * @param {string} path @param {RecordFile | null} file @param {Tree} answers @param {Asked} asked
 */
function begun(path, file, answers, { form, says, records }) {
  const words = Object.values(answers[says] ?? {})[0] ?? "";
  const record = changedRecord(form.record, {}, answers, today());
  const taken = records.length ? records.map(({ id }) => id) : Object.keys(file?.records ?? {});
  const id = recordId(words, taken, form);
  if (path.includes("*")) return { path: path.replace("*", id), text: writePartner(record, form) };
  return { path, text: withNewRecord(file?.text ?? form.modeline, { id, ...record }, form) };
}
