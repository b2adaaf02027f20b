// Opens a journal that was kept or passed on: migrated to today's schema, field by field judged.
/** @import {Field, Journal} from "./journal.js" */
import { JOURNAL_SCHEMA } from "../constants.js";
import { isField, isPath, isRecord } from "./fields.js";
import { soundStamp } from "./stamps.js";

/**
 * @typedef {{journal_schema: number, [key: string]: unknown}} Stored  a journal of any version, before its fields are
 *   judged
 * @typedef {{journal: Journal, newer: boolean}} Opened  newer: written by a later version, to be read only
 */

/**
 * Opens what this device keeps, however much it is. Its stamps stay: brought back at each look they would become later
 * than what was written in between.
 * @param {unknown} content
 * @returns {Opened | null} null when it has not the shape of a journal
 */
export function openKept(content) {
  if (!isStored(content)) return null;
  const kept = content.journal_schema === 1 ? fromFirst(content) : content.fields;
  if (!isRecord(kept)) return null;
  /** @type {Record<string, Field>} */
  const fields = {};
  for (const [path, field] of Object.entries(kept)) {
    if (isPath(path) && isField(field)) fields[path] = { value: field.value, at: soundStamp(field.at) };
  }
  // The third schema brought paths for the self-assessment, the gates and the worksheets: what was there stays as it
  // is. A page of before reads such a journal, and does not change it.
  const journal_schema = Math.max(content.journal_schema, JOURNAL_SCHEMA);
  return { journal: { journal_schema, fields }, newer: content.journal_schema > JOURNAL_SCHEMA };
}

/**
 * Makes fields of what stood in a journal of schema 1: answers, ticks and added tasks.
 * @param {Stored} content
 * @returns {Record<string, unknown> | null}
 */
function fromFirst(content) {
  if (!isRecord(content.answers) || !isRecord(content.ticks)) return null;
  /** @type {Record<string, unknown>} */
  const fields = {};
  /** @param {unknown} kept @param {(id: string) => string} path @param {(value: unknown) => unknown} value */
  const take = (kept, path, value) => {
    for (const [id, field] of Object.entries(isRecord(kept) ? kept : {})) {
      if (isRecord(field)) fields[path(id)] = { value: value(field.value), at: [field.at, 0, ""] };
    }
  };
  take(
    content.answers,
    (id) => `answers/${id}`,
    (value) => value,
  );
  take(
    content.ticks,
    (id) => `tasks/${id}/state`,
    (value) => (value === true ? "done" : null),
  );
  take(
    content.added,
    (id) => `tasks/${id}/added`,
    (value) => value === true || null,
  );
  return fields;
}

/** @param {unknown} content @returns {content is Stored} */
function isStored(content) {
  return isRecord(content) && Number.isSafeInteger(content.journal_schema) && Number(content.journal_schema) >= 1;
}
