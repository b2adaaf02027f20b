// The cards of the services that help with a task: why each is here, what it costs, how to reach it.
/** @import {PlannedService} from "../core/plan-types.js" */
/** @import {Service} from "../core/plan/services.js" */
/** @import {CardPage} from "./step-card.js" */
import { serviceOf } from "../core/plan/services.js";
import { freshness } from "../core/rules/freshness.js";
import { perhapsWords, reasonWords } from "../base/answer-words.js";
import { copyTemplate, dateOf, formatterOf, part, setText, showText, today } from "../base/page-parts.js";
import { wayNotes } from "../base/ways-to-reach.js";
import { waysTo } from "./ways-to-helper.js";

/**
 * Makes a card for each planned service, in the order given.
 * @param {CardPage} page
 * @param {string} task  that they help with
 * @param {PlannedService[]} planned
 * @returns {HTMLElement[]}
 */
export function serviceCards(page, task, planned) {
  const { element, model } = page;
  const format = formatterOf(element);
  return planned.map(({ partner, service: id, reasons, missing }) => {
    const service = /** @type {Service} */ (serviceOf(model, `${partner}/${id}`));
    const card = copyTemplate(element, "service");
    const name = part(card, "name", HTMLAnchorElement);
    name.textContent = service.name;
    name.href = `${element.dataset.root}partners/${partner}/#service-${id}`;
    setText(part(card, "title"), service.title);
    // What nobody knows is not said.
    const known = [
      ["cost", service.cost && format(`cost.${service.cost}`)],
      ["format", service.format?.map((kind) => format(`format.${kind}`)).join(", ")],
    ].flatMap(([name, words]) =>
      words ? [`${format("service.label", { name: format(`service.${name}`) })} ${words}`] : [],
    );
    part(card, "facts").textContent = known.join(" · ");
    part(card, "facts").hidden = !known.length;
    const because = reasonWords(model, reasons, (answer) => format("plan.assumed_reason", { answer }));
    part(card, "because").textContent = because
      ? format("plan.because", { reasons: because })
      : format("service.for_all");
    showText(part(card, "perhaps"), perhapsWords(format, model, missing));
    // What depends on an answer is not for everyone.
    part(card, "because").hidden = missing.length > 0 && !because;
    const links = waysTo(page, task, service, part(card, "letter"));
    for (const link of links) link.classList.add("md-button");
    part(card, "contact").append(...(links.length ? links : [format("contact.none")]));
    showText(part(card, "notes"), wayNotes(format, service));
    const old = freshness(service.checked, today(), model) === "old";
    const day = dateOf(service.checked);
    part(card, "checked").textContent = old
      ? format("fact.old", { date: day })
      : format(`seen_record.${service.seen}`, { day });
    part(card, "checked").classList.toggle("old", old);
    return card;
  });
}
