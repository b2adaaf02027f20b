// Keeps the starter's journal on this device, and nowhere else.
// One IndexedDB transaction for each edit keeps two tabs from losing each other's; localStorage holds a copy, and
// reading merges both: whichever survives, nothing is lost. Earlier states stay as snapshots, broken ones in
// quarantine.
// A database that does not answer in time is not waited for: the page goes on with the local copy, and once the
// database answers both become one again.
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {Change} from "./page-edits.js" */
/** @import {Snapshot} from "./snapshots.js" */
import { emptyJournal, merge } from "../core/journal/journal.js";
import { asFile } from "../core/journal/journal-file.js";
import { openKept } from "../core/journal/opening.js";
import { broughtBack } from "../core/journal/stamps.js";
import { readCopies } from "./copies.js";
import { completed, Database } from "./database.js";
import { NAME } from "./journal-presence.js";
import { damagedCopies, forgetLocalCopy, readLocalCopy, writeLocalCopy } from "./local-copy.js";
import { notTooMuch, PageEdits } from "./page-edits.js";
import { keepSnapshot, snapshotsIn } from "./snapshots.js";

// How often this page erased the journal: what was under way before must not bring it back.
let erasures = 0;
// The last time that this page put another journal in the place of this one.
let replacing = Promise.resolve();

/**
 * Thrown where this device keeps nothing, where nothing may change without a database that does not answer, and where a
 * later version of the portal wrote the journal.
 */
class NotKept extends Error {}

/**
 * The journal of this device as one page sees it. Storage that fails is told by `edit` and `replace` alone; reading
 * goes on.
 */
export class JournalStore {
  /** @type {Journal} what this page knows; the truth only while storage fails */
  #memory = emptyJournal();
  #edits = new PageEdits();
  #newer = false;
  /** Whether this page has read anything yet. */
  #read = false;
  /** Whether it has seen what the database holds, or that there is none. */
  #seen = false;
  #database = new Database(NAME, () => this.#catchUp());
  /** Whether the database must go before anything else. */
  #erasing = false;
  /** @type {Set<() => void>} who wants to know when the journal is another */
  #watching = new Set();

  constructor() {
    // Erased in another tab: what this page remembers must not come back with its next edit.
    addEventListener("storage", ({ key, newValue }) => {
      if (key !== NAME || newValue !== null) return;
      this.#memory = emptyJournal();
      this.#edits.pending = emptyJournal();
    });
  }

  /** Tells whether a later version wrote the journal: it is shown, and not changed. */
  get readOnly() {
    return this.#newer;
  }

  /** Tells whether the database does not answer: until it does, the local copy is the only one. */
  get late() {
    return this.#database.late;
  }

  /** Reads the journal anew. @returns {Promise<Journal>} empty when there is none */
  async read() {
    const [, stored] = await this.#begin(true);
    this.#take(stored);
    return this.#memory;
  }

