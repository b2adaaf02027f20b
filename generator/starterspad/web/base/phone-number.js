// A phone number in words.
/** @import {Service} from "../core/plan/services.js" */

/**
 * Says a phone number, and whose page it is from while nobody has called it.
 * @param {Service} service
 * @param {(key: string, values?: Record<string, string>) => string} format
 */
export function numberOf({ phone, number_from: source }, format) {
  return phone && source ? `${phone} (${format("contact.uncalled", { source })})` : (phone ?? "");
}
