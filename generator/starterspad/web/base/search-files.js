// Loads the files of the search index that a query needs, each once.
/** @import {SearchIndex} from "../core/search/search-index-types.js" */
import { search } from "../core/search/search.js";

/** @typedef {(query: string, wanted?: Parameters<typeof search>[3]) => ReturnType<typeof search>} Find */
/** @type {Map<string, Find>} */
const finders = new Map();

/**
 * Returns what searches the index at an address, the same function for the same address. It rejects where a file does
 * not come; then it may be asked again.
 * @param {string | undefined} address  of the file that names the others, which stand in a folder of its name
 * @returns {Find}
 */
export function searchAt(address = "") {
  /** @type {Map<string, Promise<unknown>>} */
  const files = new Map();
  const load = (/** @type {string} */ name) => {
    const again = (/** @type {unknown} */ error) => {
      files.delete(name);
      throw error;
    };
    const file =
      files.get(name) ?? loadJson(name ? address.replace(/\.json$/, `/${name}`) : address, !name).catch(again);
    files.set(name, file);
    return file;
  };
  /** @type {Find} */
  const findOnce = async (query, wanted) => search(/** @type {SearchIndex} */ (await load("")), load, query, wanted);
  /** @type {Find} */
  const find = async (query, wanted) => {
    const known = files.has("");
    try {
      return await findOnce(query, wanted);
    } catch (error) {
      // A page that was open while the site was made anew asks for files that are gone; without a network, what came
      // stays.
      if (!known || error instanceof TypeError) throw error;
      files.clear();
      return findOnce(query, wanted);
    }
  };
  finders.set(address, finders.get(address) ?? find);
  return finders.get(address) ?? find;
}

/** @param {string} address @param {boolean} changes  it keeps its name when it changes @returns {Promise<unknown>} */
async function loadJson(address, changes) {
  const response = await fetch(address, changes ? { cache: "no-cache" } : {});
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
}
