// How to reach who gives a service: the link of each way, with the words on it, alike wherever it stands.
/** @import {Service} from "../core/plan/services.js" */
/** @import {Way} from "../core/plan/helper-order.js" */
/** @import {Format} from "./page-parts.js" */
import { waysOf } from "../core/plan/helper-order.js";
import { textOf } from "./page-parts.js";

/**
 * Makes the links to reach who gives a service, the quickest first.
 * @param {Format} format
 * @param {string | undefined} root  of the pages of this language
 * @param {Service} service
 * @returns {HTMLAnchorElement[]}
 */
export function wayLinks(format, root, service) {
  const { name, phone = "", booking = "", address = "", email = "", page, website = "", partner } = service;
  /** @type {Record<Way, [string, string]>} */
  const ways = {
    phone: [`tel:${dialled(phone)}`, format("contact.call", { phone })],
    booking: [booking, format("contact.book")],
    desk: [`${root}partners/${partner}/`, address],
    mail: [`mailto:${email}`, format("contact.write")],
    web: page ? [page, format("contact.page_of", { name })] : [website, format("contact.website", { name })],
  };
  return waysOf(service).map((way) => {
    const link = document.createElement("a");
    link.dataset.way = way;
    link.rel = "noopener";
    [link.href, link.textContent] = ways[way];
    return link;
  });
}

/**
 * Says what a phone dials: the digits before any words, without the zero that is left out from abroad.
 * @param {string} phone
 */
function dialled(phone) {
  const [number] = /^[+0-9 ./()-]*/.exec(phone) ?? [""];
  return number.replace(/^(\+[0-9 ]*)\(0\)/, "$1").replace(/[^+0-9]/g, "");
}

/**
 * Says when they answer, and where a number was found that nobody called.
 * @param {Format} format
 * @param {Service} service
 */
export function wayNotes(format, { phone, hours, number_from: source }) {
  const notes = [
    phone && hours && format("contact.hours", { hours: textOf(hours) }),
    phone && source && format("contact.uncalled", { source }),
  ];
  return notes.filter(Boolean).join(" · ");
}
