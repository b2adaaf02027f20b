// A row of the plan: one task with its reasons, its helpers and its story.
/** @import {Model, PlannedTask} from "../engine/types.js" */
/** @import {Journal} from "../engine/journal.js" */
/** @import {Set as SetField} from "../store/journal.js" */
import { appointmentsOf, chosenOf, stateOf } from "../engine/story.js";
import { momentOf } from "./moment.js";
import { copyTemplate, part, setText, textOf, titlesOf, wordsOf } from "./page.js";
import { serviceCards } from "./services.js";

/**
 * @typedef {object} PlanPage
 * @property {HTMLElement} element  holds the templates and words
 * @property {Model} model
 * @property {() => Journal} journal  as it stands on this page
 * @property {(change: (set: SetField) => void) => Promise<void>} edit  changes the journal, and updates the page
 * @typedef {{row: HTMLElement, update: () => void}} Row
 */

const SHOWN_FIRST = 3;

/** @param {PlanPage} page @param {PlannedTask} planned @param {boolean} added  whether she put it on the plan herself @returns {Row} */
export function taskRow(page, planned, added) {
  const { element, model, edit } = page;
  const say = wordsOf(element);
  const task = /** @type {Model["tasks"][0]} */ (model.tasks.find(({ id }) => id === planned.id));
  const row = copyTemplate(element, "task");
  row.dataset.task = task.id;
  const title = part(row, "title");
  setText(title, task.title);
  title.href = `${element.dataset.root}tasks/${task.id}/`;
  setText(part(row, "why"), task.why);
  if (task.warning) {
    setText(part(row, "warning"), task.warning);
    part(row, "warning").hidden = false;
  }
  const reasons = planned.reasons.flatMap(({ question, options }) => titlesOf(model, question, options)).join("; ");
  const herOwn = added && planned.verdict === "yes" && !reasons;
  part(row, "because").textContent = herOwn ? say("step.added") : say("plan.because", { reasons });
  part(row, "because").hidden = !reasons && !herOwn;
  part(row, "kind").textContent = say(`kind_short.${task.kind}`);
  part(row, "tick-label").textContent = say("plan.tick", { title: textOf(task.title) });
  const tick = row.querySelector("input");
  tick.addEventListener("change", () => edit((set) => set(`tasks/${task.id}/state`, tick.checked ? "done" : null)));
  const showChosen = helpers(page, row, planned);
  /** @type {() => void} */
  let updateStory = () => {};
  const panel = part(row, "panel");
  part(row, "story").addEventListener("toggle", async () => {
    if (panel.children.length) return;
    const { storyPanel } = await import("./story.js");
    if (panel.children.length) return;
    const story = storyPanel(page, planned);
    panel.append(story.panel);
    updateStory = story.update;
  });

  const update = () => {
    const journal = page.journal();
    const told = stateOf(journal, task.id);
    const state = planned.verdict === "yes" || told !== "open" ? told : "unknown";
    row.dataset.state = state;
    tick.checked = told === "done" || told === "elsewhere";
    part(row, "state").textContent = say(`state.${state}`);
    const next = appointmentsOf(journal).filter((one) => one.task === task.id && !one.outcome);
    part(row, "moments").textContent = next.map((one) => momentOf(one, model, say)).join("; ");
    part(row, "moments").hidden = !next.length;
    showChosen();
    updateStory();
  };
  update();
  return { row, update };
}

/**
 * Fills in who helps; returns what shows which of them are chosen.
 * @param {PlanPage} page
 * @param {HTMLElement} row
 * @param {PlannedTask} planned
 */
function helpers({ element, model, journal, edit }, row, planned) {
  const say = wordsOf(element);
  // One organisation may help in several ways; it is counted once.
  const count = new Set(planned.services.map(({ partner }) => partner)).size;
  const sure = planned.services.filter(({ verdict }) => verdict === "yes");
  const fitting = new Set(sure.map(({ partner }) => partner)).size;
  part(row, "help").hidden = !count;
  part(row, "alone").hidden = count > 0;
  const perhaps = fitting && fitting < count ? say("plan.and_perhaps", { count: count - fitting }) : "";
  const help = fitting ? say("plan.help", { count: fitting }) : say("plan.help_perhaps", { count });
  part(row, "help-summary").textContent = help + perhaps;
  const list = part(row, "services");
  /** @type {[HTMLElement, string][]} */
  const buttons = [];
  const showChosen = () => {
    const chosen = chosenOf(journal(), planned.id);
    for (const [button, service] of buttons) {
      button.setAttribute("aria-pressed", String(chosen.includes(service)));
      part(button, "words").textContent = say(chosen.includes(service) ? "story.chosen" : "story.choose");
    }
  };
  /** @param {number} from @param {number} [to] */
  const show = (from, to) => {
    const services = planned.services.slice(from, to);
    const cards = serviceCards(element, model, services);
    cards.forEach((card, place) => {
      const service = `${services[place].partner}/${services[place].service}`;
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
  show(0, SHOWN_FIRST);
  const more = part(row, "more");
  more.hidden = planned.services.length <= SHOWN_FIRST;
  more.textContent = say("plan.more", { count: planned.services.length });
  more.addEventListener("click", () => {
    const [first] = show(SHOWN_FIRST);
    showChosen();
    more.hidden = true;
    first.querySelector("a")?.focus();
  });
  return showChosen;
}
