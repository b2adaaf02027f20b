// What the form says of answers: the name of the question, and what could be better.
/** @import {Fault} from "../engine/partner-file.js" */
import { part, wordsOf } from "./page.js";

/** @param {string} path @param {ReturnType<typeof wordsOf>} say */
export function labelOf(path, say) {
  const parts = path.split(".").filter((one) => !/^\d+$/.test(one));
  for (let length = parts.length; length; length--) {
    try {
      return say(`field.${parts.slice(0, length).join("_")}`);
    } catch {
      // The last part is a language.
    }
  }
  return "";
}

/** @param {HTMLElement} element @param {Fault[]} advice */
export function showAdvice(element, advice) {
  const say = wordsOf(element);
  const items = advice.map(({ path, code, values }) => {
    const item = document.createElement("li");
    item.textContent = `${labelOf(path, say)} ${say(`wrong.${code}`, values)}`;
    return item;
  });
  part(element, "advice-list").replaceChildren(...items);
  part(element, "advice").hidden = !items.length;
}
