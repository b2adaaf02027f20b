// What she wrote on a worksheet: round after round, and what changed from one to the next.
/** @import {Journal} from "./journal.js" */
import { under } from "./journal.js";

/** @typedef {{number: number, day: string, texts: Record<string, string>}} Round */

/** @param {Journal} journal @param {string} sheet @returns {Round[]} those in which something is written, the first one first */
export function roundsOf(journal, sheet) {
  /** @type {Map<number, Round>} */
  const found = new Map();
  for (const [path, value] of under(journal, `sheets/${sheet}/`)) {
    const [round, name] = path.split("/");
    if (!/^[1-9]\d{0,2}$/.test(round) || typeof value !== "string") continue;
    const number = Number(round);
    if (!found.has(number)) found.set(number, { number, day: "", texts: {} });
    const one = /** @type {Round} */ (found.get(number));
    if (name === "0day") one.day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "";
    else if (value.trim()) one.texts[name] = value;
  }
  return [...found.values()].filter(({ texts }) => Object.keys(texts).length).sort((one, other) => one.number - other.number);
}

/** @param {Round | undefined} before @param {Round} after @returns {string[]} the prompts whose text is another */
export function changedIn(before, after) {
  const prompts = new Set([...Object.keys(before?.texts ?? {}), ...Object.keys(after.texts)]);
  return [...prompts].filter((prompt) => (before?.texts[prompt] ?? "") !== (after.texts[prompt] ?? ""));
}
