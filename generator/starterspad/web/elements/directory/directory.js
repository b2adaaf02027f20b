// <portal-directory>: narrows the list of partners. What is chosen stands behind the #. Where there are many, the first
// of them came with the page; what is known of all is loaded when she filters, types or asks for more.
import { keepInAddress } from "../../base/address.js";
import { LISTED_AT_ONCE } from "../../core/constants.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { certainHelpers } from "../../core/plan/written-plan.js";
import { countsOf, shownBy } from "../../core/search/directory-filter.js";
import { answersOf } from "../../core/journal/journal-queries.js";
import { JournalStore } from "../../store/journal-store.js";
import { firstOf, part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";
import { Cards } from "./cards.js";
import { DirectoryData } from "./directory-data.js";
import { fittingColumn } from "./index-of-cards.js";

// The first of them are there with the key; the others follow once nobody types for a moment.
const DRAWN_FIRST = 10;
const PAUSE_MS = 250;

class Directory extends PortalElement {
  /** @type {Cards | undefined} */
  #cards;
  /** @type {{box: HTMLInputElement, label: HTMLElement, count: HTMLElement}[]} */
  #choices = [];
  /** @type {DirectoryData | undefined} */
  #data;
  // So many cards at most: a slow phone would take a second for a thousand.
  #most = LISTED_AT_ONCE;
  /** @type {number | undefined} */
  #pause;
  #drawAll = () => {};

  async connected() {
    // Cards that a filter took off the page are remembered.
    this.#cards ??= new Cards(this);
    this.#choices = [...this.querySelectorAll("label:has([type=checkbox])")].map((label) => ({
      box: firstOf(label, "input"),
      label: /** @type {HTMLElement} */ (label),
      count: part(label, "count"),
    }));
    this.#data ??= new DirectoryData(this, this.#cards);
    this.listen(this.#form, "submit", () => {});
    this.listen(this.#form, "input", () => this.#ask(LISTED_AT_ONCE));
    // Who goes to the filters will use them: what they need comes meanwhile.
    this.listen(this.#form, "focusin", () => this.#of.come(this.#typed.matches(":focus")));
    this.listen(this.#form, "reset", () => setTimeout(() => this.#ask(LISTED_AT_ONCE)));
    this.listen("more", "click", () => this.#showMore());
    this.listen(window, "hashchange", () => this.#restore());
    const asked = new URLSearchParams(location.hash.slice(1)).has("mine");
    // Who typed before this script came keeps her words.
    await this.#restore(this.#typed.value);
    await this.#offerMine(asked);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  /**
   * Hides the choices that would give nothing. What did not change is left alone: each change costs a layout.
   * @param {Int32Array} counts
   */
  #showCounts(counts) {
    for (const { box, label, count } of this.#choices) {
      const number = counts[Number(box.value)];
      label.hidden = !number && !box.checked;
      if (count.textContent !== String(number)) count.textContent = String(number);
    }
  }

  /**
   * Puts these cards on the page and takes the others off; who stays is not drawn anew.
   * @param {HTMLElement[]} cards
   */
  #draw(cards) {
    const wanted = new Set(cards);
    for (const card of [.../** @type {Iterable<HTMLElement>} */ (this.#list.children)])
      if (!wanted.has(card)) card.remove();
    cards.forEach((card, place) => {
      const there = this.#list.children[place];
      if (there !== card) this.#list.insertBefore(card, there ?? null);
    });
  }

  get #of() {
    return /** @type {DirectoryData} */ (this.#data);
  }

  get #all() {
    return /** @type {Cards} */ (this.#cards);
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.querySelector("ul.cards"));
  }

  get #form() {
    return firstOf(this, "form");
  }

  get #typed() {
    return part(this, "words", HTMLInputElement);
  }

  get #mine() {
    return part(this, "mine-box", HTMLInputElement);
  }

  /**
   * Offers "what fits my answers" to who has answers: a service fits when it certainly helps with a step of the plan.
   * @param {boolean} asked  whether the address asks for it
   */
  async #offerMine(asked) {
    const kept = await new JournalStore().read();
    if (!Object.keys(answersOf(kept)).length) return;
    if (!(await this.loadModel()) || !(await this.#of.come(false)) || !this.#of.index) return;
    const { tasks } = currentPlan(this.model, kept).plan;
    const fitting = new Set(tasks.flatMap(certainHelpers));
    const { ids, index } = this.#of;
    this.#of.fits(fittingColumn(this.model, ids, index.services, fitting, Number(this.#mine.value)));
    part(this, "mine").hidden = false;
    this.#mine.checked = asked;
    await this.#ask();
    this.#drawAll();
  }

  async #restore(typed = "") {
    const state = new URLSearchParams(location.hash.slice(1));
    this.#typed.value = state.get("q") ?? typed;
    for (const { box } of this.#choices) {
      const offered = box !== this.#mine || !part(this, "mine").hidden;
      box.checked = offered && state.getAll(box.name).includes(box.dataset.value ?? "");
    }
    const asks = this.#typed.value || this.#choices.some(({ box }) => box.checked);
    if (asks || this.#of.index) {
      await this.#ask();
      this.#drawAll();
    } else this.#offerMore(this.#total);
  }

  /** How many there are, where the server sent the first of them. */
  get #total() {
    return Number(this.dataset.count);
  }

  async #showMore() {
    this.#drawAll();
    const first = this.#list.children.length;
    await this.#ask(this.#most + LISTED_AT_ONCE);
    this.#drawAll();
    const cards = /** @type {HTMLElement[]} */ ([...this.#list.children]).slice(first);
    await this.#all.whole(cards);
    cards[0]?.querySelector("a")?.focus();
  }

  /** @param {number} count  of all that she asks for */
  #offerMore(count) {
    const more = Math.min(LISTED_AT_ONCE, count - this.#most);
    part(this, "more").hidden = more <= 0;
    if (more > 0) part(this, "more").textContent = this.format("partners.more", { count: more });
  }

  /**
   * Filters, at once where what it needs is there. While it comes she may choose and type on: what stands there then
   * counts.
   * @param {number} most  how many cards to show
   */
  async #ask(most = this.#most) {
    this.#most = most;
    const { value } = this.#typed;
    if (this.#of.knows(value) || (await this.#of.come(Boolean(value)))) this.#filter();
  }

  #filter() {
    const { index } = this.#of;
    if (!index) return;
    const query = this.#typed.value;
    const ticked = this.#choices.flatMap(({ box }) => (box.checked ? [box] : []));
    const chosen = new Set(ticked.map(({ value }) => Number(value)));
    const said = this.#of.sayingAll(query);
    let count = 0;
    /** @type {HTMLElement[]} */
    const drawn = [];
    shownBy(index, chosen, said).forEach((is, place) => {
      if (is && count++ < this.#most) drawn.push(this.#all.at(place));
    });
    this.#draw(drawn.slice(0, DRAWN_FIRST));
    clearTimeout(this.#pause);
    this.#drawAll = () => {
      clearTimeout(this.#pause);
      this.#draw(drawn);
      // Of many it takes longer to count than to list.
      if (this.dataset.files) this.#showCounts(countsOf(index, chosen, said));
    };
    if (!this.dataset.files) this.#showCounts(countsOf(index, chosen, said));
    if (this.dataset.files || drawn.length > DRAWN_FIRST) this.#pause = setTimeout(this.#drawAll, PAUSE_MS);
    part(this, "status").textContent = this.format(count ? "partners.found" : "partners.none", { count });
    this.#offerMore(count);
    const state = new URLSearchParams([
      ...(query ? [["q", query]] : []),
      ...ticked.map(({ name, dataset }) => [name, dataset.value ?? ""]),
    ]);
    // The list comes first.
    setTimeout(() => keepInAddress(String(state)));
  }
}

customElements.define("portal-directory", Directory);
