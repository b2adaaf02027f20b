// The browser's database (IndexedDB) in promises: one store, in which the journal and all that is kept of it stand by
// name.

// So long a page waits for the first answer. WebKit may take ten seconds to give the database to a page that is opened
// while the one before is still at work.
const PATIENCE_MS = 2000;

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
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
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
export function storeOf(database, mode) {
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
export async function entriesUnder(database, prefix) {
  if (!database) return [];
  const store = storeOf(database, "readonly");
  const [keys, values] = [asPromise(store.getAllKeys(keysUnder(prefix))), asPromise(store.getAll(keysUnder(prefix)))];
  const copies = await values;
  return (await keys).map((key, place) => /** @type {[string, unknown]} */ ([String(key), copies[place]])).reverse();
}

/** The database as one page uses it. Until its first answer the page waits a while; after that, however long. */
export class Database {
  /** @type {string} */
  #name;
  /** @type {() => void} */
  #caughtUp;
  /** @type {Promise<IDBDatabase | null> | null} */
  #opening = null;
  #answered = false;
  #late = false;

  /** @param {string} name @param {() => void} caughtUp  called when the first answer comes after all, once */
  constructor(name, caughtUp) {
    [this.#name, this.#caughtUp] = [name, caughtUp];
  }

  /** Tells whether it has answered. */
  get answered() {
    return this.#answered;
  }

  /**
   * Opens it, however long that takes.
   * @returns {Promise<IDBDatabase | null>} null when this device has none to give
   */
  open() {
    // Where the browser took the database away it is opened anew.
    this.#opening ??= openDatabase(this.#name, () => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /**
   * Begins a transaction and reads the journal in it; without a working database, or while its first answer is late,
   * there is neither.
   * @param {boolean} patient  whether to wait for the first answer too
   * @returns {Promise<[IDBObjectStore | null, unknown]>}
   */
  async begin(patient = false) {
    const hurried = !patient && !this.#answered;
    if (hurried && this.#late) return [null, undefined];
    const answer = this.#ask();
    const begun = hurried ? await inTime(answer) : await answer;
    if (begun) return begun;
    if (!this.#late) answer.then(this.#caughtUp);
    this.#late = true;
    return [null, undefined];
  }

  /** @returns {Promise<[IDBObjectStore | null, unknown]>} */
  async #ask() {
    try {
      const database = await this.open();
      const store = database && storeOf(database, "readwrite");
      return [store, store ? await asPromise(store.get("journal")) : undefined];
    } catch {
      return [null, undefined];
    } finally {
      this.#answered = true;
    }
  }
}

/**
 * Waits for an answer, but not for ever.
 * @template T
 * @param {Promise<T>} answer
 * @returns {Promise<T | undefined>} undefined where it takes too long; it may still come
 */
function inTime(answer) {
  return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
