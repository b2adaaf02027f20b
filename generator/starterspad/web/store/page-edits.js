// What this page wrote and no copy of the journal is known to keep.
/** @import {Field, Journal, SetField} from "../core/journal/journal.js" */
import { emptyJournal, fits, sizeOf, write } from "../core/journal/journal.js";
import { compareStamps, latestStamp } from "../core/journal/stamps.js";

/** @typedef {(set: SetField, journal: Journal) => void} Change  of the journal, as an edit makes it */

// Who writes: another name for each page that is opened, so that it tells nothing about the device.
const BY = newName();
// Stamps of a page that could not see what the database holds are later than all that may stand there; once both copies
// are one they are brought back.
const UNSEEN_MS = 100 * 365 * 24 * 3600 * 1000;

/** A name that no other has: 14 letters and digits at most. */
export function newName() {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");
}

/** Thrown for a change after which the journal would hold more than can be kept and opened again. */
export class TooMuch extends Error {}

export class PageEdits {
  /** @type {Journal} those of which no copy is known to be kept */
  pending = emptyJournal();
  /** @type {Record<string, Field>} what the last edit wrote */
  made = {};

  /**
   * Makes an edit in a copy of a journal, and remembers it until it is kept; throws `TooMuch`.
   * @param {Journal} before
   * @param {Change} change
   * @param {boolean} seen  whether this page knows what the database holds
   * @returns {Journal}
   */
  make(before, change, seen) {
    const journal = { ...before, fields: { ...before.fields } };
    const now = Date.now() + (seen ? 0 : UNSEEN_MS);
    /** @type {Record<string, Field>} */
    const fields = {};
    change((path, value) => {
      write(journal, path, value, { now, by: BY });
      fields[path] = journal.fields[path];
    }, journal);
    notTooMuch(journal, before);
    this.made = fields;
    this.pending = { ...this.pending, fields: { ...this.pending.fields, ...fields } };
    return journal;
  }

  /**
   * Makes an edit once more where what the copies hold is later: by a clock that ran ahead, in another tab.
   * @param {Journal} journal
   * @param {Record<string, Field>} made  what the edit wrote
   * @param {boolean} seen
   */
  insist(journal, made, seen) {
    const mine = Object.entries(made).filter(([path, field]) => this.pending.fields[path] === field);
    const others = Object.entries(journal.fields).flatMap(([path, field]) =>
      String(field.at) === String(made[path]?.at) ? [] : [field],
    );
    const last = latestStamp(others);
    if (mine.every(([, { at }]) => compareStamps(at, last) > 0)) return journal;
    /** @type {Change} */
    const again = (set) => {
      for (const [path, { value }] of mine) set(path, value);
    };
    return this.make(journal, again, seen);
  }

  /** Leaves out what is kept: not what was written meanwhile. @param {Journal} kept @returns {Journal} */
  without(kept) {
    const open = Object.entries(this.pending.fields).filter(([path, field]) => kept.fields[path] !== field);
    return { ...this.pending, fields: Object.fromEntries(open) };
  }
}

/**
 * Returns a journal that keeps the limits, or that is no larger than it was; throws `TooMuch`.
 * @param {Journal} journal
 * @param {Journal} before
 */
export function notTooMuch(journal, before) {
  if (!fits(journal) && sizeOf(journal) > sizeOf(before)) throw new TooMuch();
  return journal;
}
