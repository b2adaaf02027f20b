// Names and moments in words.
/** @import {Model, Text} from "../core/model-types.js" */
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {Appointment} from "../core/journal/journal-queries.js" */
import { valueAt } from "../core/journal/journal.js";
import { serviceOf } from "../core/plan/services.js";
import { dateOf, textOf } from "./page-parts.js";

/**
 * Says when, with whom and where.
 * @param {Appointment} appointment
 * @param {Model} model
 * @param {(key: string, values?: Record<string, string>) => string} format
 */
export function momentOf({ day, time, place, service }, model, format) {
  const when = [dateOf(day), time].filter(Boolean).join(", ");
  return format("story.moment", { moment: [when, nameOf(model, service), place].filter(Boolean).join(" · ") });
}

/**
 * Returns the name of the partner behind a partner/service; of one that is gone, what it was called.
 * @param {Model} model
 * @param {string} service
 */
export function nameOf(model, service) {
  return serviceOf(model, service)?.name ?? textOf(model.retired[`service/${service}`] ?? "");
}

/**
 * Returns what a step is called: by the city, by herself, or before it was taken away.
 * @param {Model} model
 * @param {Journal} journal
 * @param {string} id
 * @returns {Text}
 */
export function titleOf(model, journal, id) {
  const own = valueAt(journal, `tasks/${id}/title`);
  return (
    model.tasks.find((task) => task.id === id)?.title ??
    (typeof own === "string" ? own : (model.retired[`task/${id}`] ?? id))
  );
}
