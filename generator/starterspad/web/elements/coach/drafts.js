// What a coach typed and did not add yet: it outlives a reload, and goes with the tab. The computer may be anybody's,
// so it stands in the memory of the session alone.
/** @import {Journal} from "../../core/journal/journal.js" */
import { valueAt } from "../../core/journal/journal.js";
import { NAME } from "../../store/journal-presence.js";

/** @typedef {Record<string, string>} Texts  by the field of a plan that they were typed in, such as step/kbo */

const KEY = `${NAME}:coach`;
// No seed is called so, and no file of a plan: these have a / in them.
const YOU = "you";

/**
 * Names a plan so that its drafts come back with it, whatever the file is called next time: by what its page drew by
 * chance, or, in a link or a file of before, by when it was answered.
 * @param {Journal} journal
 * @param {string} file  as it is called
 */
export function draftKey(journal, file) {
  const seed = valueAt(journal, "plan/seed");
  if (typeof seed === "string") return seed;
  const answered = Object.entries(journal.fields).filter(([path]) => path.startsWith("answers/"));
  return [
    file,
    ...answered
      .map(([, { at }]) => at.join("."))
      .sort()
      .slice(-1),
  ].join("/");
}

export class Drafts {
  /** @type {Record<string, Texts>} by plan */
  #kept = restored();

  /** Whether anything waits for its plan to be opened. */
  get any() {
    return Object.keys(this.#kept).some((plan) => plan !== YOU);
  }

  /** @param {string} plan @param {string} field @returns {string} what was typed there; empty when nothing was */
  at(plan, field) {
    return this.of(plan)[field] ?? "";
  }

  /** @param {string} plan @returns {Texts} */
  of(plan) {
    return Object.hasOwn(this.#kept, plan) ? this.#kept[plan] : {};
  }

  /** Keeps what is typed; what is empty is no draft. @param {string} plan @param {string} field @param {string} text */
  keep(plan, field, text) {
    const texts = { ...this.of(plan), [field]: text };
    if (!text.trim()) delete texts[field];
    this.#kept = { ...this.#kept, [plan]: texts };
    if (!Object.keys(texts).length) delete this.#kept[plan];
    this.#store();
  }

  /** Who the coach is: it goes with what was typed. */
  get you() {
    return this.at(YOU, YOU);
  }

  set you(name) {
    this.keep(YOU, YOU, name);
  }

  clear() {
    this.#kept = {};
    this.#store();
  }

  #store() {
    try {
      if (Object.keys(this.#kept).length) sessionStorage.setItem(KEY, JSON.stringify(this.#kept));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Without storage a draft lives as long as the page.
    }
  }
}

/** @returns {Record<string, Texts>} */
function restored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}
