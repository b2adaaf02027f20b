// Keeps the starter's journal on this device, and nowhere else.
// One IndexedDB transaction for each edit keeps two tabs from losing each other's; localStorage holds a copy, and
// reading merges both: whichever survives, nothing is lost. Earlier states stay as snapshots, broken ones in
// quarantine.
// A database that does not answer in time is not waited for: the page goes on with the local copy, and once the
// database answers both become one again.
/** @import {Journal, SetField} from "../core/journal/journal.js" */
/** @import {Snapshot} from "./snapshots.js" */
import { emptyJournal, merge, open, write } from "../core/journal/journal.js";
import { asFile } from "../core/journal/journal-file.js";
import { completed, Database, entriesUnder, removeDatabase, storeOf } from "./database.js";
import { mayHoldJournal, NAME } from "./journal-presence.js";
import { forgetLocalCopy, readLocalCopy, writeLocalCopy } from "./local-copy.js";
import { keepSnapshot, snapshotsIn } from "./snapshots.js";

/** @typedef {(set: SetField, journal: Journal) => void} Change  of the journal, as an edit makes it */

// Who writes: another name for each page that is opened, so that it tells nothing about the device.
const BY = newName();

// How often this page erased the journal: what was under way before must not bring it back.
let erasures = 0;
// The last time that this page put another journal in the place of this one.
let replacing = Promise.resolve();

/** A name that no other has: 14 letters and digits at most. */
export function newName() {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");
}

/** Thrown for an edit of a journal that a later version of the portal wrote. */
class ReadOnly extends Error {}

/**
 * The journal of this device as one page sees it. Storage that fails is told by `edit` and `replace` alone; reading
 * goes on.
 */
export class JournalStore {
  /** @type {Journal} what this page knows; the truth only while storage fails */
  #memory = emptyJournal();
  #unsaved = false;
  #newer = false;
  /** Whether this page has seen what the device keeps: only then are its stamps later than all before. */
  #read = false;
  #database = new Database(NAME, () => this.#catchUp());
  /** Whether an edit stands in the local copy alone until the database answers. */
  #behind = false;
  /** @type {Set<() => void>} who wants to know when the journal is another */
  #watching = new Set();

