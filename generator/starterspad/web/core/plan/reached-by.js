// How a service is reached, before its words are here.
/** @import {Model} from "../model-types.js" */
import { WAYS } from "./helper-order.js";
import { numberOf, servicesOf } from "./services.js";

/** Returns the known ways to reach who gives a service. @param {Model} model @param {string} id  as partner/service */
export function reachedBy(model, id) {
  const ways = servicesOf(model).ways[numberOf(model, id)];
  return WAYS.filter((_, place) => ways & (1 << place));
}
