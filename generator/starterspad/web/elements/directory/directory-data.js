// What is known of all partners: read from their cards where the page holds all, otherwise loaded when it is needed.
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {DirectoryIndex, GroupAnswers} from "../../core/search/directory-filter.js" */
/** @import {DirectoryColumns, DirectoryWords} from "../../core/search/directory-types.js" */
/** @import {SearchableWords} from "../../core/search/directory-words.js" */
/** @import {Cards} from "./cards.js" */
import { indexOf, shownBy } from "../../core/search/directory-filter.js";
import { sayingAll, searchable, wordsOfTexts } from "../../core/search/directory-words.js";
import { dataAt } from "../../base/page-parts.js";
import { indexOfCards } from "./index-of-cards.js";

// Letters and signs of every kind that a query may hold.
const REHEARSAL = "é a-bc d.e. 1 000 2.000";

export class DirectoryData {
  /** @type {string[]} of the partners */
  ids = [];
  /** @type {DirectoryIndex | undefined} what all answer to, once it is there */
  index;
  /** @type {SearchableWords | undefined} what the cards of all say, likewise */
  #words;
  /** @type {GroupAnswers | undefined} which services fit her answers */
  #fitting;
  #element;
  #cards;

  /** @param {PortalElement} element @param {Cards} cards */
  constructor(element, cards) {
    this.#element = element;
    this.#cards = cards;
    if (element.dataset.files) return;
    this.ids = cards.sent.map((card) => card.dataset.partner ?? "");
    this.index = indexOfCards(cards.sent, this.#groups());
    this.#words = wordsOfTexts(cards.sent.map((card) => card.textContent ?? ""));
  }

  /** Tells whether all is there that a query needs. @param {string} query */
  knows(query) {
    return Boolean(this.index && (this.#words || !query));
  }

  /**
   * Loads what filters need, each file once.
   * @param {boolean} typing  whether words are or will be typed
   * @returns {Promise<boolean>} whether it came
   */
  async come(typing) {
    if (!this.index) {
      /** @type {DirectoryColumns | undefined} */
      const columns = await this.#load("columns");
      if (columns && !this.index) {
        this.#learn(columns);
        this.#rehearse();
      }
    }
    if (typing && !this.#words) {
      /** @type {DirectoryWords | undefined} */
      const words = await this.#load("words");
      if (words && !this.#words) {
        this.#words = searchable(words);
        this.#rehearse();
      }
    }
    return this.knows(typing ? REHEARSAL : "");
  }

  /** The first search takes many times as long as the next ones: so it is done before she asks for one. */
  #rehearse() {
    if (this.index) shownBy(this.index, new Set(this.index.groups.flat().slice(0, 1)), this.sayingAll(REHEARSAL));
  }

  /**
   * @template T
   * @param {string} name
   * @returns {Promise<T | undefined>} of the type that who asks knows
   */
  #load(name) {
    const { dataset } = this.#element;
    return this.#element.busy(
      this.#element.late(/** @type {() => Promise<T>} */ (dataAt(`${dataset.files}${name}.json`))),
    );
  }

  /** @param {DirectoryColumns} columns */
  #learn(columns) {
    this.ids = columns.ids.split(" ");
    this.index = indexOf(columns, this.#groups());
    this.#cards.learn(this.ids, columns);
  }

  /** Reads the numbers of the choices, group by group. */
  #groups() {
    return [...this.#element.querySelectorAll("[data-group]")].map((group) =>
      [...group.querySelectorAll("input")].map(({ value }) => Number(value)),
    );
  }

  /** Takes in which services fit her answers, in the place of what was known. @param {GroupAnswers} fitting */
  fits(fitting) {
    if (!this.index) return;
    this.index.answers = [...this.index.answers.filter((column) => column !== this.#fitting), fitting];
    this.#fitting = fitting;
  }

  /** Returns for each partner whether it says what was typed. @param {string} query */
  sayingAll(query) {
    const { length } = this.ids;
    return this.#words ? sayingAll(this.#words, length, query) : new Uint8Array(length).fill(1);
  }
}
