// Addresses that carry a text, such as a plan, behind their #.
/** @import {PortalElement} from "./portal-element.js" */
import { writeAddress } from "./address.js";

const codec = () => import("../core/formats/url-codec.js");

/**
 * Makes a link to this page that carries a text.
 * @param {PortalElement} element
 * @param {string} start  of what stands after the address, such as #plan=
 * @param {string} text
 * @param {Element} near  what she asked it with
 * @returns {Promise<string | undefined>} empty when the text is too long for a link; undefined where what makes it did
 *   not come
 */
export async function linkWith(element, start, text, near) {
  const packer = await element.late(codec, near);
  const packed = await packer?.pack(text);
  return packed && `${location.href.split("#")[0]}${start}${packed}`;
}

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
