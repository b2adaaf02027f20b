// The details of a task: appointments, notes, and what became of it. Loaded when someone opens it.
/** @import {PlannedStep} from "../core/plan/plan.js" */
/** @import {CardPage} from "./step-card.js" */
import { adviceOf, appointmentsOf, chosenOf, dayAt, timesOf } from "../core/journal/journal-queries.js";
import { under, valueAt } from "../core/journal/journal.js";
import { newName } from "../store/page-edits.js";
import { momentOf, nameOf } from "../base/names-and-moments.js";
import { whoWrote } from "../base/advice-words.js";
import { copyTemplate, formatterOf, part, today, tooLong } from "../base/page-parts.js";
import { bringWords } from "../base/words.js";

const calendar = () => import("../base/calendar-download.js");

const PAUSE_MS = 500;
// So many who help are offered for an appointment, besides whom she chose.
const OFFERED = 24;

/**
 * Makes the panel of a task, and what brings it up to date with the journal.
 * @param {CardPage} page
 * @param {PlannedStep} planned
 * @returns {{panel: HTMLElement, update: () => void}}
 */
export function taskDetails(page, planned) {
  const panel = copyTemplate(page.element, "story");
  keepTexts(page, planned.id, panel);
  listenToState(page, planned, panel);
  listenToTimes(page, planned.id, panel);
  listenToAppointments(page, planned.id, panel);
  const update = () => bringUpToDate(page, planned, panel);
  update();
  bringWords(page.element, planned.services.ids(OFFERED)).then((fresh) => fresh && update());
  return { panel, update };
}

/** @param {HTMLElement} panel @returns {[string, HTMLInputElement | HTMLTextAreaElement][]} */
function textFields(panel) {
  return [
    ["notes", part(panel, "notes", HTMLTextAreaElement)],
    ["why", part(panel, "why", HTMLInputElement)],
  ];
}

/** Keeps what she writes about a task. @param {CardPage} page @param {string} id @param {HTMLElement} panel */
function keepTexts({ element, journal, edit }, id, panel) {
  const format = formatterOf(element);
  for (const [name, field] of textFields(panel)) {
    const path = `tasks/${id}/${name}`;
    /** @type {number | undefined} */
    let pause;
    const keep = async () => {
      clearTimeout(pause);
      if (tooLong(field) || field.value === (valueAt(journal(), path) ?? "")) return;
      await edit((set) => set(path, field.value || null));
      part(panel, "kept").textContent = format("story.kept");
    };
    // Also while she types: a phone may close the page without a word.
    field.addEventListener("input", () => {
      part(panel, "kept").textContent = "";
      clearTimeout(pause);
      pause = setTimeout(keep, PAUSE_MS);
    });
    field.addEventListener("change", keep);
  }
}

/**
 * Keeps what became of a task, and by when it must be ready.
 * @param {CardPage} page @param {PlannedStep} planned @param {HTMLElement} panel
 */
function listenToState(page, planned, panel) {
  const { element, model, edit, refresh } = page;
  const at = `tasks/${planned.id}`;
  for (const state of ["elsewhere", "not-for-me", "back"]) {
    part(panel, state).addEventListener("click", async () => {
      await edit((set) => set(`${at}/state`, state === "back" ? null : state));
      part(panel, state === "back" ? "elsewhere" : "back").focus();
    });
  }
  const due = part(panel, "due", HTMLInputElement);
  due.addEventListener("change", () => edit((set) => set(`${at}/due`, due.value || null)));
  const toCalendar = part(panel, "step-to-calendar");
  toCalendar.addEventListener("click", async () => {
    (await element.late(calendar, toCalendar))?.taskToCalendar(page, planned.id);
  });
  part(panel, "remove").hidden = model.tasks.some(({ id }) => id === planned.id) || planned.verdict === "no";
  part(panel, "remove").addEventListener("click", async () => {
    await edit((set, journal) => {
      for (const [path] of under(journal, `${at}/`)) set(`${at}/${path}`, null);
    });
    await refresh();
    part(element, "progress").focus();
  });
}

/**
 * Counts how often she did a task that is worth doing more than once.
 * @param {CardPage} page
 * @param {string} id
 * @param {HTMLElement} panel
 */
function listenToTimes({ model, edit }, id, panel) {
  const at = `tasks/${id}`;
  const task = model.tasks.find((candidate) => candidate.id === id);
  part(panel, "again").addEventListener("click", () => {
    const name = newName();
    edit((set, journal) => {
      set(`${at}/times/${name}`, today());
      if (task?.times && timesOf(journal, id).length >= task.times) set(`${at}/state`, "done");
    });
  });
  part(panel, "not-again").addEventListener("click", async () => {
    await edit((set, journal) => {
      const [last] = under(journal, `${at}/times/`).sort(([, left], [, right]) =>
        String(left) > String(right) ? -1 : 1,
      );
      if (last) set(`${at}/times/${last[0]}`, null);
    });
    if (part(panel, "not-again").hidden) part(panel, "again").focus();
  });
}

