// Which partners answer to the filters: within a group one is enough, over the groups all must hold, by one service.
/** @import {DirectoryColumns} from "./directory-types.js" */
import { numbersIn } from "../rules/columns.js";

/**
 * @typedef {{sets: number[][], of: ArrayLike<number>}} GroupAnswers  numbers of choices, and for each service the place
 *   of those that it answers to
 * @typedef {object} DirectoryIndex
 * @property {number[][]} groups  the numbers of the choices of each group, 32 groups at most
 * @property {ArrayLike<number>} services  for each partner how many it has; those of one partner stand side by side
 * @property {GroupAnswers[]} answers  a number stands in one of them only
 */

/**
 * Reads what the site sends of all partners.
 * @param {DirectoryColumns} columns
 * @param {number[][]} groups  as in the index
 * @returns {DirectoryIndex}
 */
export function indexOf({ services, answers }, groups) {
  return {
    groups,
    services: numbersIn(services),
    answers: answers.map(({ sets, of }) => ({ sets, of: numbersIn(of) })),
  };
}

/**
 * Returns which partners are shown. This runs at every key, for every service.
 * @param {DirectoryIndex} index
 * @param {Set<number>} chosen  the numbers of the ticked choices
 * @param {Uint8Array} said  for each partner, whether its words fit what was typed
 */
export function shownBy(index, chosen, said) {
  const { services } = index;
  const { wanted, columns } = asked(index, chosen);
  const deciding = columns.filter(({ held }) => held.some(Boolean));
  const shown = new Uint8Array(services.length);
  let service = 0;
  for (let partner = 0; partner < services.length; partner++) {
    const end = service + services[partner];
    // Where nothing is chosen, who has any service is shown.
    if (said[partner] && !wanted && service < end) shown[partner] = 1;
    if (!said[partner]) service = end;
    for (; service < end && !shown[partner]; service++) {
      let failing = wanted;
      for (const { of, held } of deciding) failing &= ~held[of[service]];
      if (!failing) shown[partner] = 1;
    }
    service = end;
  }
  return shown;
}

/**
 * Returns for each choice how many partners would be shown if it alone were chosen in its group.
 * @param {DirectoryIndex} index
 * @param {Set<number>} chosen  as for `shownBy`
 * @param {Uint8Array} said
 */
export function countsOf(index, chosen, said) {
  const { services } = index;
  const { bits, wanted, columns } = asked(index, chosen);
  const counts = new Int32Array(bits.length);
  const counted = new Int32Array(bits.length).fill(-1);
  let service = 0;
  for (let partner = 0; partner < services.length; partner++) {
    const end = service + services[partner];
    if (!said[partner]) service = end;
    for (; service < end; service++) {
      let failing = wanted;
      for (const { of, held } of columns) failing &= ~held[of[service]];
      // With one failing group, only that group's own choices could still bring the service in.
      if (failing & (failing - 1)) continue;
      for (const { of, sets } of columns) {
        for (const number of sets[of[service]]) {
          if ((failing && failing !== bits[number]) || counted[number] === partner) continue;
          counted[number] = partner;
          counts[number]++;
        }
      }
    }
  }
  return counts;
}

/**
 * Returns for each choice the bit of its group, the groups in which something is chosen, and for each list of answers
 * the groups of which it holds a chosen one.
 * @param {DirectoryIndex} index
 * @param {Set<number>} chosen
 */
function asked({ groups, answers }, chosen) {
  const bits = new Int32Array(Math.max(-1, ...groups.flat()) + 1);
  for (const [place, group] of groups.entries()) for (const number of group) bits[number] = 1 << place;
  let wanted = 0;
  for (const number of chosen) wanted |= bits[number];
  const columns = answers.map(({ sets, of }) => {
    const held = new Int32Array(sets.length);
    for (const [place, set] of wanted ? sets.entries() : [])
      for (const number of set) if (chosen.has(number)) held[place] |= bits[number];
    return { sets, of, held };
  });
  return { bits, wanted, columns };
}
