// When what was checked is fresh, ageing or old; `content/freshness.py` says the same.
/** @import {Model} from "../model-types.js" */

const DAY = 24 * 3600 * 1000;

/**
 * Says how far to trust what was checked a while ago.
 * @param {string} checked  a day such as 2026-01-31
 * @param {string} today
 * @param {Pick<Model, "fresh_days" | "old_days">} model  says up to how many days it is fresh, and from how many it is
 *   old
 * @returns {"fresh" | "ageing" | "old"}
 */
export function freshness(checked, today, { fresh_days, old_days }) {
  const days = (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${checked}T00:00:00Z`)) / DAY;
  return days <= fresh_days ? "fresh" : days < old_days ? "ageing" : "old";
}
