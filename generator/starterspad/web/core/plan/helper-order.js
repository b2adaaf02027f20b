// In which order those who help with a step stand: for each person another, and fair to all of them.
/** @import {PlannedService} from "../model-types.js" */

/**
 * Puts those who help in her own order: who fits first, then who perhaps fits; within these, who was checked long ago
 * behind the others; then by turns, which her seed decides. Nobody stands first for everyone, and who joins later makes
 * nobody else change places.
 * @param {PlannedService[]} services
 * @param {string} seed
 * @param {string[]} [ageing]  the partners that were checked long ago
 * @returns {PlannedService[]}
 */
export function inHelperOrder(services, seed, ageing = []) {
  const turn = new Map(services.map(({ partner }) => [partner, hashOf(`${seed}/${partner}`)]));
  const key = (/** @type {PlannedService} */ { partner, verdict }) => [
    2 * Number(verdict === "unknown") + Number(ageing.includes(partner)),
    turn.get(partner) ?? 0,
  ];
  return [...services].sort((left, right) => key(left)[0] - key(right)[0] || key(left)[1] - key(right)[1]);
}

/** A number that says nothing of the text (FNV-1a, then mixed). @param {string} text */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
