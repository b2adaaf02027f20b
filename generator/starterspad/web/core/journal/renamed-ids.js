// What was renamed since a journal was written: its fields stand under today's ids.
/** @import {Aliases} from "../model-types.js" */
/** @import {Journal} from "./journal.js" */
import { merge } from "./journal.js";

/**
 * Reads a journal under today's names: what was renamed since it was written stands where the portal looks for it.
 * @param {Journal} journal
 * @param {Aliases} aliases
 * @returns {Journal}
 */
export function renamed({ journal_schema, fields }, aliases) {
  /** @type {Journal} */
  const journal = { journal_schema, fields: {} };
  for (const [path, { value, at }] of Object.entries(fields)) {
    const [kind, id, ...rest] = path.split("/");
    let [name, now] = [path, value];
    if (kind === "answers") {
      name = ["answers", todaysName(aliases.question, id), ...rest].join("/");
      if (Array.isArray(value))
        now = value.map((option) => todaysName(aliases.option, `${id}/${option}`).split("/")[1]);
    } else if (kind === "tasks") {
      const chosen = rest[0] === "chosen" ? ["chosen", todaysName(aliases.service, rest.slice(1).join("/"))] : rest;
      name = ["tasks", todaysName(aliases.task, id), ...chosen].join("/");
    } else if ((kind === "appointments" || kind === "advice") && typeof value === "string") {
      if (rest[0] === "task" || rest[0] === "suggests") now = todaysName(aliases.task, value);
      if (rest[0] === "service") now = todaysName(aliases.service, value);
    }
    const incoming = { journal_schema, fields: { [name]: { value: now, at } } };
    const both = Object.hasOwn(journal.fields, name)
      ? merge({ journal_schema, fields: { [name]: journal.fields[name] } }, incoming)
      : incoming;
    journal.fields[name] = both.fields[name];
  }
  return journal;
}

/** @param {Record<string, string>} names @param {string} old */
function todaysName(names, old) {
  return Object.hasOwn(names, old) ? names[old] : old;
}
