// What stands on the card of a step: why, the danger, one helper with ways to reach them, what to say, three answers.
/** @import {Model, Task, Text} from "../core/model-types.js" */
/** @import {PlanOfSteps, PlannedStep} from "../core/plan/plan.js" */
/** @import {DueTask} from "../core/plan/due-dates.js" */
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {Change} from "../store/page-edits.js" */
/** @import {PortalElement} from "../base/portal-element.js" */
import { unlockedBy } from "../core/plan/plan.js";
import { asideOf, chosenOf, doneOf, stateOf } from "../core/journal/journal-queries.js";
import { serviceOf } from "../core/plan/services.js";
import { waysOf } from "../core/plan/helper-order.js";
import { perhapsWords, reasonWords } from "../base/answer-words.js";
import { firstOf, formatterOf, part, setText, showText, textOf, today } from "../base/page-parts.js";
import { bringWords } from "../base/words.js";
import { wayNotes } from "../base/ways-to-reach.js";
import { waysTo } from "./ways-to-helper.js";

const details = () => import("./task-details.js");
const helperList = () => import("./helper-list.js");

const UNLOCKS_SHOWN = 3;
// Beside the best way, so many others stand on the card.
const OTHER_WAYS = 2;

/**
 * @typedef {object} CardPage  where a card stands
 * @property {PortalElement} element  holds the templates and words
 * @property {Model} model
 * @property {() => Journal} journal  as it stands on this page
 * @property {() => PlanOfSteps} plan  with her own steps
 * @property {(id: string) => DueTask | undefined} due
 * @property {(change: Change) => Promise<void>} edit  changes the journal, and updates the page
 * @property {() => Promise<void>} refresh  makes the plan anew
 */

/**
 * Fills the card of a step, and returns what brings it up to date with the journal.
 * @param {CardPage} page
 * @param {PlannedStep} planned
 * @param {HTMLElement} card
 * @returns {() => void}
 */
export function fillCard(page, planned, card) {
  const { element, model } = page;
  const format = formatterOf(element);
  const task = model.tasks.find(({ id }) => id === planned.id);
  const [why, warning] = [part(card, "why"), part(card, "warning")];
  const because = reasonWords(model, planned.reasons, (answer) => format("plan.assumed_reason", { answer }));
  showText(part(card, "because"), because && format("plan.because", { reasons: because }));
  part(card, "page").hidden = !task;
  if (task) firstOf(part(card, "page"), "a").href = `${element.dataset.root}tasks/${planned.id}/`;
  part(card, "sum").hidden = !task?.sum;
  if (task?.sum) firstOf(part(card, "sum"), "a").href = `${element.dataset.root}${task.sum}`;
  part(card, "alone").hidden = planned.services.length > 0 || !task;
  const showChosen = countHelpers(page, planned, card);
  listenToAnswers(page, planned, card);
  let updateDetails = () => {};
  const openDetails = async () => {
    const panel = part(card, "panel");
    if (panel.children.length) return;
    const loaded = await element.late(details, part(card, "story"));
    if (!loaded || panel.children.length) return;
    const made = loaded.taskDetails(page, planned);
    panel.append(made.panel);
    updateDetails = made.update;
  };
  const story = part(card, "story", HTMLDetailsElement);
  story.addEventListener("toggle", () => story.open && openDetails());
  part(card, "appointed").addEventListener("click", async () => {
    story.open = true;
    await openDetails();
    card.querySelector("form")?.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement | null} */ (card.querySelector('[data-part="day"]'))?.focus();
  });
  const update = () => {
    showText(why, task?.why ?? "");
    showText(warning, task?.warning ?? "");
    showHelper(page, planned, card, task);
    showUnlocks(page, planned, card);
    const state = stateOf(page.journal(), planned.id);
    part(card, "answers").hidden = state !== "open" && state !== "chosen" && state !== "appointment";
    // Who waits, waits for somebody: who helps, or who decides.
    const alone = !planned.services.length && !task?.decided_by;
    part(card, "wait").hidden = part(card, "appointed").hidden = alone;
    showText(
      part(card, "done-means"),
      task?.decided_by ? format("plan.done_means", { who: textOf(task.decided_by) }) : "",
    );
    showChosen();
    updateDetails();
  };
  update();
  const [first] = planned.services.ids(1);
  bringWords(element, [...chosenOf(page.journal(), planned.id), first ?? ""]).then((fresh) => fresh && update());
  return update;
}

