// The copy of the journal in localStorage: kept at once, before any transaction of the database ends.
/** @import {Journal} from "../core/journal/journal.js" */
import { NAME } from "./journal-presence.js";

// What stood in the place of the copy and is no journal, as it was found.
const DAMAGED = `${NAME}:damaged`;

/**
 * Reads what stands under a name, not yet judged.
 * @param {string} name
 * @returns {unknown} null when there is none; the text itself when it is no JSON
 */
function read(name) {
  let text = null;
  try {
    text = localStorage.getItem(name);
    return JSON.parse(text ?? "null");
  } catch {
    return text;
  }
}

/** Reads the copy. @returns {unknown} null when there is none */
export function readLocalCopy() {
  return read(NAME);
}

/** Lists the damaged copies that were put aside. @returns {unknown[]} */
export function damagedCopies() {
  const damaged = read(DAMAGED);
  return Array.isArray(damaged) ? damaged : [damaged].filter((copy) => copy !== null);
}

/**
 * Writes the copy; storage may be blocked, or full.
 * @param {Journal} journal
 * @param {unknown} [damaged]  what stands there and is no journal: it is put aside first
 * @returns {boolean} whether it is kept
 */
export function writeLocalCopy(journal, damaged) {
  try {
    if (damaged !== undefined) localStorage.setItem(DAMAGED, JSON.stringify([...damagedCopies(), damaged]));
    localStorage.setItem(NAME, JSON.stringify(journal));
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes the copy away; where storage is blocked there is none.
 * @param {boolean} [all]  also those that were damaged
 */
export function forgetLocalCopy(all) {
  try {
    localStorage.removeItem(NAME);
    if (all) localStorage.removeItem(DAMAGED);
  } catch {
    // Storage is blocked: there is no copy.
  }
}
