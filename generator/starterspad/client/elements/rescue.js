// When this device keeps nothing, one tap gives her the plan as a file. Loaded when an edit was not kept.
/** @import {JournalStore} from "../store/journal.js" */
import { asFile } from "../engine/share.js";
import { today } from "./moment.js";
import { download, part } from "./page.js";

/**
 * Shows the banner of an element, loud and in view.
 * @param {HTMLElement} element
 * @param {JournalStore} store  still remembers what it could not keep
 */
export function showNotKept(element, store) {
  const banner = part(element, "not-saved");
  part(banner, "rescue").onclick = async () => download(`plan-${today()}.json`, "application/json", asFile(await store.read()));
  banner.hidden = false;
  banner.scrollIntoView({ block: "nearest" });
}
