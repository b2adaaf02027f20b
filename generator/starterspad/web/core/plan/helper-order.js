// Who helps with a step, in the order in which they are suggested: `rules/helper_order.py` says the same, and why.
/** @import {PlannedTask} from "../plan-types.js" */
/** @import {Service} from "./services.js" */

/** @typedef {PlannedTask["ways"][0]} Way */

/** @type {Way[]} the quickest to use first */
export const WAYS = ["phone", "booking", "desk", "mail", "web"];
const WEB = 1 << WAYS.indexOf("web");
// A rank is one number, the lowest first: what decides the place of a helper by weight, and behind the point the turn.
export const [AGEING, WEB_ONLY, FAR, GENERAL, PERHAPS] = [1, 2, 4, 4 << 6, 4 << 12];
// So many questions and areas have room in it.
export const ROOM = 63;

/** Returns the known ways to reach who gives a service, the quickest to use first. @param {Service} service */
export function waysOf({ phone, booking, address, email, page, website }) {
  const known = [phone, booking, address, email, page ?? website];
  return WAYS.filter((_, place) => known[place]);
}

/**
 * Returns the place of a helper among those that help, before whose turn it is.
 * @param {boolean} perhaps  whether an answer is missing
 * @param {number} questions  of hers that its conditions name, the place left aside
 * @param {number} depth  of its area
 * @param {number} ways  a bit for each
 * @param {boolean} ageing  whether it was looked up too long ago
 */
export function rankOf(perhaps, questions, depth, ways, ageing) {
  const place = GENERAL * (ROOM - questions) + FAR * (ROOM - depth);
  return (perhaps ? PERHAPS : 0) + place + (ways & ~WEB ? 0 : WEB_ONLY) + (ageing ? AGEING : 0);
}

/**
 * Returns what decides among equals, below 1: first when the desk opens, for four weeks, then whose turn it is.
 * @param {number} turn
 * @param {number} [seconds]  from now till its desk opens, or a day at most since it did
 */
export const turnOf = (turn, seconds) => (seconds === undefined ? 0.5 + turn / 2 : (seconds + 9e4 + turn) / 9e6);

/** Returns the turns of partners for the person with this seed, below 1. @param {string} seed @param {string[]} ids */
export function turnsOf(seed, ids) {
  const start = hashOf(`${seed}/`);
  return Float64Array.from(ids, (id) => mixed(hashOf(id, start)) / 2 ** 32);
}

// A number that says nothing of the text (FNV-1a, then mixed).
/** @param {string} text @param {number} [before]  of what stands before it */
function hashOf(text, before = 0x811c9dc5) {
  let hash = before;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** @param {number} hash */
function mixed(hash) {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (half ^ (half >>> 13)) >>> 0;
}
