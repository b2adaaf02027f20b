// When this device keeps nothing, one tap gives her the plan as a file. Loaded when an edit was not kept.
/** @import {JournalStore} from "../store/journal-store.js" */
import { asFile } from "../core/journal/journal-file.js";
import { today } from "./names-and-moments.js";
import { download, part } from "./page-parts.js";

/**
 * Shows the banner of an element, loud and in view.
 * @param {HTMLElement} element
 * @param {JournalStore} store  still remembers what it could not keep
 */
export function showNotKept(element, store) {
  const banner = part(element, "not-saved");
  part(banner, "rescue").onclick = async () =>
    download(`plan-${today()}.json`, "application/json", asFile(await store.read()));
  banner.hidden = false;
  banner.scrollIntoView({ block: "nearest" });
}