  constructor() {
    // Erased in another tab: what this page remembers must not come back with its next edit.
    addEventListener("storage", ({ key, newValue }) => {
      if (key === NAME && newValue === null) [this.#memory, this.#unsaved] = [emptyJournal(), false];
    });
  }

  /** Tells whether a later version wrote the journal: it is shown, and not changed. */
  get readOnly() {
    return this.#newer;
  }

  /** Reads the journal anew. @returns {Promise<Journal>} empty when there is none */
  async read() {
    const [, stored] = await this.#look();
    this.#take(stored);
    return this.#memory;
  }

  /**
   * Changes the journal. Resolves once a copy is kept; rejects when this device keeps nothing (the change then
   * lives on in this page, and goes along with the next edit), or with `ReadOnly`.
   * @param {Change} change
   * @returns {Promise<Journal>}
   */
  edit(change) {
    const made = (/** @type {Journal} */ journal) =>
      change((path, value) => write(journal, path, value, { now: Date.now(), by: BY }), journal);
    if (!this.#read || this.#newer) return this.#commit(made);
    // At once into the local copy: who ticks and closes the page finds the tick, though no transaction has ended.
    this.#memory = { ...this.#memory, fields: { ...this.#memory.fields } };
    made(this.#memory);
    this.#unsaved = true;
    const copy = readLocalCopy();
    const opened = copy === null ? { journal: emptyJournal(), newer: false } : open(copy, Date.now());
    if (opened && !opened.newer) writeLocalCopy(merge(opened.journal, this.#memory));
    return this.#commit(() => {});
  }

  /**
   * Puts another journal in the place of this one, after a snapshot of it.
   * @param {(journal: Journal) => Journal} next
   * @returns {Promise<Journal>}
   */
  replace(next) {
    const replaced = this.#commit(next, true);
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
    return snapshotsIn((await mayHoldJournal()) ? await this.#database.open() : null);
  }

  /** @returns {Promise<unknown[]>} what could not be read as a journal, as it was found: here still, or put aside */
  async quarantined() {
    const [store, stored] = await this.#look();
    const broken = this.#take(stored);
    const aside = await entriesUnder(store && (await this.#database.open()), "quarantine/");
    return [...broken, ...aside.map(([, copy]) => copy)];
  }

  /** Begins to read; where there is no journal, none is made. @returns {Promise<[IDBObjectStore | null, unknown]>} */
  async #look() {
    return (await mayHoldJournal()) ? this.#database.begin() : [null, undefined];
  }

  /**
   * Erases everything that this device keeps: the journal, its snapshots and what stands in quarantine. Resolves when
   * the database is gone too, however long that takes.
   */
  async erase() {
    this.#forget();
    const database = await this.#database.open();
    if (!database) return;
    const store = storeOf(database, "readwrite");
    store.clear();
    await completed(store.transaction);
    await removeDatabase(NAME);
    this.#forget();
  }

  #forget() {
    erasures++;
    [this.#memory, this.#unsaved, this.#newer, this.#behind] = [emptyJournal(), false, false, false];
    forgetLocalCopy();
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
   * Takes in what the database and the local copy hold.
   * @param {unknown} stored  undefined when there is nothing
   * @returns {unknown[]} the copies that are no journal
   */
  #take(stored) {
    this.#read = true;
    const now = Date.now();
    const copies = [stored, readLocalCopy()].filter((copy) => copy !== undefined && copy !== null);
    const opened = copies.map((copy) => open(copy, now));
    const good = opened.flatMap((journal) => (journal ? [journal] : []));
    this.#newer = good.some(({ newer }) => newer);
    const journals = good.map(({ journal }) => journal);
    this.#memory = [...journals, ...(this.#unsaved ? [this.#memory] : [])].reduce(merge, emptyJournal());
    return copies.filter((_, place) => !opened[place]);
  }

  /**
   * @param {(journal: Journal) => Journal | void} change
   * @param {boolean} always  whether to take a snapshot first whatever the time
   */
  async #commit(change, always = false) {
    const before = erasures;
    // What is no journal is put aside before anything is written over it: then the database is waited for.
    const [store, stored] = await this.#database.begin(always || this.#damaged());
    if (before !== erasures) return this.#memory;
    const broken = this.#take(stored);
    if (this.#newer) throw new ReadOnly("a later version of this portal wrote the journal");
    // A database that was late may know less than the local copy.
    const earlier = always && stored !== undefined && !broken.includes(stored) ? this.#memory : stored;
    this.#memory = change(this.#memory) ?? this.#memory;
    const inDatabase = store !== null && (await this.#store(store, earlier, broken, always));
    if (before !== erasures) return this.#memory;
    const inCopy = writeLocalCopy(this.#memory);
    // Reading merges both: what was replaced must not come back from a copy that could not follow.
    if (inDatabase && !inCopy) forgetLocalCopy();
    this.#unsaved = !inDatabase && !inCopy;
    this.#behind = !inDatabase && inCopy && !this.#database.answered;
    if (this.#unsaved) throw new Error("nothing on this device keeps the journal");
    return this.#memory;
  }

  /** Brings the two copies together once the database has answered after all. */
  async #catchUp() {
    await replacing;
    // Where that fails, the local copy still has it, and the next edit tries again.
    if (this.#behind) await this.#commit(() => {}).catch(() => {});
    for (const changed of this.#watching) changed();
  }

  /**
   * Ends the transaction with the journal in it; returns whether it is kept.
   * @param {IDBObjectStore} store
   * @param {unknown} stored
   * @param {unknown[]} broken
   * @param {boolean} always
   */
  async #store(store, stored, broken, always) {
    try {
      await this.#remember(store, stored, broken, always);
      store.put(this.#memory, "journal");
      await completed(store.transaction);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Keeps a snapshot before an import, before a migration and now and then; puts broken copies aside.
   * @param {IDBObjectStore} store
   * @param {unknown} stored
   * @param {unknown[]} broken
   * @param {boolean} always
   */
  async #remember(store, stored, broken, always) {
    const now = Date.now();
    for (const [number, copy] of broken.entries()) store.put(copy, `quarantine/${now}-${number}`);
    if (stored !== undefined && !broken.includes(stored)) await keepSnapshot(store, stored, always);
  }

  /** Tells whether the local copy is no journal, as long as the database could not say what it holds. */
  #damaged() {
    const copy = this.#database.answered ? null : readLocalCopy();
    return copy !== null && open(copy, Date.now()) === null;
  }
}
