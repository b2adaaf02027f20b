// A step that she writes herself.
/** @import {Change} from "../../store/page-edits.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { newName } from "../../store/page-edits.js";
import { part, tooLong } from "../../base/page-parts.js";

/**
 * Puts what she wrote on her plan; where she wrote nothing, says so.
 * @param {PortalElement} element
 * @param {(change: Change) => Promise<void>} act
 */
export async function addOwn(element, act) {
  const field = part(element, "own-title", HTMLInputElement);
  const title = field.value.trim();
  part(element, "own-error").hidden = Boolean(title);
  if (!title || tooLong(field)) return field.focus();
  const name = newName();
  field.value = "";
  await act((set) => set(`tasks/0${name}/title`, title));
  part(element, "own-box", HTMLDetailsElement).open = true;
  field.focus();
}
