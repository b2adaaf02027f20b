// Whether a sum fits a loan, and what share she brings in herself: whole euros, so that nothing is rounded on the way.

import { typedNumber } from "../money/typed-number.js";

// More nobody borrows to start.
const MOST_EUROS = 999_999_999;

/**
 * Reads whole euros as people write them, such as 2500, 2.500 euro or 2 500,00.
 * @param {string} text
 * @param {string} mark  what her language writes before what is less than one: a comma or a point
 * @returns {number | null} null where it is none
 */
export function eurosIn(text, mark) {
  const number = typedNumber(text.replace(/(?:euros?|eur)\s*$/iu, ""), mark);
  const euros = Number(number ?? NaN);
  return Number.isInteger(euros) && euros >= 0 && euros <= MOST_EUROS ? euros : null;
}

/**
 * Says how a sum stands beside what a lender lends.
 * @param {number} amount
 * @param {{least: number, most: number}} loan  0: nobody knows
 * @returns {"too_small" | "too_large" | "fits" | ""} empty where nothing is known
 */
export function fitOf(amount, { least, most }) {
  if (least && amount < least) return "too_small";
  if (most && amount > most) return "too_large";
  return least || most ? "fits" : "";
}

/**
 * Says what share of a loan she brings in herself.
 * @param {number} own
 * @param {number} amount  what she borrows, above 0
 * @param {number} asked  in per cent; 0: none
 * @returns {{percent: number, missing: number}} percent: in tenths, never more than it is; missing: euros that would do
 */
export function ownShare(own, amount, asked) {
  const needed = Math.ceil((amount * asked) / 100);
  return { percent: Math.floor((own * 1000) / amount) / 10, missing: Math.max(0, needed - own) };
}
