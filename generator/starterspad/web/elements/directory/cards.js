// The cards of the directory: those that the server sent, and those that are made when they come into view.
/** @import {DirectoryCards, DirectoryColumns} from "../../core/search/directory-types.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { copyTemplate, dataAt, part, setText } from "../../base/page-parts.js";

// What comes this near to the screen is asked for, so that it is there when she reads it.
const NEAR = "600px";
// A list in its own order takes one or two files; one that is filtered may take as many as it has cards.
const FILES_AT_ONCE = 2;

/** A card may be asked for by its place at any time; what it says besides the name may come a moment later. */
export class Cards {
  /** @type {(HTMLElement | undefined)[]} by their places */
  #made;
  /** @type {{ids: string[], names: string[], together: number}} */
  #known = { ids: [], names: [], together: 1 };
  /** @type {Map<number, DirectoryCards>} what came, by the numbers of the files */
  #came = new Map();
  /** @type {Set<HTMLElement>} those of which the text did not come */
  #late = new Set();
  #element;
  #near;

  /** @param {PortalElement} element */
  constructor(element) {
    this.#element = element;
    this.#made = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("li[data-partner]"))];
    this.#near = new IntersectionObserver((entries) => this.#fill(entries), { rootMargin: NEAR });
  }

  /** The cards that the server sent. */
  get sent() {
    return this.#made.flatMap((card) => card ?? []);
  }

  /** Learns who all are. @param {string[]} ids @param {DirectoryColumns} columns */
  learn(ids, { names, cards_together: together }) {
    this.#known = { ids, names, together };
  }

  /** Returns the card at a place. @param {number} place */
  at(place) {
    const card = this.#made[place] ?? this.#make(place);
    this.#made[place] = card;
    // What did not come is asked for again with the next list.
    if (this.#late.delete(card)) this.#near.observe(card);
    return card;
  }

  /**
   * Writes what these cards say, so that what stands below them no longer moves under her finger.
   * @param {HTMLElement[]} cards
   */
  async whole(cards) {
    const files = this.#byFile(cards);
    if (files.size <= FILES_AT_ONCE) await Promise.all([...files].map((file) => this.#fillFrom(...file)));
  }

  /** @param {number} place */
  #make(place) {
    const card = copyTemplate(this.#element, "card");
    const name = part(card, "name", HTMLAnchorElement);
    name.textContent = this.#known.names[place];
    name.href = `${this.#element.dataset.root}partners/${this.#known.ids[place]}/`;
    card.dataset.place = String(place);
    const came = this.#came.get(this.#fileOf(card));
    if (came) this.#write(card, came);
    else this.#near.observe(card);
    return card;
  }

  /** Writes what a card says on those that come near. @param {IntersectionObserverEntry[]} entries */
  #fill(entries) {
    const near = entries.flatMap(({ isIntersecting, target }) =>
      isIntersecting && target instanceof HTMLElement ? [target] : [],
    );
    for (const file of this.#byFile(near)) this.#fillFrom(...file);
  }

  /** @param {HTMLElement} card */
  #fileOf(card) {
    return Math.floor(Number(card.dataset.place) / this.#known.together);
  }

  /** Returns the cards that were made here, by the files that hold what they say. @param {HTMLElement[]} cards */
  #byFile(cards) {
    /** @type {Map<number, HTMLElement[]>} */
    const files = new Map();
    for (const card of cards) {
      if (!card.dataset.place) continue;
      this.#near.unobserve(card);
      files.set(this.#fileOf(card), [...(files.get(this.#fileOf(card)) ?? []), card]);
    }
    return files;
  }

  /**
   * @param {number} file
   * @param {HTMLElement[]} cards
   */
  async #fillFrom(file, cards) {
    const load = /** @type {() => Promise<DirectoryCards>} */ (
      dataAt(`${this.#element.dataset.files}cards-${file}.json`)
    );
    const came = await this.#element.late(load);
    if (came) this.#came.set(file, came);
    for (const card of cards) {
      if (came) this.#write(card, came);
      else this.#late.add(card);
    }
  }

  /**
   * Writes what stands on a card besides the name.
   * @param {HTMLElement} card
   * @param {DirectoryCards} came  the cards of its file
   */
  #write(card, { kinds, summaries, logos }) {
    const place = Number(card.dataset.place) % this.#known.together;
    setText(part(card, "kind"), kinds[place]);
    setText(part(card, "summary"), summaries[place]);
    const logo = logos.find(([of]) => of === place);
    if (!logo || card.querySelector(".logo")) return;
    const [, path, width, height] = logo;
    const src = `${this.#element.dataset.root}../${path}`;
    card.prepend(Object.assign(new Image(width, height), { className: "logo", alt: "", src }));
  }
}
