// What the form says of answers that could be better.
/** @import {Fault} from "../core/intake/partner-file.js" */
import { labelOf } from "./form-faults.js";
import { formatterOf, part } from "./page-parts.js";

/**
 * Lists what could be better.
 * @param {HTMLElement} element
 * @param {Fault[]} advice
 * @param {Record<string, string>} names  of languages
 */
export function showAdvice(element, advice, names) {
  const format = formatterOf(element);
  const items = advice.map(({ path, code, values }) => {
    const item = document.createElement("li");
    const languages = String(values.languages ?? "")
      .split(", ")
      .map((language) => names[language] ?? "")
      .join(", ");
    item.textContent = `${labelOf(path, format, element.dataset.record)} ${format(`wrong.${code}`, { ...values, languages })}`;
    return item;
  });
  part(element, "advice-list").replaceChildren(...items);
  part(element, "advice").hidden = !items.length;
}
