// Finds pages by words, also by other forms of them: by stem, by shared beginning, inside longer words.
/** @import {SearchIndex} from "./search-index-types.js" */

const SHORTEST_PART = 4;
const SHARED_PART = 0.65;

/**
 * Returns the pages that match best, best first: those that hold more of the words stand before the others.
 * @param {SearchIndex} index
 * @param {string} query
 * @returns {{path: string, title: string, summary: string}[]}
 */
export function search(index, query) {
  const words = [...new Set(fold(query).match(/[\p{L}\p{N}_]{2,}/gu) ?? [])];
  /** @type {Map<number, {score: number, words: number}>} */
  const matches = new Map();
  for (const word of words) {
    for (const [page, score] of scoresOf(index, word)) {
      const sofar = matches.get(page) ?? { score: 0, words: 0 };
      matches.set(page, { score: sofar.score + score, words: sofar.words + 1 });
    }
  }
  const best = [...matches].sort(
    ([leftPage, left], [rightPage, right]) => rank(right) - rank(left) || leftPage - rightPage,
  );
  return best.map(([page]) => ({
    path: index.pages[page][0],
    title: index.pages[page][1],
    summary: index.pages[page][2],
  }));
}

/** Folds a text as the index does. @param {string} text  as the index folds it: small letters without accents */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
}

/** @param {{score: number, words: number}} match */
function rank({ score, words }) {
  return score * words;
}

/** @param {SearchIndex} index @param {string} word @returns {Map<number, number>} the best score of each page */
function scoresOf(index, word) {
  const own = Object.hasOwn(index.forms, word) ? index.forms[word] : word;
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const [stem, weights] of Object.entries(index.stems)) {
    const closeness = stem === own ? 1 : likeness(own, stem) / 2;
    if (!closeness) continue;
    for (let i = 0; i < weights.length; i += 2) {
      const score = weights[i + 1] * closeness;
      if (score > (scores.get(weights[i]) ?? 0)) scores.set(weights[i], score);
    }
  }
  return scores;
}

/**
 * How alike two words are, from 0 to 1: one may begin the other, or stand whole inside it, as in compounds.
 * @param {string} word
 * @param {string} stem
 */
function likeness(word, stem) {
  const [short, long] = word.length < stem.length ? [word, stem] : [stem, word];
  if (short.length < SHORTEST_PART) return 0;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared++;
  if (shared >= SHORTEST_PART && shared >= word.length * SHARED_PART) return shared / long.length;
  return long.includes(short) ? short.length / long.length / 2 : 0;
}