/**
 * Says how many help, and shows them when she opens them; returns what shows which of them are chosen.
 * @param {CardPage} page @param {PlannedStep} planned @param {HTMLElement} card
 */
function countHelpers(page, planned, card) {
  const help = part(card, "help", HTMLDetailsElement);
  const count = planned.services.partners;
  help.hidden = !count;
  part(card, "help-summary").textContent = formatterOf(page.element)("plan.help", { count });
  let showChosen = () => {};
  help.addEventListener("toggle", async () => {
    if (!help.open || part(card, "services").children.length) return;
    const loaded = await page.element.late(helperList, help);
    if (loaded && !part(card, "services").children.length) showChosen = loaded.showHelpers(page, card, planned);
  });
  return () => showChosen();
}

/**
 * Shows the helper that she chose, or the one that is suggested, with the ways to reach them.
 * @param {CardPage} page @param {PlannedStep} planned @param {HTMLElement} card @param {Task | undefined} task
 */
function showHelper(page, planned, card, task) {
  const { element, model, journal } = page;
  const [chosen] = chosenOf(journal(), planned.id);
  const helper = planned.services.preferring(chosen ?? "");
  const box = part(card, "helper");
  const shown = helper ? `${helper.partner}/${helper.service}` : "";
  const service = serviceOf(model, shown);
  // Who helps is known before their words are here.
  box.hidden = !service;
  const made = JSON.stringify([shown, service && 1, task?.say]);
  if (box.dataset.made === made) return;
  [box.dataset.helper, box.dataset.made] = [shown, made];
  showSay(card, service?.say ?? task?.say ?? []);
  if (!service) return;
  const format = formatterOf(element);
  const [best] = waysOf(service);
  part(box, "who").textContent = format(`way.${best ?? "none"}`, { name: service.name });
  setText(part(box, "service"), service.title);
  const links = waysTo(page, planned.id, service, part(box, "letter"));
  links[0]?.classList.add("md-button", "md-button--primary", "helper__best");
  part(box, "ways").replaceChildren(...links.slice(0, 1 + OTHER_WAYS));
  // Desks that have closed since the model was made say nothing.
  const open = service.open?.find(([over]) => Date.parse(over) > Date.now());
  showText(part(box, "open"), open?.[1] ?? "");
  const perhaps = perhapsWords(format, model, helper?.missing ?? []);
  showText(part(box, "notes"), [perhaps, wayNotes(format, service)].filter(Boolean).join(" · "));
}

/** @param {HTMLElement} card @param {Text[]} sentences */
function showSay(card, sentences) {
  part(card, "say").hidden = !sentences.length;
  const lines = sentences.map((sentence) => {
    const line = document.createElement("li");
    setText(line, sentence);
    return line;
  });
  part(card, "say-list").replaceChildren(...lines);
}

/** @param {CardPage} page @param {PlannedStep} planned @param {HTMLElement} card */
function showUnlocks({ element, model, journal, plan }, { id, phase }, card) {
  const format = formatterOf(element);
  const behind = new Set([...doneOf(journal()), ...asideOf(journal())]);
  const unlocks = phase ? unlockedBy(model, plan(), id, behind) : [];
  const titles = unlocks.slice(0, UNLOCKS_SHOWN).map(({ title }) => textOf(title));
  const more =
    unlocks.length > UNLOCKS_SHOWN ? format("plan.unlocks_more", { count: unlocks.length - UNLOCKS_SHOWN }) : "";
  showText(part(card, "unlocks"), titles.length ? format("plan.unlocks", { titles: titles.join("; ") }) + more : "");
}

/**
 * Keeps what she says of a step: done, or that she waits, on whom and since when.
 * @param {CardPage} page
 * @param {PlannedStep} planned
 * @param {HTMLElement} card
 */
function listenToAnswers({ edit }, { id }, card) {
  part(card, "done").addEventListener("click", () => edit((set) => set(`tasks/${id}/state`, "done")));
  part(card, "wait").addEventListener("click", () =>
    edit((set) => {
      set(`tasks/${id}/state`, "waiting");
      set(`tasks/${id}/since`, today());
      set(`tasks/${id}/waits-for`, part(card, "helper").dataset.helper || null);
    }),
  );
}
