// Which partners answer to the filters: within a group one is enough, over the groups all must hold, by one service.
import { fold } from "./fold.js";

/**
 * @typedef {{partner: number, id: string, answers: number[]}} DirectoryService  the numbers of the choices that it
 *   answers to
 * @typedef {{groups: number[][], services: DirectoryService[], texts: string[]}} DirectoryIndex
 *   groups: the numbers of the choices of each group, 32 groups at most; services: those of one partner side by side;
 *   texts: the folded words of each partner
 */

/**
 * Returns which partners are shown, and for each choice how many would be if it alone were chosen in its group.
 * @param {DirectoryIndex} index
 * @param {Set<number>} chosen  the numbers of the ticked choices
 * @param {string} query
 * @returns {{shown: boolean[], counts: number[]}}
 */
export function filterDirectory({ groups, services, texts }, chosen, query) {
  const words = fold(query)
    .split(/[\s"']+/)
    .filter(Boolean);
  const said = texts.map((text) => words.every((word) => text.includes(word)));
  // One bit for each group: this runs at every key, for every service.
  const bits = groups.flat().map(() => 0);
  for (const [place, group] of groups.entries()) for (const number of group) bits[number] = 1 << place;
  let wanted = 0;
  for (const number of chosen) wanted |= bits[number];
  const shown = texts.map(() => false);
  const counts = bits.map(() => 0);
  const counted = bits.map(() => -1);
  for (const { partner, answers } of services) {
    if (!said[partner]) continue;
    let failing = wanted;
    for (const number of answers) if (chosen.has(number)) failing &= ~bits[number];
    if (!failing) shown[partner] = true;
    // With one failing group, only that group's own choices could still bring the service in.
    if (failing & (failing - 1)) continue;
    for (const number of answers) {
      if ((failing && failing !== bits[number]) || counted[number] === partner) continue;
      counted[number] = partner;
      counts[number]++;
    }
  }
  return { shown, counts };
}
