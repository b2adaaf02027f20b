// The copy of the journal in localStorage: kept at once, before any transaction of the database ends.
/** @import {Journal} from "../core/journal/journal.js" */
import { NAME } from "./journal-presence.js";

/**
 * Reads the copy as it stands there, not yet judged.
 * @returns {unknown} null when there is none; the text itself when it is no JSON
 */
export function readLocalCopy() {
  let text = null;
  try {
    text = localStorage.getItem(NAME);
    return JSON.parse(text ?? "null");
  } catch {
    return text;
  }
}

/** Writes the copy; storage may be blocked, or full. @param {Journal} journal @returns {boolean} whether it is kept */
export function writeLocalCopy(journal) {
  try {
    localStorage.setItem(NAME, JSON.stringify(journal));
    return true;
  } catch {
    return false;
  }
}

/** Takes the copy away; where storage is blocked there is none. */
export function forgetLocalCopy() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Storage is blocked: there is no copy.
  }
}
