// The chips of "what do you want help with first?".
/** @import {PlanOfSteps} from "../../core/plan/plan.js" */
/** @import {PlanPage} from "./task-row.js" */
import { neededFirst } from "../../core/plan/needed-first.js";
import { needsOf } from "../../core/journal/journal-queries.js";
import { copyTemplate, firstOf, part, setText } from "../../base/page-parts.js";

/**
 * Offers the themes that are about this plan.
 * @param {PlanPage} page
 * @param {PlanOfSteps} plan
 * @param {(needs: string[]) => Promise<void>} choose
 */
export function showNeeds({ element, model, journal }, plan, choose) {
  const list = part(element, "needs");
  const inputs = () => [...list.querySelectorAll("input")];
  const needs = needsOf(journal());
  const offered = model.themes.filter(({ id }) => neededFirst(model, plan, [id]).size);
  const chips = offered.map(({ id, title }) => {
    const chip = copyTemplate(element, "need");
    setText(part(chip, "title"), title);
    const box = firstOf(chip, "input");
    box.value = id;
    box.checked = needs.includes(id);
    box.addEventListener("change", async () => {
      await choose(inputs().flatMap(({ checked, value }) => (checked ? [value] : [])));
      inputs()
        .find(({ value }) => value === id)
        ?.focus();
    });
    return chip;
  });
  list.replaceChildren(...chips);
  part(element, "needs-box").hidden = !chips.length;
}
