// Tells whether this device may hold a journal, without loading what reads it: most readers have none.

// What the journal is called in the database and in localStorage. Several portals may live on one host, each below a
// path of its own.
export const NAME = `starterspad:${new URL(import.meta.url).pathname.split("/assets/")[0]}/`;

/**
 * Tells whether there may be a journal; true where the browser does not say.
 * @param {string} [name]  of the journal, or of anything else that is kept in both places
 * @returns {Promise<boolean>}
 */
export async function mayHoldJournal(name = NAME) {
  try {
    return localStorage.getItem(name) !== null || (await indexedDB.databases()).some((kept) => kept.name === name);
  } catch {
    return true;
  }
}
