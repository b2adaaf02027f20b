// Brings the words of whom a page is about to show.
/** @import {Words} from "../core/model-types.js" */
/** @import {PortalElement} from "./portal-element.js" */
import { missingWords, takeWords } from "../core/plan/words.js";
import { dataAt } from "./page-parts.js";

/**
 * Brings the words of services and of all steps; the model knows them then. What does not come is said on the page.
 * @param {PortalElement} element
 * @param {string[]} services  as partner/service
 * @param {Element} [near]  what she asked for them with
 * @returns {Promise<boolean>} whether any are new
 */
export async function bringWords(element, services, near) {
  const { model, dataset } = element;
  const took = missingWords(model, services).map(async (name) => {
    const address = dataset.model?.replace(/[^/]*$/, `words/${name}.json`);
    const words = await element.late(/** @type {() => Promise<Words>} */ (dataAt(address)), near);
    if (words) takeWords(model, name, words);
    return Boolean(words);
  });
  return (await Promise.all(took)).includes(true);
}
