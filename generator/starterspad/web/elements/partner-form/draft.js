// The draft of the form: what was typed stays on this device until it is thrown away.
/** @import {Partner} from "../../core/intake/partner-file.js" */
import { Database } from "../../store/database.js";
import { NAME } from "../../store/journal-presence.js";

/** @typedef {{at: number, base: Partner, tree: Partner | null}} Kept  at: milliseconds; tree: null once thrown away */

/**
 * The draft of another site on this host, or of another partner, is another draft. It is kept twice: at once in
 * localStorage, which a browser may write down seconds later, and in a database, which outlives a browser that ends
 * at any moment. The later one counts.
 */
export class Draft {
  #key;
  #base;
  #database;

  /**
   * @param {string} change  the partner that is changed; empty for a new one
   * @param {Partner} base  its file as it stands today; empty for a new one
   */
  constructor(change, base) {
    this.#key = `${NAME}:join:${change}`;
    this.#base = base;
    this.#database = new Database(this.#key, () => {});
  }

  /**
   * @returns {Promise<Partner | null>} what was filled in before; of a file that has changed since, null: it would
   *   undo that change
   */
  async restore() {
    const [, stored] = await this.#database.begin(true);
    const both = /** @type {(Kept | null | undefined)[]} */ ([stored, readLocal(this.#key)]);
    const [last] = both.filter((kept) => kept != null).sort((left, right) => (right.at ?? 0) - (left.at ?? 0));
    return last && JSON.stringify(last.base) === JSON.stringify(this.#base) ? last.tree : null;
  }

  /** @param {Partner | null} tree */
  async save(tree) {
    /** @type {Kept} */
    const kept = { at: Date.now(), base: this.#base, tree };
    try {
      localStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Without storage the form works as long as the page stays open.
    }
    const [store] = await this.#database.begin(false);
    store?.put(kept, "journal");
  }

  /** Throws it away; that it was thrown away outlives what the browser did not write down yet. */
  discard() {
    this.save(null);
  }
}

/** @param {string} key @returns {unknown} null where there is none, or no storage */
function readLocal(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
