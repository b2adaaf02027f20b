// The browser's database (IndexedDB) in promises: one store, in which the journal and all that is kept of it stand by
// name.
import { mayHoldJournal } from "./journal-presence.js";

// So long a page waits for an answer; then it goes on without. WebKit may take ten seconds to give the database to a
// page that is opened while the one before is still at work, and a browser that suspends a page may never answer it.
const PATIENCE_MS = 3000;

/**
 * Opens the database. The browser may take it away later, as when someone erases this site's data: then `gone` is
 * called.
 * @param {string} name
 * @param {() => void} gone
 * @returns {Promise<IDBDatabase | null>} null when this device has none to give
 */
function openDatabase(name, gone) {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("journal");
      request.onsuccess = () => {
        const close = () => {
          request.result.close();
          gone();
        };
        [request.result.onclose, request.result.onversionchange] = [close, close];
        resolve(request.result);
      };
      request.onerror = request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/**
 * Takes the database away. Every page lets go of it when it is told; one that does not has nothing in it to show.
 * @param {string} name
 */
export function removeDatabase(name) {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
}

/**
 * Begins a transaction.
 * @param {IDBDatabase} database
 * @param {IDBTransactionMode} mode
 * @returns {IDBObjectStore} throws when the database is gone
 */
function storeOf(database, mode) {
  return database.transaction("journal", mode).objectStore("journal");
}

/** Resolves once all of a transaction is kept; rejects when none of it is. @param {IDBTransaction} transaction */
export function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

/**
 * Resolves with the result of a request; rejects with its error.
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function asPromise(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The keys that begin with a prefix ending in /. @param {string} prefix */
export function keysUnder(prefix) {
  return IDBKeyRange.bound(prefix, `${prefix.slice(0, -1)}0`, false, true);
}

/**
 * Lists what stands under a prefix.
 * @param {IDBDatabase | null} database
 * @param {string} prefix  with / at its end
 * @returns {Promise<[string, unknown][]>} latest first; none without a database
 */
async function entriesUnder(database, prefix) {
  if (!database) return [];
  const store = storeOf(database, "readonly");
  const [keys, values] = [asPromise(store.getAllKeys(keysUnder(prefix))), asPromise(store.getAll(keysUnder(prefix)))];
  const copies = await values;
  return (await keys).map((key, place) => /** @type {[string, unknown]} */ ([String(key), copies[place]])).reverse();
}

/** The database as one page uses it: no answer is waited for without end. */
export class Database {
  /** @type {string} */
  #name;
  /** @type {() => void} */
  #caughtUp;
  /** @type {Promise<IDBDatabase | null> | null} */
  #opening = null;
  #late = false;

  /** @param {string} name @param {() => void} caughtUp  called when an answer comes after all that was late */
  constructor(name, caughtUp) {
    [this.#name, this.#caughtUp] = [name, caughtUp];
  }

  /** Tells whether an answer is late: what the database holds is not known, and nothing can be kept in it. */
  get late() {
    return this.#late;
  }

  /**
   * Opens it.
   * @returns {Promise<IDBDatabase | null>} null when this device has none to give
   */
  #open() {
    // Where the browser took the database away it is opened anew.
    this.#opening ??= openDatabase(this.#name, () => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /**
   * Begins a transaction and reads the journal in it; without a working database, or while an answer is late, there is
   * neither.
   * @param {boolean} looking  only: where there is no database, none is made
   * @returns {Promise<[IDBObjectStore | null, unknown]>}
   */
  async begin(looking) {
    return (await this.inTime(() => this.#ask(looking))) ?? [null, undefined];
  }

  /**
   * Lists what stands under a prefix.
   * @param {string} prefix  with / at its end
   * @returns {Promise<[string, unknown][]>} latest first; none without a database, or while an answer is late
   */
  async entries(prefix) {
    const ask = async () => entriesUnder((await mayHoldJournal(this.#name)) ? await this.#open() : null, prefix);
    return (await this.inTime(ask)) ?? [];
  }

  /** Takes it away with all that is in it. @returns {Promise<boolean>} whether nothing is left */
  async remove() {
    const removed = await this.inTime(async () => {
      const database = await this.#open();
      if (!database) return true;
      const store = storeOf(database, "readwrite");
      store.clear();
      await completed(store.transaction);
      await removeDatabase(this.#name);
      return true;
    });
    return removed ?? false;
  }

  /**
   * Asks the database for something, and waits for its answer, but not for ever; while one is late nothing is asked.
   * @template T
   * @param {() => Promise<T>} ask
   * @returns {Promise<T | undefined>} undefined where it fails or takes too long; it may still come about
   */
  async inTime(ask) {
    if (this.#late) return undefined;
    const answer = ask().then(
      (value) => [value],
      () => [],
    );
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    if (first) return first[0];
    this.#late = true;
    answer.then(() => {
      this.#late = false;
      this.#caughtUp();
    });
    return undefined;
  }

  /** @param {boolean} looking @returns {Promise<[IDBObjectStore | null, unknown]>} */
  async #ask(looking) {
    if (looking && !this.#opening && !(await mayHoldJournal(this.#name))) return [null, undefined];
    const database = await this.#open();
    const store = database && storeOf(database, "readwrite");
    return [store, store ? await asPromise(store.get("journal")) : undefined];
  }
}
