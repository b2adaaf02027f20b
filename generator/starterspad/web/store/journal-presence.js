// Tells whether this device may hold a journal, without loading what reads it: most readers have none.

// Several portals may live on one host, each below a path of its own.
export const NAME = `starterspad:${new URL(import.meta.url).pathname.split("/assets/")[0]}/`;

/** @returns {Promise<boolean>} */
export async function mayHoldJournal() {
  try {
    return localStorage.getItem(NAME) !== null || (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    return true;
  }
}