/** Makes the appointments that she fills in. @param {CardPage} page @param {string} id @param {HTMLElement} panel */
function listenToAppointments(page, id, panel) {
  part(panel, "appointment").addEventListener("submit", async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const [day, time, place] = ["day", "time", "place"].map((name) => part(panel, name, HTMLInputElement));
    part(panel, "error").hidden = Boolean(day.value);
    if (!day.value) return day.focus();
    if (tooLong(place)) return place.focus();
    await makeAppointment(page, id, {
      service: part(panel, "service", HTMLSelectElement).value,
      day: day.value,
      time: time.value,
      place: place.value.trim(),
    });
    for (const field of [day, time, place]) field.value = "";
    const kept = textFields(panel).every(([, field]) => !tooLong(field));
    part(panel, "kept").textContent = kept ? formatterOf(page.element)("story.kept") : "";
  });
}

/**
 * Brings a panel up to date with the journal.
 * @param {CardPage} page
 * @param {PlannedStep} planned
 * @param {HTMLElement} panel
 */
function bringUpToDate(page, planned, panel) {
  const now = page.journal();
  const at = `tasks/${planned.id}`;
  const state = valueAt(now, `${at}/state`);
  for (const [name, field] of textFields(panel)) {
    if (document.activeElement !== field && !tooLong(field)) field.value = String(valueAt(now, `${at}/${name}`) ?? "");
  }
  const due = part(panel, "due", HTMLInputElement);
  if (document.activeElement !== due) due.value = dayAt(now, `${at}/due`);
  part(panel, "not-again").hidden = !timesOf(now, planned.id).length;
  part(panel, "step-to-calendar").hidden =
    !page.due(planned.id) && !appointmentsOf(now).some(({ task }) => task === planned.id);
  listAdvice(page, planned.id, part(panel, "comments"));
  part(panel, "why-label").hidden = state !== "not-for-me";
  part(panel, "elsewhere").hidden = state !== null;
  part(panel, "not-for-me").hidden = state !== null;
  part(panel, "back").hidden = state === null;
  listAppointments(page, planned.id, part(panel, "appointments"));
  offerServices(page, planned, part(panel, "service", HTMLSelectElement));
}

/**
 * Lists what a coach wrote about a task and she took over.
 * @param {CardPage} page
 * @param {string} id
 * @param {HTMLElement} list
 */
function listAdvice({ element, journal }, id, list) {
  const format = formatterOf(element);
  const taken = adviceOf(journal()).filter(
    ({ task, suggests, text, answer }) => text && answer === "accepted" && (suggests || task) === id,
  );
  const lines = taken.map(({ by, day, text }) => {
    const line = document.createElement("li");
    line.textContent = `${whoWrote(format, { by, day })} ${text}`;
    return line;
  });
  list.replaceChildren(...lines);
}

/** Lists the appointments about a task. @param {CardPage} page @param {string} task @param {HTMLElement} list */
function listAppointments({ element, model, journal, edit }, task, list) {
  const format = formatterOf(element);
  const rows = appointmentsOf(journal())
    .filter((appointment) => appointment.task === task)
    .map((appointment) => {
      const row = copyTemplate(element, "appointment");
      part(row, "words").textContent = momentOf(appointment, model, format);
      part(row, "to-calendar").addEventListener("click", async () => {
        const moments = { appointments: [appointment], due: [], target: false };
        (await element.late(calendar, list))?.toCalendar(element, model, journal(), moments);
      });
      part(row, "take-back").addEventListener("click", async () => {
        const panel = /** @type {HTMLElement} */ (list.closest("form"));
        await edit((set) => set(`appointments/${appointment.id}/day`, null));
        // The button went along with its appointment.
        part(panel, "day").focus();
      });
      return row;
    });
  list.replaceChildren(...rows);
}

/**
 * Lists who an appointment can be with: the chosen first.
 * @param {CardPage} page
 * @param {PlannedStep} planned
 * @param {HTMLSelectElement} select
 */
function offerServices({ element, journal, model }, { id, services }, select) {
  const chosen = chosenOf(journal(), id);
  const all = [...new Set([...chosen, ...services.ids(OFFERED)])];
  const before = select.value;
  const seen = new Set();
  const options = all.flatMap((service) => {
    const name = nameOf(model, service);
    if (!name || seen.has(name)) return [];
    seen.add(name);
    return [new Option(name, service, false, service === before)];
  });
  select.replaceChildren(
    ...options,
    new Option(formatterOf(element)("story.someone_else"), "", false, !options.length),
  );
}

/**
 * @param {CardPage} page
 * @param {string} task
 * @param {{service: string, day: string, time: string, place: string}} appointment
 */
function makeAppointment({ edit }, task, appointment) {
  const id = `a${newName()}`;
  return edit((set) => {
    set(`appointments/${id}/task`, task);
    for (const [name, value] of Object.entries(appointment)) if (value) set(`appointments/${id}/${name}`, value);
    if (appointment.service) set(`tasks/${task}/chosen/${appointment.service}`, true);
  });
}
