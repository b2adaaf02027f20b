// Which partners say what was typed: each word of it, wherever it stands in a word of their cards.
/** @import {DirectoryWords} from "./directory-types.js" */
import { numbersIn, startsOf } from "../rules/columns.js";
import { fold } from "./fold.js";

/**
 * @typedef {object} SearchableWords  the words of all cards, ready to be searched at every key
 * @property {string} text  all words with spaces between them
 * @property {Uint32Array} starts  where each word stands in it, and where a next one would
 * @property {Uint32Array} first  where the places of each word begin in `places`, and where those of a next one would
 * @property {Uint32Array} places  of cards
 */

// `output/directory_data.py` cuts the words of the cards in the same places.
const BETWEEN_WORDS = /[\s"']+/;

/** Cuts a text into folded words. @param {string} text */
const wordsIn = (text) => fold(text).split(BETWEEN_WORDS).filter(Boolean);

/**
 * Makes the words that the site sends ready to be searched.
 * @param {DirectoryWords} index
 * @returns {SearchableWords}
 */
export function searchable({ words, counts, distances }) {
  const first = startsOf(numbersIn(counts));
  const places = numbersIn(distances);
  for (let word = 0; word < first.length - 1; word++)
    for (let nth = first[word] + 1; nth < first[word + 1]; nth++) places[nth] += places[nth - 1];
  return { text: words, starts: beginnings(words ? words.split(" ") : []), first, places };
}

/** Returns where words begin in a text with spaces between them, and where a next one would. @param {string[]} words */
function beginnings(words) {
  return startsOf(Uint32Array.from(words, ({ length }) => length + 1));
}

/**
 * Returns for each partner whether its words hold every word of a query; all do where nothing was typed.
 * @param {SearchableWords} index
 * @param {number} partners  how many there are
 * @param {string} query
 */
export function sayingAll(index, partners, query) {
  const said = new Uint8Array(partners).fill(1);
  for (const typed of wordsIn(query)) {
    const here = saying(index, partners, typed);
    for (let partner = 0; partner < partners; partner++) said[partner] &= here[partner];
  }
  return said;
}

/** @param {SearchableWords} index @param {number} partners @param {string} typed  one folded word */
function saying({ text, starts, first, places }, partners, typed) {
  const here = new Uint8Array(partners);
  let number = 0;
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, starts[number + 1])) {
    while (starts[number + 1] <= at) number++;
    for (let nth = first[number]; nth < first[number + 1]; nth++) here[places[nth]] = 1;
  }
  return here;
}

/**
 * Makes of the texts of cards what is searched.
 * @param {string[]} texts
 * @returns {SearchableWords}
 */
export function wordsOfTexts(texts) {
  /** @type {Map<string, number[]>} */
  const cards = new Map();
  for (const [place, text] of texts.entries())
    for (const word of new Set(wordsIn(text))) cards.set(word, [...(cards.get(word) ?? []), place]);
  const words = [...cards.keys()];
  const places = [...cards.values()];
  return {
    text: words.join(" "),
    starts: beginnings(words),
    first: startsOf(Uint32Array.from(places, ({ length }) => length)),
    places: Uint32Array.from(places.flat()),
  };
}
