// What is wrong with the journal of this device, above her plan.
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {JournalStore} from "../../store/journal-store.js" */
import { download, part, today } from "../../base/page-parts.js";
import { sayWhyEmpty } from "./kept-here.js";

/**
 * Says when a later version wrote the journal, when one of two copies does not answer, and why a window may have none;
 * offers what could not be read as one, as it was.
 * @param {PortalElement} element
 * @param {JournalStore} store
 */
export async function showTroubles(element, store) {
  sayWhyEmpty(element);
  element.sayOnce(store);
  part(element, "read-only").hidden = !store.readOnly;
  const damaged = await store.quarantined();
  part(element, "damaged").hidden = !damaged.length;
  const text = JSON.stringify(damaged, null, 1);
  part(element, "damaged-save").onclick = () => download(`plan-${today()}-damaged.json`, "application/json", text);
}
