// The journal as a file of hers: its text, its name, and whether she has one of late.
/** @import {Journal, Stamp} from "./journal.js" */
import { PLAN_KIND } from "../constants.js";
import { valueAt } from "./journal.js";
import { compareStamps } from "./stamps.js";

/** @type {Stamp} */
const NEVER = [0, 0, ""];

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
  return `${["plan", ...(plain.match(/[\p{L}\p{N}]+/gu) ?? []), day].join("-")}.json`;
}

/** Returns the name that she wrote on her plan; empty when she did not. @param {Journal} journal */
export function nameIn(journal) {
  const name = valueAt(journal, "plan/name");
  return typeof name === "string" ? name.trim() : "";
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
