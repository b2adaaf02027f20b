// Finds pages by words, also by other forms of them: by stem, by shared beginning, inside longer words, misspelt.
/** @import {SearchIndex} from "./search-index-types.js" */
import { wordsOf } from "./fold.js";

const SHORTEST_PART = 4;
const SHARED_PART = 0.65;
// A shorter word is another word with one letter changed.
const SHORTEST_MISSPELT = 5;
const MISSPELT = 0.6;
// What says less than this part of the best says nothing; the next lines of a sentence are seldom read.
const WEAK = 0.3;
const MOST = 30;
// A word on more than this part of the pages tells none from another, where the query has rarer ones.
const COMMON = 0.2;

/**
 * Returns the pages that match best, best first: those that hold more of the rare words stand before the others.
 * @param {SearchIndex} index
 * @param {string} query
 * @returns {{path: string, title: string, summary: string}[]}
 */
export function search(index, query) {
  const scored = [...new Set(wordsOf(query))].map((word) => scoresOf(index, word)).filter(({ size }) => size);
  const rare = scored.filter(({ size }) => size <= index.pages.length * COMMON);
  /** @type {Map<number, {score: number, rarities: number}>} */
  const matches = new Map();
  for (const scores of rare.length ? rare : scored) {
    const rarity = Math.log(1 + index.pages.length / scores.size);
    for (const [page, score] of scores) {
      const sofar = matches.get(page) ?? { score: 0, rarities: 0 };
      matches.set(page, { score: sofar.score + score, rarities: sofar.rarities + rarity });
    }
  }
  const best = [...matches].map(([page, { score, rarities }]) => ({ page, rank: score * rarities }));
  best.sort((left, right) => right.rank - left.rank || left.page - right.page);
  return best
    .filter(({ rank }) => rank >= best[0].rank * WEAK)
    .slice(0, MOST)
    .map(({ page }) => ({ path: index.pages[page][0], title: index.pages[page][1], summary: index.pages[page][2] }));
}

/** @param {SearchIndex} index @param {string} word @returns {Map<number, number>} the best score of each page */
function scoresOf(index, word) {
  const own = Object.hasOwn(index.forms, word) ? index.forms[word] : word;
  const meant = Object.hasOwn(index.stems, own) ? new Set() : misspelt(index, word);
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const stem in index.stems) {
    const closeness = stem === own ? 1 : meant.has(stem) ? MISSPELT : likeness(own, stem) / 2;
    if (!closeness) continue;
    const weights = index.stems[stem];
    for (let i = 0; i < weights.length; i += 2) {
      const score = weights[i + 1] * closeness;
      if (score > (scores.get(weights[i]) ?? 0)) scores.set(weights[i], score);
    }
  }
  return scores;
}

/**
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Set<string>} the stems of words that differ in one letter
 */
function misspelt(index, word) {
  /** @type {Set<string>} */
  const meant = new Set();
  if (word.length < SHORTEST_MISSPELT || /^[0-9]/.test(word)) return meant;
  for (const known in index.forms) if (oneApart(word, known)) meant.add(index.forms[known]);
  for (const stem in index.stems) if (oneApart(word, stem)) meant.add(stem);
  return meant;
}

/** Tells whether a letter more, less, other, or two that changed places, make one word of the other.
 * @param {string} left
 * @param {string} right
 */
function oneApart(left, right) {
  if (Math.abs(left.length - right.length) > 1) return false;
  const most = Math.min(left.length, right.length);
  let begin = 0;
  while (begin < most && left[begin] === right[begin]) begin++;
  let end = 0;
  while (end < most - begin && left.at(-1 - end) === right.at(-1 - end)) end++;
  const [mine, other] = [left.slice(begin, left.length - end), right.slice(begin, right.length - end)];
  return Math.max(mine.length, other.length) <= 1 || (mine.length === 2 && mine === other[1] + other[0]);
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
