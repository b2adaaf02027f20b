// The cards of the services that help with a task.
/** @import {Model, PlannedService, Service} from "../engine/types.js" */
import { copyTemplate, dateOf, part, setText, textOf, wordsOf } from "./page.js";

/**
 * Makes a card for each planned service, in the plan's order.
 * @param {HTMLElement} element  the element whose page holds the templates and words
 * @param {Model} model
 * @param {PlannedService[]} planned
 * @returns {HTMLElement[]}
 */
export function serviceCards(element, model, planned) {
  const say = wordsOf(element);
  return planned.map(({ partner, service: id, missing }) => {
    const service = /** @type {Service} */ (model.services.find((other) => other.partner === partner && other.service === id));
    const card = copyTemplate(element, "service");
    const name = part(card, "name");
    name.textContent = service.name;
    name.href = `${element.dataset.root}partners/${partner}/#service-${id}`;
    setText(part(card, "title"), service.title);
    const cost = service.cost ? say(`cost.${service.cost}`) : say("service.unknown");
    const formats = (service.format ?? []).map((format) => say(`format.${format}`)).join(", ") || say("service.unknown");
    part(card, "cost").textContent = `${say("service.label", { name: say("service.cost") })} ${cost}`;
    part(card, "format").textContent = `${say("service.label", { name: say("service.format") })} ${formats}`;
    const questions = missing.map((other) => textOf(questionOf(model, other).because)).join("; ");
    part(card, "perhaps").textContent = say("plan.perhaps", { questions });
    part(card, "perhaps").hidden = !missing.length;
    part(card, "contact").append(...contacts(element, service, say));
    part(card, "checked").textContent = say("partner.checked", { date: dateOf(service.checked) });
    return card;
  });
}

/** @param {HTMLElement} element @param {Service} service @param {ReturnType<typeof wordsOf>} say */
function contacts(element, service, say) {
  /** @type {[string | undefined, string][]} */
  const ways = [
    [service.booking, say("contact.book")],
    [service.phone && `tel:${service.phone.replaceAll(" ", "")}`, say("contact.call", { phone: service.phone ?? "" })],
    [service.email && `mailto:${service.email}`, say("contact.mail")],
    [service.page, say("contact.website", { name: service.name })],
  ];
  const links = ways.flatMap(([href, words]) => {
    if (!href) return [];
    const link = copyTemplate(element, "contact");
    link.textContent = words;
    link.href = href;
    link.rel = "noopener";
    return [link];
  });
  return links.length ? links : [say("contact.none")];
}

/** @param {Model} model @param {string} id */
function questionOf(model, id) {
  return /** @type {Model["questions"][0]} */ (model.questions.find((question) => question.id === id));
}
