// Which pages a typed word finds: by its stem, by a shared beginning, misspelt, and by the parts of a compound.
/** @import {SearchIndex, SearchShard, SearchEndings} from "./search-index-types.js" */
import { beginningOf, likeness, mistakesBetween, mistakesIn } from "./likeness.js";

/** @typedef {(name: string) => Promise<unknown>} Load  rejects, or gives undefined, where a file does not come */
/**
 * @typedef {{size: number, scores: Map<number, number>, meant: string}} Found  on how many pages, the best score of
 *   each, and of a word that is misspelt what it may be meant for, else empty
 */

// A long word has a few files around it at most; where it has more, the nearest of them.
const MOST_FILES = 3;
// So many other words may one be meant for.
const MOST_MEANT = 3;
const MISSPELT = [1, 0.6, 0.4];
const HALF = 4;

/** The files around a word, and what they say of it. */
export class WordPages {
  /** @type {Map<string, SearchShard>} */
  #shards = new Map();

  /** @param {SearchIndex} index @param {Load} load */
  constructor(index, load) {
    this.index = index;
    this.load = load;
  }

  /** @param {string} word @returns {Promise<Found>} */
  async of(word) {
    const beginning = beginningOf(word);
    await this.#bring(filesOf(this.index.shards, beginning.length < word.length ? beginning : word, word));
    const own = this.#formOf(word) ?? word;
    await this.#bring(filesOf(this.index.shards, own, own).slice(0, 1));
    /** @type {Map<string, number>} stem -> how close it is */
    const close = new Map();
    for (const stem of this.#stems()) {
      const closeness = stem === own ? 1 : likeness(own, stem) / 2;
      if (closeness) close.set(stem, closeness);
    }
    const begun = [...close.keys()].some((stem) => stem.startsWith(word));
    const meant = close.get(own) === 1 ? "" : await this.#guess(word, begun, close);
    return { ...this.#scores(close), meant };
  }

  /** The pages whose whole title this is. @param {string} title  folded words @returns {Promise<number[]>} */
  async named(title) {
    await this.#bring(filesOf(this.index.shards, title, title).slice(0, 1));
    for (const { names } of this.#shards.values()) if (Object.hasOwn(names, title)) return names[title];
    return [];
  }

  /**
   * Finds what an unknown word may be meant for; of what it may be misspelt for, returns what pages say most about.
   * @param {string} word
   * @param {boolean} begun  it is the beginning of a word, so she may still be typing
   * @param {Map<string, number>} close
   * @returns {Promise<string>}
   */
  async #guess(word, begun, close) {
    const most = begun ? 0 : mistakesIn(word);
    const half = Math.min(HALF, Math.ceil((word.length - 1) / 2));
    const rest = Math.min(HALF, Math.floor((word.length - 1) / 2));
    if (most) await this.#bring(filesOf(this.index.shards, word.slice(0, half), word));
    const backwards = [...word].reverse().join("");
    const endings = word.length < HALF ? [] : filesOf(this.index.endings, backwards.slice(0, rest), backwards);
    const ending = /** @type {SearchEndings[]} */ (await Promise.all(endings.map((name) => this.load(name)))).flat();
    /** @type {{known: string, closeness: number, misspelt: number}[]} */
    const meant = [];
    for (const known of new Set([...this.#words(), ...ending])) {
      const mistakes = most ? mistakesBetween(word, known, most) : 1;
      const misspelt = mistakes <= most ? MISSPELT[mistakes] : 0;
      const closeness = misspelt || (known.endsWith(word) || word.endsWith(known) ? likeness(word, known) / 2 : 0);
      if (closeness) meant.push({ known, closeness, misspelt });
    }
    meant.sort((left, right) => right.closeness - left.closeness || (left.known < right.known ? -1 : 1));
    const chosen = meant.slice(0, MOST_MEANT);
    await this.#bring(chosen.flatMap(({ known }) => filesOf(this.index.shards, known, known).slice(0, 1)));
    const stems = chosen.map((guess) => ({ ...guess, stem: this.#formOf(guess.known) ?? guess.known }));
    await this.#bring(stems.flatMap(({ stem }) => filesOf(this.index.shards, stem, stem).slice(0, 1)));
    for (const { stem, closeness } of stems) close.set(stem, Math.max(close.get(stem) ?? 0, closeness));
    const likely = stems.filter(({ misspelt }) => misspelt && misspelt === stems[0].misspelt);
    likely.sort((left, right) => this.#most(right.stem) - this.#most(left.stem));
    return likely[0]?.known ?? "";
  }

  /** How much the page that says most of a stem says of it. @param {string} stem */
  #most(stem) {
    for (const { stems } of this.#shards.values()) if (Object.hasOwn(stems, stem)) return -stems[stem][1];
    return 0;
  }

  /** @param {Map<string, number>} close @returns {Omit<Found, "meant">} */
  #scores(close) {
    /** @type {Map<number, number>} */
    const scores = new Map();
    let size = 0;
    for (const { stems } of this.#shards.values()) {
      for (const [stem, closeness] of close) {
        if (!Object.hasOwn(stems, stem)) continue;
        const [count, ...values] = stems[stem];
        size = Math.max(size, count);
        const rarity = closeness * Math.log(1 + this.index.pages / count);
        let [weight, page] = [0, 0];
        for (const value of values) {
          if (value < 0) [weight, page] = [-value, 0];
          else {
            page += value;
            if (weight * rarity > (scores.get(page) ?? 0)) scores.set(page, weight * rarity);
          }
        }
      }
    }
    return { size: Math.max(size, scores.size), scores };
  }

  /** @param {string[]} names */
  async #bring(names) {
    const missing = names.filter((name) => !this.#shards.has(name));
    const came = /** @type {SearchShard[]} */ (await Promise.all(missing.map((name) => this.load(name))));
    for (const [place, name] of missing.entries()) this.#shards.set(name, came[place]);
  }

  /** @param {string} word */
  #formOf(word) {
    for (const { forms } of this.#shards.values()) if (Object.hasOwn(forms, word)) return forms[word];
    return undefined;
  }

  *#stems() {
    for (const { stems } of this.#shards.values()) yield* Object.keys(stems);
  }

  *#words() {
    for (const { stems, forms } of this.#shards.values()) yield* [...Object.keys(stems), ...Object.keys(forms)];
  }
}

/**
 * Returns the files in which words with this beginning stand, those nearest to a word first.
 * @param {string[][]} files  the first letters of each, and its name
 * @param {string} beginning
 * @param {string} word
 */
function filesOf(files, beginning, word) {
  const at = (/** @type {string} */ text) => {
    let place = 0;
    while (place + 1 < files.length && files[place + 1][0] <= text) place++;
    return place;
  };
  const [first, nearest] = [at(beginning), at(word)];
  let last = first;
  while (last + 1 < files.length && files[last + 1][0].startsWith(beginning)) last++;
  const places = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  places.sort((left, right) => Math.abs(left - nearest) - Math.abs(right - nearest));
  return places
    .slice(0, MOST_FILES)
    .map((place) => files[place]?.[1] ?? "")
    .filter(Boolean);
}
