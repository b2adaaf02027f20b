// Which partners answer to the filters: within a group one is enough, over the groups all must hold, by one service.
/**
 * @typedef {{partner: number, answers: Set<number>}} DirectoryService  the numbers of the choices that it answers to
 * @typedef {{groups: number[][], services: DirectoryService[], texts: string[]}} DirectoryIndex
 *   groups: the numbers of the choices of each group; texts: the folded words of each partner
 */
import { fold } from "./search.js";

/**
 * Returns which partners are shown, and for each choice how many would be if it alone were chosen in its group.
 * @param {DirectoryIndex} index
 * @param {Set<number>} chosen  the numbers of the ticked choices
 * @param {string} query
 * @returns {{shown: boolean[], counts: Map<number, number>}}
 */
export function filterDirectory({ groups, services, texts }, chosen, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const said = texts.map((text) => words.every((word) => text.includes(word)));
  const wanted = groups.map((group) => group.filter((number) => chosen.has(number)));
  const shown = texts.map(() => false);
  /** @type {Map<number, Set<number>>} */
  const partners = new Map(groups.flat().map((number) => [number, new Set()]));
  for (const { partner, answers } of services) {
    if (!said[partner]) continue;
    const failing = wanted.flatMap((group, index) => (group.length && !group.some((number) => answers.has(number)) ? [index] : []));
    if (!failing.length) shown[partner] = true;
    if (failing.length > 1) continue;
    // With one failing group, only that group's own choices could still bring the service in.
    for (const group of failing.length ? [groups[failing[0]]] : groups) {
      for (const number of group) if (answers.has(number)) partners.get(number)?.add(partner);
    }
  }
  return { shown, counts: new Map([...partners].map(([number, found]) => [number, found.size])) };
}
