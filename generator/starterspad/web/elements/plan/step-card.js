// What stands on the card of a step: why, the danger, one helper with ways to reach them, what to say, three answers.
/** @import {PlannedService, PlannedTask, Service, Task, Text} from "../../core/model-types.js" */
/** @import {PlanPage} from "./task-row.js" */
import { unlockedBy } from "../../core/plan/plan.js";
import { asideOf, chosenOf, doneOf, stateOf } from "../../core/journal/journal-queries.js";
import { waysOf } from "../../core/plan/helper-order.js";
import { firstOf, formatterOf, part, reasonWords, setText, textOf, today } from "../../base/page-parts.js";
import { helperList } from "./helper-list.js";

const details = () => import("./task-details.js");
const letter = () => import("./email-to-helper.js");

const UNLOCKS_SHOWN = 3;
// Beside the best way, so many others stand on the card.
const OTHER_WAYS = 2;

/**
 * Fills the card of a step, and returns what brings it up to date with the journal.
 * @param {PlanPage} page
 * @param {PlannedTask} planned
 * @param {HTMLElement} card
 * @returns {() => void}
 */
export function fillCard(page, planned, card) {
  const { element, model } = page;
  const format = formatterOf(element);
  const task = model.tasks.find(({ id }) => id === planned.id);
  show(part(card, "why"), task ? textOf(task.why) : "");
  show(part(card, "warning"), task?.warning ? textOf(task.warning) : "");
  const because = reasonWords(model, planned.reasons, (answer) => format("plan.assumed_reason", { answer }));
  show(part(card, "because"), because && format("plan.because", { reasons: because }));
  part(card, "page").hidden = !task;
  if (task) firstOf(part(card, "page"), "a").href = `${element.dataset.root}tasks/${planned.id}/`;
  part(card, "alone").hidden = planned.services.length > 0 || !task;
  const showChosen = helperList(page, card, planned);
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
    showHelper(page, planned, card, task);
    showUnlocks(page, planned, card);
    const state = stateOf(page.journal(), planned.id);
    part(card, "answers").hidden = state !== "open" && state !== "chosen" && state !== "appointment";
    part(card, "wait").hidden = !planned.services.length;
    part(card, "appointed").hidden = !planned.services.length;
    show(part(card, "done-means"), task?.decided_by ? format("plan.done_means", { who: textOf(task.decided_by) }) : "");
    showChosen();
    updateDetails();
  };
  update();
  return update;
}

/** @param {HTMLElement} element @param {string} text  empty: the element is not shown */
function show(element, text) {
  setText(element, text);
  if (element.hidden !== !text) element.hidden = !text;
}

/**
 * Shows the helper that she chose, or the one that is suggested, with the ways to reach them.
 * @param {PlanPage} page @param {PlannedTask} planned @param {HTMLElement} card @param {Task | undefined} task
 */
function showHelper(page, planned, card, task) {
  const { element, model, journal } = page;
  const [chosen] = chosenOf(journal(), planned.id);
  const of = (/** @type {PlannedService} */ { partner, service }) => `${partner}/${service}`;
  const helper = planned.services.find((candidate) => of(candidate) === chosen) ?? planned.services.at(0);
  const box = part(card, "helper");
  box.hidden = !helper;
  const service = model.services.find(
    (known) => helper && known.partner === helper.partner && known.service === helper.service,
  );
  const shown = helper ? of(helper) : "";
  if (box.dataset.helper === shown) return;
  box.dataset.helper = shown;
  showSay(card, service?.say ?? task?.say ?? []);
  if (!service) return;
  const format = formatterOf(element);
  const [best] = waysOf(service);
  part(box, "who").textContent = format(`way.${best ?? "none"}`, { name: service.name });
  setText(part(box, "service"), service.title);
  const links = waysOf(service).map((way) => wayLink(page, planned.id, service, way, box));
  links[0]?.classList.add("md-button", "md-button--primary", "helper__best");
  part(box, "ways").replaceChildren(...links.slice(0, 1 + OTHER_WAYS));
  const notes = [
    service.phone && service.hours && format("contact.hours", { hours: textOf(service.hours) }),
    service.phone && service.number_from && format("contact.uncalled", { source: service.number_from }),
  ];
  show(part(box, "notes"), notes.filter(Boolean).join(" "));
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

/**
 * @param {PlanPage} page
 * @param {string} task
 * @param {Service} service
 * @param {ReturnType<typeof waysOf>[0]} way
 * @param {HTMLElement} box
 */
function wayLink(page, task, service, way, box) {
  const { element } = page;
  const format = formatterOf(element);
  const link = document.createElement("a");
  link.dataset.way = way;
  /** @type {{[way: string]: [string | undefined, string]}} */
  const ways = {
    phone: [
      service.phone && `tel:${service.phone.replaceAll(" ", "")}`,
      format("contact.call", { phone: service.phone ?? "" }),
    ],
    booking: [service.booking, format("contact.book")],
    desk: [`${element.dataset.root}partners/${service.partner}/`, service.address ?? ""],
    mail: [service.email && `mailto:${service.email}`, format("contact.write")],
    web: service.page
      ? [service.page, format("contact.page_of", { name: service.name })]
      : [service.website, format("contact.website", { name: service.name })],
  };
  const [href, words] = ways[way];
  link.href = href ?? "";
  link.textContent = words;
  link.rel = "noopener";
  if (way === "mail") {
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const place = part(box, "letter");
      (await element.late(letter, place))?.openLetter(page, task, service, place);
    });
  }
  return link;
}

/** @param {PlanPage} page @param {PlannedTask} planned @param {HTMLElement} card */
function showUnlocks({ element, model, journal, plan }, { id, phase }, card) {
  const format = formatterOf(element);
  const behind = new Set([...doneOf(journal()), ...asideOf(journal())]);
  const unlocks = phase ? unlockedBy(model, plan(), id, behind) : [];
  const titles = unlocks.slice(0, UNLOCKS_SHOWN).map(({ title }) => textOf(title));
  const more =
    unlocks.length > UNLOCKS_SHOWN ? format("plan.unlocks_more", { count: unlocks.length - UNLOCKS_SHOWN }) : "";
  show(part(card, "unlocks"), titles.length ? format("plan.unlocks", { titles: titles.join("; ") }) + more : "");
}

/**
 * Keeps what she says of a step: done, or that she waits, on whom and since when.
 * @param {PlanPage} page
 * @param {PlannedTask} planned
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
