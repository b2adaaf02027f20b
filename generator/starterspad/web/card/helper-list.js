// Everybody who helps with a step, as cards to choose from. Loaded when she opens them: a plan has dozens of steps,
// with a hundred cards between them.
/** @import {PlannedTask} from "../core/model-types.js" */
/** @import {CardPage} from "./step-card.js" */
import { chosenOf } from "../core/journal/journal-queries.js";
import { formatterOf, part } from "../base/page-parts.js";
import { serviceCards } from "./helper-cards.js";

const SHOWN_FIRST = 3;

/**
 * Shows who helps; returns what shows which of them are chosen.
 * @param {CardPage} page
 * @param {HTMLElement} row  its card
 * @param {PlannedTask} planned
 */
export function showHelpers(page, row, planned) {
  const { element, journal, edit } = page;
  const format = formatterOf(element);
  const { services } = planned;
  const list = part(row, "services");
  /** @type {[HTMLElement, string][]} */
  const buttons = [];
  const showChosen = () => {
    const chosen = chosenOf(journal(), planned.id);
    for (const [button, service] of buttons) {
      button.setAttribute("aria-pressed", String(chosen.includes(service)));
      part(button, "words").textContent = format(chosen.includes(service) ? "story.chosen" : "story.choose");
    }
  };
  /** @param {number} from @param {number} [to] */
  const showCards = (from, to) => {
    const some = services.slice(from, to);
    const cards = serviceCards(page, planned.id, some);
    cards.forEach((card, place) => {
      const service = `${some[place].partner}/${some[place].service}`;
      const button = part(card, "choose");
      part(button, "name").textContent = part(card, "name").textContent;
      button.addEventListener("click", () => {
        const chosen = button.getAttribute("aria-pressed") === "true";
        edit((set) => set(`tasks/${planned.id}/chosen/${service}`, chosen ? null : true));
      });
      buttons.push([button, service]);
    });
    list.append(...cards);
    return cards;
  };
  showCards(0, SHOWN_FIRST);
  showChosen();
  const more = part(row, "more");
  more.hidden = services.length <= SHOWN_FIRST;
  more.textContent = format("plan.more", { count: services.length });
  more.addEventListener("click", () => {
    const [first] = showCards(SHOWN_FIRST);
    showChosen();
    more.hidden = true;
    first.querySelector("a")?.focus();
  });
  return showChosen;
}
