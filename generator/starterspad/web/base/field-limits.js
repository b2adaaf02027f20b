// What is too long for its field: said beside it, and kept from whoever would keep it. Nothing of it is cut off. Loaded
// when such a field is first entered.
import { formatterOf, setText, tooLong } from "./page-parts.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

let fields = 0;
/** @type {WeakMap<Field, HTMLElement>} */
const sentences = new WeakMap();

/**
 * The sentence of a field. It is there before it says anything, so that what it says is read out.
 * @param {Field} field
 */
function sentenceOf(field) {
  const made = sentences.get(field) ?? document.createElement("span");
  if (sentences.has(field)) return made;
  sentences.set(field, made);
  made.role = "status";
  made.className = "error too-long";
  made.id = `too-long-${fields++}`;
  (field.closest("label") ?? field).after(made);
  field.setAttribute("aria-describedby", made.id);
  return made;
}

/** Says beside a field how much in it is too many; nothing where all of it fits. @param {Field} field */
export function sayTooLong(field) {
  const sentence = sentenceOf(field);
  const long = tooLong(field);
  setText(sentence, long ? tooMany(field) : "");
  if (long) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** @param {Field} field  with more in it than fits */
function tooMany({ value, dataset: { limit, line } }) {
  const format = formatterOf(document.body);
  const count = value.length - Number(limit);
  if (count > 0) return format("limit.too_many", { count });
  const longest = Math.max(...value.split("\n").map((text) => text.trim().length));
  return format("limit.too_many_in_line", { count: longest - Number(line) });
}

/** @param {EventTarget | null} target @returns {target is Field} */
function isLimited(target) {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && "limit" in target.dataset;
}

for (const type of ["focusin", "input", "change"]) {
  document.addEventListener(
    type,
    (event) => {
      const { target } = event;
      if (!isLimited(target)) return;
      sayTooLong(target);
      // She left the field: whoever listens would keep what stands in it.
      if (type === "change" && tooLong(target)) event.stopPropagation();
    },
    { capture: true },
  );
}
document.addEventListener(
  "submit",
  (event) => {
    const { elements } = /** @type {HTMLFormElement} */ (event.target);
    const long = [...elements].filter(isLimited).find((field) => tooLong(field) && !field.closest("[hidden]"));
    if (!long) return;
    event.preventDefault();
    event.stopPropagation();
    sayTooLong(long);
    long.focus();
  },
  { capture: true },
);
const { activeElement } = document;
if (isLimited(activeElement)) sayTooLong(activeElement);