  /**
   * Changes the journal. Resolves once a copy is kept; rejects with `NotKept` when this device keeps nothing (the
   * change then lives on in this page, and goes along with the next edit), or with `TooMuch`.
   * @param {Change} change
   * @returns {Promise<Journal>}
   */
  async edit(change) {
    if (!this.#read || this.#newer) return this.#commit((journal) => this.#edits.make(journal, change, this.#seen));
    // At once into the local copy: who ticks and closes the page finds the tick, though no transaction has ended.
    const copy = readLocalCopy();
    const opened = copy === null ? { journal: emptyJournal(), newer: false } : openKept(copy);
    const before = opened ? merge(opened.journal, this.#memory) : this.#memory;
    this.#memory = this.#edits.make(before, change, this.#seen);
    const { made } = this.#edits;
    if (opened && !opened.newer) writeLocalCopy(merge(opened.journal, this.#edits.pending));
    return this.#commit((journal) => this.#edits.insist(journal, made, this.#seen));
  }

  /**
   * Puts another journal in the place of this one, after a snapshot of it. Rejects with nothing changed where the
   * database does not answer or is full, or with `TooMuch`.
   * @param {(journal: Journal) => Journal} next
   * @returns {Promise<Journal>}
   */
  replace(next) {
    const replaced = this.#commit((journal) => notTooMuch(next(journal), journal), true);
    const ended = () => {};
    replacing = replaced.then(ended, ended);
    return replaced;
  }

  /** Writes the journal as the text of a file, with what could not be kept. @returns {Promise<string>} */
  async asFile() {
    return asFile(await this.read());
  }

  /** @returns {Promise<Snapshot[]>} earlier states, latest first */
  async snapshots() {
    return snapshotsIn(await this.#database.entries("snapshot/"));
  }

  /** @returns {Promise<unknown[]>} what could not be read as a journal, as it was found: here still, or put aside */
  async quarantined() {
    const [, stored] = await this.#begin(true);
    const { broken } = this.#take(stored);
    const aside = await this.#database.entries("quarantine/");
    return [...broken, ...damagedCopies(), ...aside.map(([, copy]) => copy)];
  }

  /**
   * Erases everything that this device keeps: the journal, its snapshots and what stands in quarantine. Rejects where
   * the database does not answer: then it goes as soon as it does.
   */
  async erase() {
    this.#forget();
    this.#erasing = !(await this.#database.remove());
    if (this.#erasing) throw new NotKept();
    this.#forget();
  }

  #forget() {
    erasures++;
    this.#edits.pending = emptyJournal();
    [this.#memory, this.#newer] = [emptyJournal(), false];
    forgetLocalCopy(true);
  }

  /**
   * Calls back when another tab changed the journal, or the database gave it late.
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  watch(changed, signal) {
    this.#watching.add(changed);
    signal.addEventListener("abort", () => this.#watching.delete(changed));
    addEventListener("storage", (event) => event.key === NAME && changed(), { signal });
    addEventListener("pageshow", (event) => event.persisted && changed(), { signal });
  }

  /**
   * Begins a transaction of the database.
   * @param {boolean} [looking]  only: where there is no database, none is made
   */
  async #begin(looking = false) {
    const begun = await this.#database.begin(looking);
    this.#seen ||= !this.late;
    return begun;
  }

  /** Takes in what the database and the local copy hold. @param {unknown} stored  undefined when there is nothing */
  #take(stored) {
    const copies = readCopies(stored, this.#edits.pending);
    this.#read = true;
    this.#newer = copies.newer;
    // What the database said before holds while it says nothing.
    this.#memory = this.late ? merge(copies.kept, this.#memory) : copies.kept;
    return copies;
  }

  /**
   * @param {(journal: Journal) => Journal} change
   * @param {boolean} always  whether another journal takes the place of this one: both copies or none
   */
  async #commit(change, always = false) {
    const before = erasures;
    const [store, stored] = await this.#begin();
    if (before !== erasures) return this.#memory;
    const { kept, broken, damaged } = this.#take(stored);
    if (this.#newer) throw new NotKept();
    if (always && this.late) throw new NotKept();
    const next = change(kept);
    const { pending } = this.#edits;
    // Only where both copies are written may stamps go back: the other would be later.
    const whole = this.late ? next : { ...next, fields: broughtBack(next.fields, Date.now()) };
    // A database that was late may know less than the local copy.
    const earlier = always && stored !== undefined && !broken.includes(stored) ? kept : stored;
    const inDatabase = store !== null && (await this.#store(store, whole, { earlier, broken, always }));
    if (before !== erasures) return this.#memory;
    if (always && store && !inDatabase) throw new NotKept();
    // What was written while this was under way is not in it.
    const written = merge(inDatabase ? whole : next, this.#edits.without(pending));
    this.#memory = this.late ? merge(written, this.#memory) : written;
    const inCopy = writeLocalCopy(written, inDatabase ? undefined : damaged);
    // Reading merges both: what was replaced must not come back from a copy that could not follow.
    if (inDatabase && !inCopy) forgetLocalCopy();
    if (!inDatabase && !inCopy) throw new NotKept();
    this.#edits.pending = this.#edits.without(pending);
    return this.#memory;
  }

  /** Brings the two copies together once the database has answered after all. */
  async #catchUp() {
    await replacing;
    if (this.#erasing) this.#erasing = !(await this.#database.remove());
    // Where that fails, the local copy still has it, and the next edit tries again.
    if (readLocalCopy() !== null) await this.#commit((journal) => journal).catch(() => {});
    for (const changed of this.#watching) changed();
  }

  /**
   * Ends the transaction with a journal in it; returns whether it is kept.
   * @param {IDBObjectStore} store
   * @param {Journal} journal
   * @param {{earlier: unknown, broken: unknown[], always: boolean}} remembered
   */
  async #store(store, journal, { earlier, broken, always }) {
    const ended = await this.#database.inTime(async () => {
      const now = Date.now();
      for (const [number, copy] of broken.entries()) store.put(copy, `quarantine/${now}-${number}`);
      if (earlier !== undefined && !broken.includes(earlier)) await keepSnapshot(store, earlier, always);
      store.put(journal, "journal");
      await completed(store.transaction);
      return true;
    });
    if (this.late && always) store.transaction.abort();
    return ended ?? false;
  }
}
