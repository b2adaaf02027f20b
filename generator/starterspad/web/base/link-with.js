// An address that carries a text, such as a plan, behind its #.
/** @import {PortalElement} from "./portal-element.js" */

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
