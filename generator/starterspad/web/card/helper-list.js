// Everybody who helps with a step, as cards to choose from. Loaded when she opens them: a plan has dozens of steps,
// with a hundred cards between them.
/** @import {PlannedStep} from "../core/plan/plan.js" */
/** @import {CardPage} from "./step-card.js" */
import { chosenOf } from "../core/journal/journal-queries.js";
import { serviceOf } from "../core/plan/services.js";
import { bringWords } from "../base/words.js";
import { formatterOf, part } from "../base/page-parts.js";
import { serviceCards } from "./helper-cards.js";

// Then all of them, or so many at a time.
const [SHOWN_FIRST, SHOWN_MORE] = [3, 24];

/**
 * Shows who helps; returns what shows which of them are chosen.
 * @param {CardPage} page
 * @param {HTMLElement} row  its card
 * @param {PlannedStep} planned
 */
export function showHelpers(page, row, planned) {
  const { element, model, journal, edit } = page;
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
  /** @param {number} from @param {number} to */
  const showCards = async (from, to) => {
    await bringWords(element, services.ids(to).slice(from), list);
    const some = services.slice(from, to).filter(({ partner, service }) => serviceOf(model, `${partner}/${service}`));
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
    showChosen();
    return cards;
  };
  const more = part(row, "more");
  const sayMore = () => {
    const [all, left] = [services.length, services.length - list.children.length];
    more.hidden = left <= 0;
    const key = all > SHOWN_FIRST + SHOWN_MORE ? "plan.more_of" : "plan.more";
    more.textContent = format(key, { count: key === "plan.more" ? all : Math.min(left, SHOWN_MORE) });
  };
  let shown = showCards(0, SHOWN_FIRST);
  shown.then(sayMore);
  more.onclick = async () => {
    await shown;
    shown = showCards(list.children.length, list.children.length + SHOWN_MORE);
    const [first] = await shown;
    sayMore();
    first?.querySelector("a")?.focus();
  };
  return showChosen;
}
