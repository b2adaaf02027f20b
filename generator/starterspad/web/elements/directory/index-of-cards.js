// What the cards on the page and the decision model say of all services, in the form that the filters read.
/** @import {DirectoryIndex} from "../../core/search/directory-filter.js" */
/** @import {Model} from "../../core/model-types.js" */
import { idOf, servicesOf } from "../../core/plan/services.js";

/**
 * Reads from the cards, where the page holds all of them, what each service answers to.
 * @param {HTMLElement[]} cards
 * @param {number[][]} groups  the numbers of the choices of each group
 * @returns {DirectoryIndex}
 */
export function indexOfCards(cards, groups) {
  // By id within a partner, as in the decision model: an order that needs no ids later.
  const services = cards.map(({ dataset }) => (dataset.services ?? "").split("|").sort(byId));
  const sets = services.flat().map((service) => service.split(" ").slice(1).map(Number));
  const answers = [{ sets, of: sets.map((_, place) => place) }];
  return { groups, services: services.map(({ length }) => length), answers };
}

/** @param {string} left @param {string} right */
function byId(left, right) {
  return left.split(" ")[0] < right.split(" ")[0] ? -1 : 1;
}

/**
 * Returns which services fit, as one more column of answers.
 * @param {Model} model  the services of a partner stand sorted by id, in it as in the directory
 * @param {string[]} ids  of the partners in the order of the directory
 * @param {ArrayLike<number>} counts  of their services
 * @param {Set<string>} fitting  partner/service
 * @param {number} choice  what those that fit answer to
 */
export function fittingColumn(model, ids, counts, fitting, choice) {
  const { partners, first } = servicesOf(model);
  const places = new Map(partners.map((id, place) => [id, place]));
  const of = ids.flatMap((id, place) => {
    const begin = first[places.get(id) ?? partners.length];
    return Array.from({ length: counts[place] }, (_, nth) => Number(fitting.has(idOf(model, begin + nth))));
  });
  return { sets: [[], [choice]], of };
}
