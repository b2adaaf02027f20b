// What another answer would change on her plan, before it does. Loaded when she changes one.
/** @import {Model} from "../../core/model-types.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
import { changesWith, hasSeen } from "../../core/plan/plan-changes.js";
import { titleOf } from "../../base/names-and-moments.js";
import { formatterOf, part, setText } from "../../base/page-parts.js";

/**
 * Shows the change and asks whether to make it; resolves at once when nothing on her plan would change.
 * @param {HTMLElement} element  holds the screen and the words
 * @param {Model} model
 * @param {Journal} journal
 * @param {string} question
 * @param {string[]} options
 * @returns {Promise<boolean>} whether to make it
 */
export function agreed(element, model, journal, question, options) {
  const { come, go, ticks } = changesWith(model, journal, { [question]: options });
  if (!hasSeen(journal) || (!come.length && !go.length)) return Promise.resolve(true);
  const format = formatterOf(element);
  /** @type {[string, string[]][]} */
  const lists = [
    ["come", come],
    ["go", go],
  ];
  for (const [name, ids] of lists) {
    const lines = ids.map((id) => {
      const line = document.createElement("li");
      setText(line, titleOf(model, journal, id));
      return line;
    });
    part(element, name).replaceChildren(...lines);
    part(element, `${name}-words`).textContent = ids.length ? format(`change.${name}`, { count: ids.length }) : "";
  }
  part(element, "ticks").textContent = ticks ? format("change.ticks", { count: ticks }) : "";
  part(element, "changing").hidden = false;
  part(element, "change-title").focus();
  return new Promise((resolve) => {
    for (const [name, answer] of [
      ["keep", true],
      ["leave", false],
    ]) {
      part(element, `change-${name}`).onclick = () => {
        part(element, "changing").hidden = true;
        resolve(Boolean(answer));
      };
    }
  });
}
