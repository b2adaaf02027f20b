// Who helps with a step, in the order in which they are suggested: `rules/helper_order.py` says the same, and why.
/** @import {Model, PlannedTask, Service} from "../model-types.js" */
import { freshness } from "../rules/freshness.js";

/**
 * @typedef {PlannedTask["ways"][0]} Way
 * @typedef {PlannedTask["why_first"][0]} Why
 * @typedef {[perhaps: number, general: number, far: number, webOnly: number, ageing: number]} Standing
 *   what decides the place of a helper: what is smaller comes first
 */

/** Returns the known ways to reach who gives a service, the quickest to use first. @param {Service} service */
export function waysOf(service) {
  /** @type {[Way, string | undefined][]} */
  const ways = [
    ["phone", service.phone],
    ["booking", service.booking],
    ["desk", service.address],
    ["mail", service.email],
    ["web", service.page ?? service.website],
  ];
  return ways.flatMap(([way, value]) => (value ? [way] : []));
}

/**
 * Says what decides the place of a service among those that help.
 * @param {Model} model
 * @param {Service} service
 * @param {{verdict: string, reasons: {question: string}[]}} judgement  of its conditions
 * @param {string} [today]  without it nobody was looked up too long ago
 * @returns {Standing}
 */
export function standingOf(model, service, { verdict, reasons }, today) {
  const named = new Set(reasons.flatMap(({ question }) => (question === model.area_question ? [] : [question])));
  return [
    Number(verdict === "unknown"),
    -named.size,
    -service.depth,
    Number(waysOf(service).every((way) => way === "web")),
    Number(today !== undefined && freshness(service.checked, today, model) !== "fresh"),
  ];
}

/**
 * Puts those who help into the order in which they are suggested to the person with this seed.
 * @template {{partner: string, standing: Standing}} T
 * @param {T[]} helpers
 * @param {string} seed
 * @returns {T[]}
 */
export function inHelperOrder(helpers, seed) {
  const turn = new Map(helpers.map(({ partner }) => [partner, hashOf(`${seed}/${partner}`)]));
  const key = (/** @type {T} */ { partner, standing }) => [...standing, turn.get(partner) ?? 0];
  return [...helpers].sort((left, right) => {
    const [mine, others] = [key(left), key(right)];
    const place = mine.findIndex((value, index) => value !== others[index]);
    return place < 0 ? 0 : mine[place] - others[place];
  });
}

/**
 * Says what put the first of these before the others: of what all have alike, nothing.
 * @param {Standing[]} standings
 */
export function whyFirst(standings) {
  if (standings.length < 2) return standings.map(() => /** @type {Why} */ ("only"));
  const [first, ...rest] = standings;
  /** @type {[Why, boolean][]} */
  const words = [
    ["certain", !first[0] && rest.some(([perhaps]) => perhaps)],
    ["yours", rest.some(([, general]) => general > first[1])],
    ["near", rest.some(([, , far]) => far > first[2])],
    ["reachable", !first[3] && rest.some(([, , , webOnly]) => webOnly)],
  ].map(([word, holds]) => [/** @type {Why} */ (word), Boolean(holds)]);
  return words.flatMap(([word, holds]) => (holds ? [word] : []));
}

/** A number that says nothing of the text (FNV-1a, then mixed). @param {string} text */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
