// The starter's own document: answers and ticks, on this device only.
// One IndexedDB transaction for each edit keeps two tabs from losing each other's; localStorage mirrors it.
/** @import {Answers} from "../engine/types.js" */

/**
 * @typedef {{value: any, at: number}} Field  A value with the moment it was written, in milliseconds.
 * @typedef {{journal_schema: number, answers: Record<string, Field>, ticks: Record<string, Field>,
 *   added?: Record<string, Field>}} Journal  added: tasks that the starter put on her plan herself
 */

export const JOURNAL_SCHEMA = 1;
// Several portals may live on one host, each below a path of its own.
const NAME = `starterspad:${new URL(import.meta.url).pathname.split("/assets/")[0]}/`;

/** @returns {Journal} */
export function emptyJournal() {
  return { journal_schema: JOURNAL_SCHEMA, answers: {}, ticks: {} };
}

/** @param {Journal} journal @returns {Answers} */
export function answersOf(journal) {
  const given = Object.entries(journal.answers).filter(([, field]) => Array.isArray(field?.value));
  return Object.fromEntries(given.map(([id, { value }]) => [id, value]));
}

/** @param {Journal} journal @returns {string[]} the ids of the tasks that are ticked */
export function ticksOf(journal) {
  return Object.entries(journal.ticks).flatMap(([id, field]) => (field?.value === true ? [id] : []));
}

/** @param {Journal} journal @returns {Set<string>} the ids of the tasks that the starter put on her plan herself */
export function addedOf(journal) {
  return new Set(Object.entries(journal.added ?? {}).flatMap(([id, field]) => (field?.value === true ? [id] : [])));
}

/** @param {Journal} journal @param {string} task @param {boolean} added */
export function setAdded(journal, task, added) {
  journal.added = { ...journal.added, [task]: { value: added, at: Date.now() } };
}

/** @param {Journal} journal @param {string} question @param {string[]} options */
export function setAnswer(journal, question, options) {
  journal.answers[question] = { value: options, at: Date.now() };
}

/** @param {Journal} journal @param {string} task @param {boolean} done */
export function setTick(journal, task, done) {
  journal.ticks[task] = { value: done, at: Date.now() };
}

/** The journal in this browser; without storage it lives as long as the page. */
export class JournalStore {
  /** @type {Journal} */
  #memory = emptyJournal();
  /** @type {Promise<IDBDatabase | null> | null} */
  #opening = null;

  /** @returns {Promise<Journal>} */
  async read() {
    const database = await this.#database();
    if (database) {
      const found = await asPromise(database.transaction("journal").objectStore("journal").get("journal"));
      this.#memory = asJournal(found) ?? readMirror() ?? this.#memory;
    } else {
      this.#memory = readMirror() ?? this.#memory;
    }
    return this.#memory;
  }

  /**
   * Changes the journal. Resolves once the change is kept; rejects when this device keeps nothing,
   * and the change then lives on in this page.
   * @param {(journal: Journal) => void} change
   * @returns {Promise<Journal>}
   */
  async edit(change) {
    const database = await this.#database();
    if (!database) {
      this.#memory = readMirror() ?? this.#memory;
      change(this.#memory);
      writeMirror(this.#memory);
      return this.#memory;
    }
    const transaction = database.transaction("journal", "readwrite");
    const store = transaction.objectStore("journal");
    const journal = asJournal(await asPromise(store.get("journal"))) ?? readMirror() ?? this.#memory;
    change(journal);
    this.#memory = journal;
    store.put(journal, "journal");
    await completed(transaction);
    try {
      writeMirror(journal);
    } catch {
      // The transaction holds the truth; the mirror is a second chance.
    }
    return journal;
  }

  /** Erases everything that this device keeps of the journal. */
  async erase() {
    this.#memory = emptyJournal();
    const database = await this.#database();
    if (database) {
      const transaction = database.transaction("journal", "readwrite");
      transaction.objectStore("journal").clear();
      await completed(transaction);
    }
    localStorage.removeItem(NAME);
  }

  /** Calls back when another tab changed the journal. @param {() => void} changed @param {AbortSignal} signal */
  watch(changed, signal) {
    addEventListener("storage", (event) => event.key === NAME && changed(), { signal });
    addEventListener("pageshow", (event) => event.persisted && changed(), { signal });
  }

  #database() {
    this.#opening ??= new Promise((resolve) => {
      try {
        const request = indexedDB.open(NAME, 1);
        request.onupgradeneeded = () => request.result.createObjectStore("journal");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(null);
        request.onblocked = () => resolve(null);
      } catch {
        resolve(null);
      }
    });
    return this.#opening;
  }
}

/** Takes only what has the shape of a journal. @param {any} found @returns {Journal | null} */
function asJournal(found) {
  /** @param {any} fields */
  const isRecord = (fields) => typeof fields === "object" && fields !== null && !Array.isArray(fields);
  return isRecord(found) && isRecord(found.answers) && isRecord(found.ticks) ? found : null;
}

/** @returns {Journal | null} */
function readMirror() {
  try {
    return asJournal(JSON.parse(localStorage.getItem(NAME) ?? "null"));
  } catch {
    return null;
  }
}

/** @param {Journal} journal */
function writeMirror(journal) {
  localStorage.setItem(NAME, JSON.stringify(journal));
}

/** @param {IDBTransaction} transaction */
function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function asPromise(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
