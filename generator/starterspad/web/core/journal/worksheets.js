// What she wrote on a worksheet: round after round, and what changed from one to the next.
/** @import {Journal} from "./journal.js" */
import { under } from "./journal.js";

/** @typedef {{number: number, day: string, texts: Record<string, string>}} Round */

/**
 * Lists the rounds of a worksheet in which something is written.
 * @param {Journal} journal
 * @param {string} sheet
 * @returns {Round[]} the first one first
 */
export function roundsOf(journal, sheet) {
  return roundsUnder(journal, `sheets/${sheet}/`);
}

/**
 * Lists the rounds that stand under a prefix, each by its number; what stands beside them is none.
 * @param {Journal} journal
 * @param {string} prefix  with / at its end
 * @returns {Round[]} the first one first
 */
export function roundsUnder(journal, prefix) {
  /** @type {Map<number, Round>} */
  const rounds = new Map();
  for (const [path, value] of under(journal, prefix)) {
    const [key, ...rest] = path.split("/");
    const name = rest.join("/");
    if (!/^[1-9]\d{0,2}$/.test(key) || typeof value !== "string") continue;
    const number = Number(key);
    if (!rounds.has(number)) rounds.set(number, { number, day: "", texts: {} });
    const round = /** @type {Round} */ (rounds.get(number));
    if (name === "0day") round.day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "";
    else if (value.trim()) round.texts[name] = value;
  }
  return [...rounds.values()]
    .filter(({ texts }) => Object.keys(texts).length)
    .sort((left, right) => left.number - right.number);
}

/**
 * Lists the prompts whose text another round changed.
 * @param {Round | undefined} before
 * @param {Round} after
 * @returns {string[]} names of prompts
 */
export function changedIn(before, after) {
  const prompts = new Set([...Object.keys(before?.texts ?? {}), ...Object.keys(after.texts)]);
  return [...prompts].filter((prompt) => (before?.texts[prompt] ?? "") !== (after.texts[prompt] ?? ""));
}
