// What is wrong with the answers of a form: above it, and beside each answer, with a way there.
/** @import {Fault} from "../core/intake/partner-file.js" */
import { formatterOf, part, setText } from "./page-parts.js";

/**
 * Returns the label of the question behind a path; empty when no question of the form has it.
 * @param {string} path
 * @param {ReturnType<typeof formatterOf>} format
 * @param {string} [record]  the kind of record that the form is about; none for partners
 */
export function labelOf(path, format, record) {
  const before = record ? `${record}_` : "";
  const parts = path.split(".").filter((key) => !/^\d+$/.test(key));
  for (let length = parts.length; length; length--) {
    try {
      return format(`field.${before}${parts.slice(0, length).join("_")}`);
    } catch {
      // The last part is a language.
    }
  }
  return "";
}

/**
 * Says what is wrong, above the form and beside each answer.
 * @param {HTMLElement} element
 * @param {Fault[]} faults
 * @param {(path: string) => HTMLElement | null} placeOf  the question behind a path
 * @param {string} rest  a selector of where what belongs to no question is mended
 */
export function tellFaults(element, faults, placeOf, rest) {
  const format = formatterOf(element);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-ask]"))) {
    part(place, "fault").hidden = true;
    for (const input of place.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  }
  const items = faults.map(({ path, code, values }) => {
    const words = format(`wrong.${code}`, values);
    const place = placeOf(path);
    const control = place?.querySelector("input, select, textarea");
    if (place && control) {
      setText(part(place, "fault"), words);
      part(place, "fault").hidden = false;
      control.setAttribute("aria-invalid", "true");
      place.closest("details")?.setAttribute("open", "");
    }
    const item = document.createElement("li");
    const link = document.createElement("a");
    const target = control ?? element.querySelector(rest);
    link.href = `#${target?.id}`;
    link.textContent = [labelOf(path, format, element.dataset.record), words].filter(Boolean).join(" ");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (target)?.focus();
    });
    item.append(link);
    return item;
  });
  part(element, "fault-list").replaceChildren(...items);
  part(element, "faults").hidden = !faults.length;
}
