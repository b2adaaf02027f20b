// What an address carries behind its #, such as a plan.
/** @import {PortalElement} from "./portal-element.js" */
import { writeAddress } from "./address.js";

const codec = () => import("../core/formats/url-codec.js");

/**
 * Takes out of the address what a link carries; the address forgets it at once, so that it is not opened again.
 * @param {PortalElement} element
 * @param {string} start  of what stands after the address, such as #plan=
 * @returns {Promise<string | null>} its text, empty when it is damaged; null when the address carries no such link, or
 *   what opens it did not come
 */
export async function fromLink(element, start) {
  const { hash } = location;
  if (!hash.includes(start.slice(1, -1))) return null;
  const packer = await element.late(codec);
  const text = packer ? await packer.carriedText(hash, start) : null;
  if (text === null || location.hash !== hash) return null;
  writeAddress(history.state, location.pathname);
  return text;
}
