// What the form will show: the card in the directory, and where the organisation appears on plans.
/** @import {Form} from "../../core/intake/form-types.js" */
/** @import {Partner} from "../../core/intake/partner-file.js" */
/** @import {Model} from "../../core/model-types.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { wordsIn } from "../../core/intake/partner-words.js";
import { idOf, serviceOf, servicesOf } from "../../core/plan/services.js";
import { copyTemplate, formatterOf, part, setText, textOf } from "../../base/page-parts.js";
import { bringWords } from "../../base/words.js";

// Of more nobody reads the names.
const BESIDE = 24;

/**
 * Shows the organisation as its card in the directory.
 * @param {HTMLElement} element
 * @param {Partner} tree
 * @param {Form} form
 */
export function showCard(element, tree, form) {
  setText(part(element, "card-name"), tree.name ?? "…");
  setText(part(element, "card-kind"), wordsIn(tree.kind ?? {}, form));
  setText(part(element, "card-summary"), wordsIn(tree.summary ?? {}, form));
  const format = formatterOf(element);
  const services = (tree.services ?? []).map((service) => {
    const item = document.createElement("li");
    const facets = [
      service.cost && format(`cost.${service.cost}`),
      ...(service.format ?? []).map((kind) => format(`format.${kind}`)),
    ];
    item.textContent = [textOf(wordsIn(service.title ?? {}, form)), facets.filter(Boolean).join(", ")]
      .filter(Boolean)
      .join(" · ");
    return item;
  });
  part(element, "card-services").replaceChildren(...services);
}

/**
 * Says for each step that is helped with beside whom.
 * @param {PortalElement} element
 * @param {Partner} tree
 * @param {Model} model
 * @param {string} change
 */
export async function showAppearing(element, tree, model, change) {
  const format = formatterOf(element);
  const helped = (tree.services ?? []).flatMap(({ helps_with }) => helps_with ?? []);
  const numbers = [...new Set(helped)]
    .map((id) => model.tasks.findIndex((task) => task.id === id))
    .filter((number) => number >= 0);
  part(element, "appears-none").hidden = numbers.length > 0;
  numbers.sort((left, right) => left - right);
  const helping = numbers.map((number) => helpingWith(model, number, change));
  await bringWords(
    element,
    helping.flatMap(({ ids }) => ids),
  );
  const rows = numbers.map((number, place) => {
    const task = model.tasks[number];
    const row = copyTemplate(element, "appearing");
    const link = part(row, "task", HTMLAnchorElement);
    link.href = `${element.dataset.root}tasks/${task.id}/`;
    setText(link, task.title);
    const { ids, more } = helping[place];
    const known = new Set(ids.flatMap((id) => serviceOf(model, id)?.name ?? []));
    const names = [...known].join(", ") + (more ? ", …" : "");
    const beside = names ? format("join.beside", { names }) : format("join.alone_here");
    setText(part(row, "beside"), `${textOf(model.phases[task.phase].title)}. ${beside}`);
    return row;
  });
  part(element, "appears").replaceChildren(...rows);
}

/**
 * Lists the services that help with a step already, one of a partner, and whether there are more.
 * @param {Model} model
 * @param {number} task
 * @param {string} change  the partner that does not count
 */
function helpingWith(model, task, change) {
  const { partners, partner, helps, tasks } = servicesOf(model);
  /** @type {Map<string, string>} */
  const ids = new Map();
  partner.forEach((by, number) => {
    if (partners[by] !== change && tasks.subarray(helps[number], helps[number + 1]).includes(task))
      ids.set(partners[by], idOf(model, number));
  });
  return { ids: [...ids.values()].slice(0, BESIDE), more: ids.size > BESIDE };
}
