// Hands appointments and days over to the calendar that she has already. Loaded when someone asks.
/** @import {Model} from "../core/model-types.js" */
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {Appointment} from "../core/journal/journal-queries.js" */
/** @import {DueTask} from "../core/plan/due-dates.js" */
import { calendarOf } from "../core/formats/icalendar.js";
import { currentPlan } from "../core/plan/current-plan.js";
import { dueTasks } from "../core/plan/due-dates.js";
import { serviceOf } from "../core/plan/services.js";
import { appointmentsOf, dayAt } from "../core/journal/journal-queries.js";
import { NAME } from "../store/journal-presence.js";
import { nameOf, titleOf } from "./names-and-moments.js";
import { download, formatterOf, textOf } from "./page-parts.js";
import { numberOf } from "./phone-number.js";

/**
 * Downloads a calendar file of appointments, of the days by which steps must be ready, and of the day she starts.
 * @param {HTMLElement} element  holds the words
 * @param {Model} model
 * @param {Journal} journal
 * @param {{appointments: Appointment[], due: DueTask[], target: boolean}} moments
 */
export function toCalendar(element, model, journal, { appointments, due, target }) {
  const format = formatterOf(element);
  const written = (/** @type {string} */ path) => journal.fields[path]?.at[0] ?? 0;
  const meetings = appointments.map(({ id, task, service, day, time, place }) => {
    const offer = serviceOf(model, service);
    const bring = offer?.bring ? format("agenda.bring", { what: textOf(offer.bring) }) : "";
    const contact = [offer && numberOf(offer, format), offer?.email, offer?.page ?? offer?.website]
      .filter(Boolean)
      .join("\n");
    const title = [nameOf(model, service), textOf(titleOf(model, journal, task))].filter(Boolean).join(": ");
    return {
      id,
      day,
      time,
      title,
      place,
      notes: [bring, contact].filter(Boolean).join("\n"),
      written: written(`appointments/${id}/day`),
    };
  });
  const steps = due.map(({ id, due: day }) => {
    const title = format("agenda.due", { step: textOf(titleOf(model, journal, id)) });
    return {
      id: `due-${id}`,
      day,
      time: "",
      title,
      place: "",
      notes: "",
      written: Math.max(written(`tasks/${id}/due`), written("plan/target")),
    };
  });
  const day = dayAt(journal, "plan/target");
  const start =
    target && day
      ? [
          {
            id: "target",
            day,
            time: "",
            title: format("agenda.target"),
            place: "",
            notes: "",
            written: written("plan/target"),
          },
        ]
      : [];
  // The name of her journal ends in the folder that this portal has on its host.
  const portal = `${location.host}${NAME.slice(NAME.indexOf(":") + 1, -1)}`;
  const events = [...meetings, ...steps, ...start];
  download("plan.ics", "text/calendar", calendarOf(events, format("agenda.name"), portal, model.time_zone));
}

/**
 * Downloads what one step has in the calendar.
 * @param {{element: HTMLElement, model: Model, journal: () => Journal, due: (id: string) => DueTask | undefined}} page
 * @param {string} id
 */
export function taskToCalendar({ element, model, journal, due }, id) {
  const appointments = appointmentsOf(journal()).filter(({ task, outcome }) => task === id && !outcome);
  const mine = due(id);
  toCalendar(element, model, journal(), { appointments, due: mine ? [mine] : [], target: false });
}

/**
 * Downloads all that a plan has in the calendar.
 * @param {HTMLElement} element
 * @param {Model} model
 * @param {Journal} journal
 * @returns {boolean} whether it has anything there
 */
export function planToCalendar(element, model, journal) {
  const appointments = appointmentsOf(journal).filter(({ outcome }) => !outcome);
  const due = dueTasks(model, currentPlan(model, journal).plan, journal);
  if (!appointments.length && !due.length && !dayAt(journal, "plan/target")) return false;
  toCalendar(element, model, journal, { appointments, due, target: true });
  return true;
}
