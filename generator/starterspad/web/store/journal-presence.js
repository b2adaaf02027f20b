// Tells whether this device may hold a journal, without loading what reads it: most readers have none.

// What the journal is called in the database and in localStorage. Several portals may live on one host, each below a
// path of its own.
export const NAME = `starterspad:${new URL(import.meta.url).pathname.split("/assets/")[0]}/`;

/** Tells whether there may be a journal; true where the browser does not say. @returns {Promise<boolean>} */
export async function mayHoldJournal() {
  try {
    return localStorage.getItem(NAME) !== null || (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    return true;
  }
}
