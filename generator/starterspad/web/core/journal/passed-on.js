// What a link takes from this device, and what comes in by a file or a link: only what she chose goes out, and nothing
// comes in unseen.
/** @import {Journal} from "./journal.js" */
/** @import {Model} from "../model-types.js" */
/** @import {Opened} from "./opening.js" */
import { JOURNAL_LIMITS, PLAN_KIND } from "../constants.js";
import { fits, valueAt } from "./journal.js";
import { adviceOf, answersOf, appointmentsOf, doneOf } from "./journal-queries.js";
import { openKept } from "./opening.js";
import { broughtBack } from "./stamps.js";

/** @typedef {{progress: boolean, notes: boolean, sensitive: boolean}} Shared  besides the plain answers */

// How many characters a file may have: as many as both copies of a device, and the spaces of a file, at most.
export const LARGEST = 3 * JOURNAL_LIMITS.size;
// What she writes or says of herself; the rest is what she did.
const WRITTEN = /^(book|loans|mirror|money|pop|sheets)\/|^gates\/[^/]+\/(first|why|coach)$/;
const PROGRESS = new Set(["appointments", "gates", "tasks"]);
// What stands besides on a journal of this version; a later one may know more.
const KNOWN = /^(advice|answers|plan)\//;
const NOTES = /^(tasks\/[^/]+\/(notes|why|title)$|advice\/)/;
// A device keeps two copies: what both hold together can be saved, and opened again.
const COPIES = 2;

/**
 * Opens what came in a file or behind a link; what has not the shape of a journal, or holds more than one may, gives
 * null. Only fields that can be fields are taken, and a stamp from the far future is brought back to now.
 * @param {unknown} content
 * @param {number} now  milliseconds
 * @returns {Opened | null}
 */
export function open(content, now) {
  const opened = openKept(content);
  if (!opened || !fits(opened.journal, COPIES)) return null;
  const { journal_schema, fields } = opened.journal;
  return { ...opened, journal: { journal_schema, fields: broughtBack(fields, now) } };
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
    if (NOTES.test(path) || WRITTEN.test(path)) return notes;
    if (path.endsWith("/seen")) return false;
    return progress && (PROGRESS.has(kind) || path === "plan/target" || path === "plan/needs");
  };
  const shared = Object.entries(fields).filter(([path, { value }]) => value !== null && goes(path));
  return { journal_schema, fields: Object.fromEntries(shared) };
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
    other: Object.keys(journal.fields).filter(
      (path) => !PROGRESS.has(path.split("/")[0]) && !WRITTEN.test(path) && !KNOWN.test(path),
    ).length,
    latest: Math.max(0, ...Object.values(journal.fields).map(({ at }) => at[0])),
  };
}
