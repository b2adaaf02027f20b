// How long this browser keeps her plan, as far as it says so; and why a window of its own may know of none.
import { fromHomeScreen, promised } from "../../store/browser-memory.js";
import { formatterOf, part, setText } from "../../base/page-parts.js";

/** Says beside the copy whether the browser promised to keep her plan. @param {HTMLElement} element */
export async function sayPromise(element) {
  const answer = promised();
  const keeps = await answer;
  // Asked again meanwhile: the later answer is the one that counts.
  if (answer !== promised()) return;
  setText(part(element, "copy-promise"), formatterOf(element)(keeps ? "copy.promised" : "copy.may_erase"));
}

/**
 * Says in a window of the home screen why it may have no plan, and offers to open a copy.
 * @param {HTMLElement} element
 */
export function sayWhyEmpty(element) {
  part(element, "own-memory").hidden = !fromHomeScreen();
  part(element, "open-copy").onclick = () => document.dispatchEvent(new CustomEvent("keep", { detail: "file" }));
}
