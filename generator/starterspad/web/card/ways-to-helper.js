// The ways to a helper on the card of a step: to write opens a letter in its place.
/** @import {Service} from "../core/plan/services.js" */
/** @import {CardPage} from "./step-card.js" */
import { formatterOf } from "../base/page-parts.js";
import { wayLinks } from "../base/ways-to-reach.js";

const letter = () => import("./email-to-helper.js");

/**
 * Makes the links to reach a helper, the quickest first; the one to write opens a letter in its place.
 * @param {CardPage} page
 * @param {string} task
 * @param {Service} service
 * @param {HTMLElement} place
 */
export function waysTo(page, task, service, place) {
  const { element } = page;
  const links = wayLinks(formatterOf(element), element.dataset.root, service);
  const write = links.find((link) => link.dataset.way === "mail");
  write?.addEventListener("click", async (event) => {
    event.preventDefault();
    (await element.late(letter, place))?.openLetter(page, task, service, place);
  });
  return links;
}
