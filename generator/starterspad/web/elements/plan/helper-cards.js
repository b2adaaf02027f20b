// The cards of the services that help with a task: why each is here, what it costs, how to reach it.
/** @import {Model, PlannedService, Service} from "../../core/model-types.js" */
/** @import {PlanPage} from "./task-row.js" */
import { freshness } from "../../core/rules/freshness.js";
import { copyTemplate, dateOf, formatterOf, part, reasonWords, setText, textOf, today } from "../../base/page-parts.js";

const letter = () => import("./email-to-helper.js");

/**
 * Makes a card for each planned service, in the order given.
 * @param {PlanPage} page
 * @param {string} task  that they help with
 * @param {PlannedService[]} planned
 * @returns {HTMLElement[]}
 */
export function serviceCards(page, task, planned) {
  const { element, model } = page;
  const format = formatterOf(element);
  return planned.map(({ partner, service: id, reasons, missing }) => {
    const service = /** @type {Service} */ (
      model.services.find((candidate) => candidate.partner === partner && candidate.service === id)
    );
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
    const questions = missing.map((question) => textOf(questionOf(model, question).because)).join("; ");
    part(card, "perhaps").textContent = format("plan.perhaps", { questions });
    part(card, "perhaps").hidden = !missing.length;
    // What depends on an answer is not for everyone.
    part(card, "because").hidden = missing.length > 0 && !because;
    part(card, "contact").append(...contacts(page, task, service, card));
    part(card, "hours").textContent = service.hours ? format("contact.hours", { hours: textOf(service.hours) }) : "";
    const from = service.number_from;
    part(card, "uncalled").textContent = from ? format("contact.uncalled", { source: from }) : "";
    const old = freshness(service.checked, today(), model) === "old";
    const day = dateOf(service.checked);
    part(card, "checked").textContent = old
      ? format("fact.old", { date: day })
      : format(`seen_record.${service.seen}`, { day });
    part(card, "checked").classList.toggle("old", old);
    return card;
  });
}

/** @param {PlanPage} page @param {string} task @param {Service} service @param {HTMLElement} card */
function contacts(page, task, service, card) {
  const { element } = page;
  const format = formatterOf(element);
  /** @type {[string | undefined, string][]} */
  const ways = [
    [service.booking, format("contact.book")],
    [
      service.phone && `tel:${service.phone.replaceAll(" ", "")}`,
      format("contact.call", { phone: service.phone ?? "" }),
    ],
    service.page
      ? [service.page, format("contact.page_of", { name: service.name })]
      : [service.website, format("contact.website", { name: service.name })],
  ];
  /** @type {HTMLElement[]} */
  const links = ways.flatMap(([href, words]) => {
    if (!href) return [];
    const link = copyTemplate(element, "contact", HTMLAnchorElement);
    link.textContent = words;
    link.href = href;
    link.rel = "noopener";
    return [link];
  });
  if (service.email) {
    const write = document.createElement("button");
    write.type = "button";
    write.className = "md-button";
    write.textContent = format("contact.write");
    write.addEventListener("click", async () => {
      const place = part(card, "letter");
      (await element.late(letter, place))?.openLetter(page, task, service, place);
    });
    links.splice(service.booking ? 1 : 0, 0, write);
  }
  return links.length ? links : [format("contact.none")];
}

/** @param {Model} model @param {string} id */
function questionOf(model, id) {
  return /** @type {Model["questions"][0]} */ (model.questions.find((question) => question.id === id));
}
