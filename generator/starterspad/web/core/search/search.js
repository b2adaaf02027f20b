// Finds pages by words, also by other forms of them, half typed or misspelt; of the index it reads the files it needs.
/** @import {SearchIndex, SearchPages} from "./search-index-types.js" */
/** @import {Load} from "./word-pages.js" */
import { wordsOf } from "./fold.js";
import { WordPages } from "./word-pages.js";

/** @typedef {{path: string, title: string, summary: string}} FoundPage */

// What says less than this part of the best says nothing; the next lines of a sentence are seldom read.
const WEAK = 0.3;
const MOST = 30;
// A word on so many pages, of all, says nothing alone beside one that no page knows.
const COMMON = 1 / 3;

/**
 * Returns the pages that match best, best first: those that hold more of the rare words stand before the others, and
 * what is named like the query before all. `count` is how many there are, `pages` the first of them. `meant` is the
 * query with each word that no page knows as one that it may be misspelt for, empty where there is none. Beside a word
 * that is found nowhere, words that stand on many pages find nothing.
 * @param {SearchIndex} index
 * @param {Load} load
 * @param {string} query
 * @param {{shown?: number, folder?: string}} [wanted]  how many pages, and of which folder alone
 * @returns {Promise<{count: number, pages: FoundPage[], meant: string}>}
 */
export async function search(index, load, query, { shown = MOST, folder = "" } = {}) {
  const words = wordsOf(query);
  const [first, past] = folder ? (index.folders[folder] ?? [0, 0]) : [0, index.pages];
  const here = (/** @type {number} */ page) => page >= first && page < past;
  const named = (await new WordPages(index, load).named(words.join(" "))).filter(here);
  const asked = [...new Set(words)];
  const all = await Promise.all(asked.map((word) => new WordPages(index, load).of(word)));
  const unknown = all.some(({ size }) => !size);
  const meant = all.some((word) => word.meant) ? asked.map((word, place) => all[place].meant || word).join(" ") : "";
  const telling = all.some(({ size }) => size && size < Math.max(2, index.pages * COMMON));
  /** @type {Map<number, {score: number, rarities: number}>} */
  const matches = new Map();
  for (const { size, scores } of all) {
    // What a common word says of a page counts little, beside what a rare one does.
    const rarity = Math.log(1 + index.pages / size);
    for (const [page, score] of scores) {
      if (!here(page) || (unknown && !telling)) continue;
      const sofar = matches.get(page) ?? { score: 0, rarities: 0 };
      matches.set(page, { score: sofar.score + score * rarity, rarities: sofar.rarities + rarity });
    }
  }
  const best = [...matches].map(([page, { score, rarities }]) => ({ page, rank: score * Math.cbrt(rarities) }));
  best.sort((left, right) => right.rank - left.rank || left.page - right.page);
  const strong = best.filter(({ rank }) => rank >= best[0].rank * WEAK).map(({ page }) => page);
  const ranked = [...new Set([...named, ...strong])].slice(0, MOST);
  return { count: ranked.length, pages: await pagesAt(index, load, ranked.slice(0, shown)), meant };
}

/** @param {SearchIndex} index @param {Load} load @param {number[]} numbers @returns {Promise<FoundPage[]>} */
async function pagesAt({ files, together }, load, numbers) {
  const wanted = [...new Set(numbers.map((page) => Math.floor(page / together)))];
  const came = /** @type {SearchPages[]} */ (await Promise.all(wanted.map((file) => load(files[file]))));
  return numbers.map((page) => {
    const [path, title, summary] = came[wanted.indexOf(Math.floor(page / together))][page % together];
    return { path, title, summary };
  });
}
