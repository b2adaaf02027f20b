// The services of a decision model: what decides, read of its columns once; and what is said of those that are shown.
/** @import {Model, PartnerWords, ServiceWords} from "../model-types.js" */
import { numbersIn, onceFor, startsOf } from "../rules/columns.js";

/** @typedef {Omit<PartnerWords, "services"> & ServiceWords} Service  what is said of a service and who gives it */

const DAY_MS = 24 * 3600 * 1000;

/** The services of partner `p` are those from `first[p]` on; the tasks of service `n` stand from `helps[n]` on. */
export const servicesOf = onceFor(({ services }) => {
  const counts = numbersIn(services.counts);
  const partner = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
  const first = startsOf(counts);
  counts.forEach((_, place) => {
    partner.fill(place, first[place], first[place + 1]);
  });
  let next = services.first;
  return {
    partners: services.partners.split(" "),
    ids: services.ids.split(" "),
    first,
    partner,
    checked: numbersIn(services.checked).map((days) => days + Date.parse(services.since) / DAY_MS),
    condition: numbersIn(services.conditions).map((back) => (back ? next - back : next++)),
    area: numbersIn(services.areas),
    ways: numbersIn(services.ways),
    answersWithin: numbersIn(services.answers_within),
    helps: startsOf(numbersIn(services.helps)),
    tasks: numbersIn(services.tasks),
  };
});

/** Returns the id of a service, as partner/service. @param {Model} model @param {number} number */
export function idOf(model, number) {
  const { partners, partner, ids } = servicesOf(model);
  return `${partners[partner[number]]}/${ids[number]}`;
}

/** @param {Model} model @param {string} id  as partner/service @returns {number} below 0 where there is none */
export function numberOf(model, id) {
  const { partners, ids, first } = servicesOf(model);
  const [partner, service] = id.split("/");
  const place = partners.indexOf(partner);
  const at = ids.slice(first[place], first[place + 1]).indexOf(service);
  return at < 0 ? at : first[place] + at;
}

/** @param {Model} model @param {string} id  as partner/service @returns {Service | undefined} */
export function serviceOf({ words }, id) {
  const [partner, service] = id.split("/");
  const whole = words.find((candidate) => candidate.partner === partner);
  const own = whole?.services.find((candidate) => candidate.service === service);
  return whole && own && { ...whole, ...own };
}
