// The browser's database (IndexedDB) in promises: one store, in which the journal and all that is kept of it stand by
// name.

/**
 * Opens the database. The browser may take it away later, as when someone erases this site's data: then `gone` is
 * called.
 * @param {string} name
 * @param {() => void} gone
 * @returns {Promise<IDBDatabase | null>} null when this device has none to give
 */
export function openDatabase(name, gone) {
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
