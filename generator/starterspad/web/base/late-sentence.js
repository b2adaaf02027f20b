// The sentence that stands on the page while something that comes later did not come: a module, or data.

/**
 * What was asked for: what loads it (the same function each time), whether it came, what the sentence stands before,
 * and whether she asked for it just now, so that the sentence comes into view.
 * @typedef {[load: () => Promise<unknown>, came: boolean, near: Element, asked: boolean]} LatePart
 */

/** @type {Set<LatePart[0]>} */
const missing = new Set();
const sentence = document.createElement("p");
sentence.className = "errors";
sentence.role = "alert";
sentence.textContent = document.querySelector("[data-late]")?.getAttribute("data-late") ?? "";

/** Shows the sentence while anything is missing: once on a page, however much is. @param {LatePart} part */
export function tellLate([load, came, near, asked]) {
  missing.add(load);
  if (came) missing.delete(load);
  if (!missing.size) sentence.remove();
  // Beside an element that is hidden itself nobody sees it: then the next that does not come has it.
  if (came || (sentence.offsetParent && !asked)) return;
  // A paragraph holds no other.
  const place = near.closest("p") ?? near;
  // What is moved is read out again.
  if (place.previousElementSibling !== sentence) place.before(sentence);
  if (asked) sentence.scrollIntoView({ block: "nearest" });
}
