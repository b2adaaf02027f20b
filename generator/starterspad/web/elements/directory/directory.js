// <portal-directory>: narrows the list of partners that the server sent. What is chosen stands behind the #.
/** @import {DirectoryIndex} from "../../core/search/directory-filter.js" */
import { keepInAddress } from "../../base/address.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { filterDirectory } from "../../core/search/directory-filter.js";
import { fold } from "../../core/search/fold.js";
import { answersOf } from "../../core/journal/journal-queries.js";
import { JournalStore } from "../../store/journal-store.js";
import { firstOf, part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

// So many cards stand on the page until someone asks for all; a slow phone would take a second for a thousand.
const SHOWN_AT_ONCE = 60;
// The first of them are there with the key; the others follow once nobody types for a moment.
const DRAWN_FIRST = 10;
const PAUSE_MS = 250;

class Directory extends PortalElement {
  /** @type {HTMLElement[]} */
  #cards = [];
  /** @type {{box: HTMLInputElement, label: HTMLElement, count: HTMLElement}[]} */
  #choices = [];
  /** @type {DirectoryIndex} */
  #index = { groups: [], services: [], texts: [] };
  #most = SHOWN_AT_ONCE;
  /** @type {number | undefined} */
  #pause;
  #drawAll = () => {};

  async connected() {
    // Cards that a filter took off the page are remembered.
    if (!this.#cards.length)
      this.#cards = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("li[data-services]"))];
    this.#choices = [...this.querySelectorAll("label:has([type=checkbox])")].map((label) => ({
      box: firstOf(label, "input"),
      label: /** @type {HTMLElement} */ (label),
      count: part(label, "count"),
    }));
    this.#index = {
      groups: [...this.querySelectorAll("[data-group]")].map((group) =>
        [...group.querySelectorAll("input")].map(({ value }) => Number(value)),
      ),
      services: this.#cards.flatMap((card, partner) =>
        (card.dataset.services ?? "").split("|").map((service) => {
          const [id, ...numbers] = service.split(" ");
          return { partner, id: `${card.dataset.partner}/${id}`, answers: numbers.map(Number) };
        }),
      ),
      texts: this.#cards.map((card) => fold(card.textContent ?? "")),
    };
    this.listen(this.#form, "submit", () => {});
    this.listen(this.#form, "input", () => this.#filter(SHOWN_AT_ONCE));
    this.listen(this.#form, "reset", () => setTimeout(() => this.#filter()));
    this.listen("more", "click", () => this.#showAll());
    this.listen(window, "hashchange", () => this.#restore());
    const asked = new URLSearchParams(location.hash.slice(1)).has("mine");
    // Who typed before this script came keeps her words.
    this.#restore(this.#words.value);
    await this.#offerMine(asked);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  /**
   * Hides the choices that would give nothing. What did not change is left alone: each change costs a layout.
   * @param {number[]} counts
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
    for (const card of this.#cards) if (card.parentNode && !wanted.has(card)) card.remove();
    cards.forEach((card, place) => {
      const there = this.#list.children[place];
      if (there !== card) this.#list.insertBefore(card, there ?? null);
    });
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.querySelector("ul.cards"));
  }

  get #form() {
    return firstOf(this, "form");
  }

  get #words() {
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
    if (!(await this.loadModel())) return;
    const planned = currentPlan(this.model, kept).plan.tasks.flatMap(({ services }) => services);
    const fitting = new Set(
      planned.flatMap(({ partner, service, verdict }) => (verdict === "yes" ? [`${partner}/${service}`] : [])),
    );
    for (const { id, answers } of this.#index.services) if (fitting.has(id)) answers.push(Number(this.#mine.value));
    part(this, "mine").hidden = false;
    this.#mine.checked = asked;
    this.#filter();
    this.#drawAll();
  }

  #restore(typed = "") {
    const state = new URLSearchParams(location.hash.slice(1));
    this.#words.value = state.get("q") ?? typed;
    for (const { box } of this.#choices) {
      const offered = box !== this.#mine || !part(this, "mine").hidden;
      box.checked = offered && state.getAll(box.name).includes(box.dataset.value ?? "");
    }
    this.#filter();
    this.#drawAll();
  }

  #showAll() {
    const first = this.#list.children.length;
    this.#filter(Infinity);
    this.#drawAll();
    this.#list.children[first]?.querySelector("a")?.focus();
  }

  /** @param {number} most  how many cards to show at once */
  #filter(most = this.#most) {
    this.#most = most;
    const query = this.#words.value;
    const ticked = this.#choices.flatMap(({ box }) => (box.checked ? [box] : []));
    const { shown, counts } = filterDirectory(this.#index, new Set(ticked.map(({ value }) => Number(value))), query);
    const matching = this.#cards.filter((_, partner) => shown[partner]);
    const drawn = matching.slice(0, most);
    this.#draw(drawn.slice(0, DRAWN_FIRST));
    clearTimeout(this.#pause);
    this.#drawAll = () => {
      clearTimeout(this.#pause);
      this.#draw(drawn);
    };
    if (drawn.length > DRAWN_FIRST) this.#pause = setTimeout(this.#drawAll, PAUSE_MS);
    this.#showCounts(counts);
    const count = matching.length;
    const { format } = this;
    part(this, "status").textContent = format(count ? "partners.found" : "partners.none", { count });
    part(this, "more").textContent = format("partners.more", { count });
    part(this, "more").hidden = drawn.length === count;
    const state = new URLSearchParams([
      ...(query ? [["q", query]] : []),
      ...ticked.map(({ name, dataset }) => [name, dataset.value ?? ""]),
    ]);
    keepInAddress(String(state));
  }
}

customElements.define("portal-directory", Directory);
