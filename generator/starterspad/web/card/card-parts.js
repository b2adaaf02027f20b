// The templates and sentences of the card, on pages that do not hold them: few readers of a step have a plan.
/** @import {PortalElement} from "../base/portal-element.js" */
import { dataAt } from "../base/page-parts.js";

/**
 * Brings the parts of the card into an element that names them in `data-parts`; before it says anything.
 * @param {PortalElement} element
 * @returns {Promise<boolean>} whether they are there
 */
export async function bringCardParts(element) {
  if (element.querySelector('template[data-template="card-of-step"]')) return true;
  const load = /** @type {() => Promise<{html: string}>} */ (dataAt(element.dataset.parts));
  const parts = await element.late(load);
  if (!parts) return false;
  const { html } = parts;
  element.append(...new DOMParser().parseFromString(html, "text/html").querySelectorAll("template"));
  return true;
}
