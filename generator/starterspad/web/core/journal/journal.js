// The starter's own document as data: stamped fields, and how they are written, merged, migrated and cleaned.
// Everything in it is a field under a path such as "answers/stage" or "tasks/kbo/state"; what a later version
// of the portal writes under paths that this one does not know is kept and merged like the rest.
import { JOURNAL_LIMITS, JOURNAL_SCHEMA } from "../constants.js";

/**
 * @typedef {[number, number, string]} Stamp  milliseconds, a count within them, and who wrote
 * @typedef {string | number | boolean | null | string[]} Value  null: taken back
 * @typedef {{value: Value, at: Stamp}} Field
 * @typedef {{journal_schema: number, fields: Record<string, Field>}} Journal
 * @typedef {(path: string, value: Value) => void} SetField  writes a field in an edit
 * @typedef {{journal_schema: number, [key: string]: unknown}} Stored  a journal of any version, before its fields are
 *   judged
 * @typedef {{journal: Journal, newer: boolean}} Opened  newer: written by a later version, to be read only
 */

const PATH = /^[a-z][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*){1,5}$/;
// A clock may run ahead, but not by more than this: a stamp from the far future would win for ever.
const AHEAD_MS = 2 * 24 * 3600 * 1000;

/** Makes a journal in which nothing is written yet. @returns {Journal} */
export function emptyJournal() {
  return { journal_schema: JOURNAL_SCHEMA, fields: {} };
}

/**
 * Returns what stands under a path.
 * @param {Journal} journal
 * @param {string} path
 * @returns {Value} null when there is none
 */
export function valueAt({ fields }, path) {
  return Object.hasOwn(fields, path) ? fields[path].value : null;
}

/**
 * Lists what stands under a prefix, as [rest of the path, value], without what was taken back.
 * @param {Journal} journal
 * @param {string} prefix  with / at its end
 * @returns {[string, Value][]}
 */
export function under({ fields }, prefix) {
  return Object.keys(fields)
    .filter((path) => path.startsWith(prefix) && fields[path].value !== null)
    .sort()
    .map((path) => [path.slice(prefix.length), fields[path].value]);
}

/**
 * Writes a field; throws when the path or the value may not be one. Its stamp is later than every other in the journal,
 * also when
 * the clock was set backwards.
 * @param {Journal} journal
 * @param {string} path
 * @param {Value} value
 * @param {{now: number, by: string}} pen  the time in milliseconds, and a name that no other writer has
 */
export function write(journal, path, value, { now, by }) {
  if (!isPath(path) || !isValue(value)) throw new Error(`not a field: ${path}`);
  const last = Object.values(journal.fields).reduce(
    (latest, { at }) => (compareStamps(at, latest) > 0 ? at : latest),
    /** @type {Stamp} */ ([0, 0, ""]),
  );
  const at = /** @type {Stamp} */ (now > last[0] ? [now, 0, by] : [last[0], last[1] + 1, by]);
  journal.fields[path] = { value, at };
}

/**
 * Merges two journals field by field: the later stamp wins. Commutative, associative and idempotent, because
 * fields are totally ordered: by stamp, and between equal stamps by value.
 * @param {Journal} left
 * @param {Journal} right
 * @returns {Journal}
 */
export function merge(left, right) {
  const fields = { ...left.fields };
  for (const [path, field] of Object.entries(right.fields)) {
    if (!Object.hasOwn(fields, path) || compareFields(field, fields[path]) > 0) fields[path] = field;
  }
  return { journal_schema: Math.max(left.journal_schema, right.journal_schema), fields };
}

/**
 * Opens what was found on a device, in a file or behind a link; what has not the shape of a journal gives null.
 * Only fields that can be fields are taken, and a stamp from the far future is brought back to now.
 * @param {unknown} content
 * @param {number} now  milliseconds
 * @returns {Opened | null}
 */
export function open(content, now) {
  if (!isStored(content)) return null;
  const second = content.journal_schema === 1 ? fromFirst(content) : content;
  const migrated = second?.journal_schema === 2 ? fromSecond(second) : second;
  if (!migrated || !isRecord(migrated.fields)) return null;
  const entries = Object.entries(migrated.fields).flatMap(([path, field]) =>
    isPath(path) && isField(field) ? [{ path, field }] : [],
  );
  if (entries.length > JOURNAL_LIMITS.fields) return null;
  const latest = now + AHEAD_MS;
  /** @type {Record<string, Field>} */
  const fields = {};
  for (const { path, field } of entries) {
    const { value, at } = field;
    fields[path] = { value, at: at[0] > latest ? [now, 0, at[2]] : at };
  }
  const newer = migrated.journal_schema > JOURNAL_SCHEMA;
  return { journal: { journal_schema: migrated.journal_schema, fields }, newer };
}

/**
 * Brings a journal of schema 1 to schema 2: answers, ticks and added tasks become fields.
 * @param {Stored} content
 * @returns {Stored | null}
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
    (value) => (value === true ? true : null),
  );
  return { journal_schema: 2, fields };
}

/**
 * Brings a journal of schema 2 to schema 3, in which the self-assessment, the gates and the worksheets have their
 * paths: what
 * was there stays as it is. A page of before reads such a journal, and does not change it.
 * @param {Stored} content
 * @returns {Stored}
 */
function fromSecond({ fields }) {
  return { journal_schema: JOURNAL_SCHEMA, fields };
}

/** @param {Stamp} left @param {Stamp} right */
function compareStamps(left, right) {
  return left[0] - right[0] || left[1] - right[1] || (left[2] < right[2] ? -1 : Number(left[2] > right[2]));
}

/** @param {Field} left @param {Field} right */
function compareFields(left, right) {
  const [first, second] = [JSON.stringify(left.value), JSON.stringify(right.value)];
  return compareStamps(left.at, right.at) || (first < second ? -1 : Number(first > second));
}

/** @param {unknown} content @returns {content is Stored} */
function isStored(content) {
  if (!isRecord(content)) return false;
  const { journal_schema } = content;
  return typeof journal_schema === "number" && Number.isSafeInteger(journal_schema) && journal_schema >= 1;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} path */
function isPath(path) {
  return typeof path === "string" && path.length <= JOURNAL_LIMITS.path && PATH.test(path);
}

/** @param {unknown} value @returns {value is Value} */
function isValue(value) {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length <= JOURNAL_LIMITS.text;
  return (
    Array.isArray(value) &&
    value.length <= JOURNAL_LIMITS.list &&
    value.every((item) => typeof item === "string" && item.length <= JOURNAL_LIMITS.path)
  );
}

/** @param {unknown} field @returns {field is Field} */
function isField(field) {
  if (!isRecord(field) || !isValue(field.value) || !Array.isArray(field.at) || field.at.length !== 3) return false;
  const [at, count, by] = field.at;
  const whole = [at, count].every((number) => Number.isSafeInteger(number) && number >= 0);
  return whole && typeof by === "string" && by.length <= JOURNAL_LIMITS.writer;
}
