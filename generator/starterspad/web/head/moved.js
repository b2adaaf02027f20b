// Where a portal stood on its host before: what people kept there comes along once, and goes from there. Where they
// kept something here since, what stands there stays as it is.
const name = `starterspad:${new URL(import.meta.url).pathname.split("/assets/")[0]}/`;
const moved = document.querySelector("[data-moved-from]")?.getAttribute("data-moved-from") ?? "";
const former = moved.split(" ").map((path) => `starterspad:${path}`);

/** @param {string} key  of what was kept @param {string} old @returns {boolean} whether it was kept under that name */
const isOf = (key, old) => key === old || key.startsWith(`${old}:`);

/** Brings what stands in localStorage, before any other script looks. @param {string} old */
function bringLocal(old) {
  try {
    for (const key of Object.keys(localStorage).filter((kept) => isOf(kept, old))) {
      const here = name + key.slice(old.length);
      if (localStorage.getItem(here) !== null) continue;
      localStorage.setItem(here, localStorage.getItem(key) ?? "");
      localStorage.removeItem(key);
    }
  } catch {
    // Storage is blocked, or full: what stands there stays.
  }
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {string} database @returns {Promise<IDBDatabase>} */
function opened(database) {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore("journal");
  return asked(request);
}

/** Brings what stands in a database; what is here already counts. @param {string} from @param {string} to */
async function bringDatabase(from, to) {
  const [there, here] = [await opened(from), await opened(to)];
  const store = there.transaction("journal").objectStore("journal");
  const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
  const transaction = here.transaction("journal", "readwrite");
  const own = transaction.objectStore("journal");
  const known = (await asked(own.getAllKeys())).map(String);
  keys.forEach((key, place) => {
    if (!known.includes(String(key))) own.put(values[place], key);
  });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  there.close();
  here.close();
  indexedDB.deleteDatabase(from);
}

/** @returns {Promise<boolean>} whether there was any */
async function bringDatabases() {
  const kept = (await indexedDB.databases()).flatMap((database) => database.name ?? []);
  let any = false;
  for (const old of former) {
    for (const from of kept.filter((database) => isOf(database, old))) {
      const to = name + from.slice(old.length);
      if (kept.includes(to)) continue;
      await bringDatabase(from, to);
      any = true;
    }
  }
  return any;
}

former.forEach(bringLocal);
bringDatabases().then(
  // The page was made before this copy came.
  (any) => any && location.reload(),
  () => {},
);
