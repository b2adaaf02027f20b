// What the form says of answers: the name of the question, and what could be better.
/** @import {Fault} from "../../core/intake/partner-file.js" */
import { formatterOf, part } from "../../base/page-parts.js";

/**
 * Returns the label of the question behind a path; empty when no question of the form has it.
 * @param {string} path
 * @param {ReturnType<typeof formatterOf>} format
 */
export function labelOf(path, format) {
  const parts = path.split(".").filter((key) => !/^\d+$/.test(key));
  for (let length = parts.length; length; length--) {
    try {
      return format(`field.${parts.slice(0, length).join("_")}`);
    } catch {
      // The last part is a language.
    }
  }
  return "";
}

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
    item.textContent = `${labelOf(path, format)} ${format(`wrong.${code}`, { ...values, languages })}`;
    return item;
  });
  part(element, "advice-list").replaceChildren(...items);
  part(element, "advice").hidden = !items.length;
}
