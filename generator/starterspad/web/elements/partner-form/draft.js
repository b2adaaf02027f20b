// The draft of the form: what was typed stays on this device until it is thrown away.
/** @import {Partner} from "../../core/intake/partner-file.js" */
import { NAME } from "../../store/journal-presence.js";

/** The draft of another site on this host, or of another partner, is another draft. */
export class Draft {
  #key;
  #base;

  /**
   * @param {string} change  the partner that is changed; empty for a new one
   * @param {Partner} base  its file as it stands today; empty for a new one
   */
  constructor(change, base) {
    this.#key = `${NAME}:join:${change}`;
    this.#base = base;
  }

  /**
   * @returns {Partner | null} what was filled in before; of a file that has changed since, null: it would undo that
   *   change
   */
  restore() {
    try {
      const { base, tree } = JSON.parse(localStorage.getItem(this.#key) ?? "null");
      return JSON.stringify(base) === JSON.stringify(this.#base) ? tree : null;
    } catch {
      return null;
    }
  }

  /** @param {Partner} tree */
  save(tree) {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ base: this.#base, tree }));
    } catch {
      // Without storage the form works as long as the page stays open.
    }
  }

  discard() {
    localStorage.removeItem(this.#key);
  }
}
