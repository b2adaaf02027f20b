// What stands in the fields of a form, as a tree, and the other way round.
/** @import {Tree} from "../core/intake/partner-file.js" */
import { answerAt } from "../core/intake/partner-file.js";
import { dateOf } from "./page-parts.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * The fields of one record; those of the records inside it have a block of their own.
 * @param {ParentNode} root
 * @returns {Control[]}
 */
function controls(root) {
  return /** @type {Control[]} */ (
    [...root.querySelectorAll("[data-path]")].filter(
      (control) =>
        control.closest("[data-service]") === (root instanceof HTMLElement && "service" in root.dataset ? root : null),
    )
  );
}

/** @param {Control} control @param {string} prefix  of the paths, such as services. */
const keysOf = (control, prefix) => (control.dataset.path ?? "").slice(prefix.length).split(".");

/** Fills the fields from a tree. @param {ParentNode} root @param {string} prefix @param {Tree} tree */
export function fill(root, prefix, tree) {
  for (const control of controls(root)) {
    const value = answerAt(tree, keysOf(control, prefix));
    if (control instanceof HTMLInputElement && control.type === "checkbox")
      control.checked = Array.isArray(value) && value.includes(control.value);
    else control.value = typeof value === "string" ? value : "";
  }
}

/**
 * Puts what the fields hold into a tree, and returns it.
 * @template {Tree} T
 * @param {ParentNode} root
 * @param {string} prefix
 * @param {T} tree
 * @returns {T}
 */
export function read(root, prefix, tree) {
  for (const control of controls(root)) {
    const keys = keysOf(control, prefix);
    const last = keys.pop() ?? "";
    /** @type {Tree} */
    let record = tree;
    for (const key of keys) {
      record[key] ??= {};
      record = /** @type {Tree} */ (record[key]);
    }
    if (control instanceof HTMLInputElement && control.type === "checkbox") {
      // The order of the file stays: what was chosen already is left where it stands.
      const had = /** @type {string[]} */ (record[last] ?? []);
      if (!control.checked) record[last] = had.filter((value) => value !== control.value);
      else record[last] = had.includes(control.value) ? had : [...had, control.value];
    } else record[last] = control.value;
  }
  return tree;
}

/**
 * Says above each field what stands there today.
 * @param {ParentNode} root
 * @param {Tree} tree
 * @param {(value: string) => string} words
 */
export function showNow(root, tree, words) {
  for (const control of controls(root)) {
    const value = answerAt(tree, keysOf(control, ""));
    control.previousElementSibling?.matches("[data-now]") && control.previousElementSibling.remove();
    if (typeof value !== "string" || !value) continue;
    const line = document.createElement("p");
    line.className = "ask__now";
    line.dataset.now = "";
    line.id = `${control.id}-now`;
    line.textContent = words(spoken(control, value));
    control.before(line);
    const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== line.id);
    control.setAttribute("aria-describedby", [line.id, ...described].join(" "));
  }
}

/**
 * What stands there as people read it: the words of a choice, a day in words.
 * @param {Control} control @param {string} value
 */
function spoken(control, value) {
  if (control instanceof HTMLSelectElement)
    return [...control.options].find((option) => option.value === value)?.text ?? value;
  return control.type === "date" && !Number.isNaN(Date.parse(value)) ? dateOf(value) : value;
}

/**
 * What was chosen as people read it; empty where nothing was chosen of several.
 * @param {ParentNode} root @param {string} path @param {string} value
 */
export function chosenWords(root, path, value) {
  for (const control of controls(root)) {
    if (control.dataset.path !== path) continue;
    if (control instanceof HTMLSelectElement) return spoken(control, value);
    if (control.type === "checkbox" && control.value === value)
      return control.closest("label")?.textContent.trim() ?? "";
  }
  return "";
}

/** Opens what is folded and holds an answer. @param {ParentNode} root */
export function openAnswered(root) {
  for (const box of /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll("details[data-more]"))) {
    const controls = /** @type {Control[]} */ ([...box.querySelectorAll("[data-path]:not([type=checkbox])")]);
    box.open = controls.some(({ value }) => value) || box.querySelector("input:checked") !== null;
  }
}

// A bare domain, as people say it, with what may stand behind it.
const BARE = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/?#]\S*)?$/u;

/** Writes https:// before an address that somebody typed without it. @param {Event} event  that a field has changed */
export function completeAddress({ target }) {
  if (target instanceof HTMLInputElement && target.type === "url" && BARE.test(target.value.trim()))
    target.value = `https://${target.value.trim()}`;
}
