// Hands appointments over to the calendar that she has already. Loaded when someone asks.
/** @import {Model} from "../engine/types.js" */
/** @import {Journal} from "../engine/journal.js" */
/** @import {Appointment} from "../engine/story.js" */
import { calendarOf } from "../engine/calendar.js";
import { nameOf } from "./moment.js";
import { download, textOf, wordsOf } from "./page.js";

/**
 * Downloads appointments as a calendar file.
 * @param {HTMLElement} element  holds the words
 * @param {Model} model
 * @param {Journal} journal  says when each was written
 * @param {Appointment[]} appointments
 */
export function toCalendar(element, model, journal, appointments) {
  const say = wordsOf(element);
  const events = appointments.map(({ id, task, service, day, time, place }) => {
    const title = model.tasks.find((one) => one.id === task)?.title ?? "";
    const found = model.services.find((one) => `${one.partner}/${one.service}` === service);
    const bring = found?.bring ? say("agenda.bring", { what: textOf(found.bring) }) : "";
    const contact = [found?.phone, found?.email, found?.page].filter(Boolean).join("\n");
    return {
      id,
      day,
      time,
      title: [nameOf(model, service), textOf(title)].filter(Boolean).join(": "),
      place,
      notes: [bring, contact].filter(Boolean).join("\n"),
      written: journal.fields[`appointments/${id}/day`]?.at[0] ?? 0,
    };
  });
  download("plan.ics", "text/calendar", calendarOf(events, say("agenda.name")));
}
