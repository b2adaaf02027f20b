// A link that carries what she ticked of her plan, and its code to scan.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { PLAN_LINK } from "../../core/constants.js";
import { asFile } from "../../core/journal/journal-file.js";
import { partOf } from "../../core/journal/passed-on.js";
import { part } from "../../base/page-parts.js";
import { linkWith } from "../../base/link-with.js";

const qrView = () => import("./qr-view.js");

/**
 * Shows a link with what she ticked, selected, and draws its code where it fits in one.
 * @param {PortalElement} element
 * @param {Journal} journal
 * @returns {Promise<string | undefined>} what to say of it; undefined where what makes it did not come
 */
export async function makeLink(element, journal) {
  const near = part(element, "link");
  const [progress, notes, sensitive] = ["progress", "notes", "sensitive"].map(
    (name) => part(element, `with-${name}`, HTMLInputElement).checked,
  );
  const text = asFile(partOf(journal, element.model, { progress, notes, sensitive }));
  const url = await linkWith(element, PLAN_LINK, text, near);
  if (url === "") return element.format("keep.link_too_long");
  const view = url && (await element.late(qrView, near));
  if (!view) return undefined;
  part(element, "made").hidden = false;
  const field = part(element, "url", HTMLInputElement);
  field.value = url;
  field.select();
  const drawn = view.drawQr(part(element, "code"), url);
  part(element, "code").hidden = !drawn;
  return element.format(drawn ? "keep.link_made" : "keep.link_made_long");
}

/**
 * Leads her to what a link to herself takes along: all of it, so that it is a copy.
 * @param {PortalElement} element
 */
export function offerLink(element) {
  for (const name of ["progress", "notes", "sensitive"]) part(element, `with-${name}`, HTMLInputElement).checked = true;
  part(element, "share").focus();
}

/** Copies the link. @param {PortalElement} element @returns {Promise<string>} what to say of it */
export async function copyLink(element) {
  const field = part(element, "url", HTMLInputElement);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return element.format("keep.copied");
  } catch {
    return element.format("keep.copy_yourself");
  }
}
