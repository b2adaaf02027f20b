// The letter of the form: its answers, each with its question in the words of the page.
/** @import {Field} from "../../core/intake/form-types.js" */
/** @import {Partner} from "../../core/intake/partner-file.js" */
/** @import {PartnerFormPage} from "./partner-form.js" */
import { messageOf } from "../../core/intake/partner-message.js";
import { dateOf, formatterOf, textOf } from "../../base/page-parts.js";

/**
 * Writes the letter.
 * @param {PartnerFormPage} page @param {Partner} tree
 * @param {string} change  the partner whose file is changed; empty for a new one
 * @param {string} right  the day on which all of it was called right; empty where something changed
 */
export function letterOf({ element, form, model }, tree, change, right) {
  const format = formatterOf(element);
  const site = element.dataset.site ?? "";
  const frame = {
    intro: right
      ? format("review.letter", { site, day: dateOf(right) })
      : format(change ? "join.letter_change" : "join.letter", { site }),
    licence: `${format("join.licence")} ${element.dataset.licence}`,
    end: format("join.letter_end"),
    language: element.dataset.language ?? "",
    change,
  };
  /** @param {Field} field @param {string} id */
  const words = ({ kind, path }, id) => {
    if (kind === "tasks") return textOf(model.tasks.find((task) => task.id === id)?.title ?? "");
    if (kind === "languages") return form.language_names[id] ?? "";
    return kind === "choice" || kind === "choices" ? format(`${path.split(".").at(-1)}.${id}`) : "";
  };
  return messageOf(tree, form, frame, (path) => format(`field.${path.replaceAll(".", "_")}`), words);
}
