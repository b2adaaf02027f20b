// What leaves this device, and what comes in: only what she chose goes out, and nothing comes in unseen.
/** @import {Journal, Stamp} from "./journal.js" */
/** @import {Model} from "../model-types.js" */
/** @import {Opened} from "./opening.js" */
import { JOURNAL_LIMITS, PLAN_KIND } from "../constants.js";
import { valueAt } from "./journal.js";
import { open } from "./opening.js";
import { compareStamps } from "./stamps.js";
import { adviceOf, answersOf, appointmentsOf, doneOf } from "./journal-queries.js";

/** @typedef {{progress: boolean, notes: boolean, sensitive: boolean}} Shared  besides the plain answers */

// How many characters a file may have: as many as both copies of a device, and the spaces of a file, at most.
export const LARGEST = 3 * JOURNAL_LIMITS.size;
/** @type {Stamp} */
const NEVER = [0, 0, ""];
// What stands on a journal of this version; a later one may know more.
const KINDS = new Set(["advice", "answers", "appointments", "gates", "mirror", "plan", "pop", "sheets", "tasks"]);
const NOTES = /^(tasks\/[^/]+\/(notes|why|title)$|advice\/)/;

/**
 * Writes all of a journal as the text of a file: JSON, with the kind of the file first.
 * @param {Journal} journal
 * @returns {string}
 */
export function asFile(journal) {
  return `${JSON.stringify({ kind: PLAN_KIND, ...journal }, null, 1)}\n`;
}

/**
 * Names the file of a plan after her, where she said who she is: a coach has a folder full of them.
 * @param {Journal} journal
 * @param {string} day  such as 2026-01-31
 */
export function fileNameOf(journal, day) {
  const plain = nameIn(journal).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return `${["plan", ...name, day].join("-")}.json`;
}

/** Returns the name that she wrote on her plan; empty when she did not. @param {Journal} journal */
export function nameIn(journal) {
  const name = valueAt(journal, "plan/name");
  return typeof name === "string" ? name.trim() : "";
}

/**
 * Reads a file or what a link carried; null when it holds no plan.
 * @param {string} text
 * @param {number} now
 * @returns {Opened | null}
 */
export function fromFile(text, now) {
  if (text.length > LARGEST) return null;
  try {
    const content = JSON.parse(text);
    return content?.kind === PLAN_KIND ? open(content, now) : null;
  } catch {
    return null;
  }
}

/**
 * Takes out of a journal what she shares.
 * @param {Journal} journal
 * @param {Model} model  says which questions are sensitive
 * @param {Shared} shared
 * @returns {Journal}
 */
export function partOf({ journal_schema, fields }, model, { progress, notes, sensitive }) {
  const kept = new Set(model.questions.flatMap((question) => (question.sensitive && !sensitive ? [] : [question.id])));
  const goes = (/** @type {string} */ path) => {
    const [kind, id] = path.split("/");
    if (kind === "answers") return kept.has(id);
    if (NOTES.test(path)) return notes;
    if (path.endsWith("/seen")) return false;
    return progress && (kind === "tasks" || kind === "appointments");
  };
  const shared = Object.entries(fields).filter(([path, { value }]) => value !== null && goes(path));
  return { journal_schema, fields: Object.fromEntries(shared) };
}

/**
 * Says how much happened since she last kept a copy, or put off doing so.
 * @param {Journal} journal
 * @returns {{copied: number | null, count: number}} copied: milliseconds; null when she never did either
 */
export function unsavedOf(journal) {
  const paths = ["plan/saved", "plan/later"].filter((path) => typeof valueAt(journal, path) === "number");
  const copied = paths.length ? Math.max(...paths.map((path) => Number(valueAt(journal, path)))) : null;
  // By stamps: a clock that ran ahead does not leave anything unsaved for ever.
  const last =
    paths
      .map((path) => journal.fields[path].at)
      .sort(compareStamps)
      .at(-1) ?? NEVER;
  const work = Object.entries(journal.fields).filter(([path]) => !path.startsWith("plan/") && !path.endsWith("/seen"));
  return { copied, count: work.filter(([, { at }]) => compareStamps(at, last) > 0).length };
}

/**
 * Says in figures what a journal holds, and when it was last written; other: of what this version does not know.
 * @param {Journal} journal
 */
export function summaryOf(journal) {
  // What a coach wrote is one note, of however many fields.
  const notes = Object.keys(journal.fields).filter(
    (path) => NOTES.test(path) && !path.startsWith("advice/") && valueAt(journal, path),
  );
  return {
    answers: Object.keys(answersOf(journal)).length,
    done: doneOf(journal).size,
    appointments: appointmentsOf(journal).length,
    notes: notes.length + adviceOf(journal).length,
    other: Object.keys(journal.fields).filter((path) => !KINDS.has(path.split("/")[0])).length,
    latest: Math.max(0, ...Object.values(journal.fields).map(({ at }) => at[0])),
  };
}
