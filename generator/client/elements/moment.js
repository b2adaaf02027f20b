// An appointment in words.
/** @import {Model} from "../engine/types.js" */
/** @import {Appointment} from "../engine/story.js" */
import { dateOf } from "./page.js";

/**
 * Says when, with whom and where.
 * @param {Appointment} appointment
 * @param {Model} model
 * @param {(key: string, values?: Record<string, string>) => string} say
 */
export function momentOf({ day, time, place, service }, model, say) {
  const when = [dateOf(day), time].filter(Boolean).join(", ");
  return say("story.moment", { moment: [when, nameOf(model, service), place].filter(Boolean).join(" · ") });
}

/** Returns the name of the partner behind a partner/service; empty when it is nobody of the list. @param {Model} model @param {string} service */
export function nameOf(model, service) {
  return model.services.find((one) => `${one.partner}/${one.service}` === service)?.name ?? "";
}

/** The day of today where she is, as 2026-01-31. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
