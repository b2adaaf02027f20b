// <portal-directory>: narrows the list of partners that the server sent. What is chosen stands behind the #.
/** @import {DirectoryIndex} from "../engine/directory.js" */
import { filterDirectory } from "../engine/directory.js";
import { fold } from "../engine/search.js";
import { part, wordsOf } from "./page.js";

// So many cards are drawn at once; a slow phone would take a second for a thousand.
const SHOWN_AT_ONCE = 60;

class Directory extends HTMLElement {
  #ended = new AbortController();
  /** @type {HTMLElement[]} */
  #cards = [];
  /** @type {HTMLInputElement[]} */
  #boxes = [];
  /** @type {DirectoryIndex} */
  #index = { groups: [], services: [], texts: [] };
  #most = SHOWN_AT_ONCE;

  connectedCallback() {
    const { signal } = this.#ended;
    this.#cards = [...this.querySelectorAll("li[data-services]")].map((card) => /** @type {HTMLElement} */ (card));
    this.#boxes = [...this.querySelectorAll("input[type=checkbox]")].map((box) => /** @type {HTMLInputElement} */ (box));
    this.#index = {
      groups: [...this.querySelectorAll("[data-group]")].map((group) =>
        [...group.querySelectorAll("input")].map(({ value }) => Number(value)),
      ),
      services: this.#cards.flatMap((card, partner) =>
        (card.dataset.services ?? "").split("|").map((numbers) => ({ partner, answers: new Set(numbers.split(" ").map(Number)) })),
      ),
      texts: this.#cards.map((card) => fold(card.textContent ?? "")),
    };
    this.#form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#form.addEventListener("input", () => this.#filter(SHOWN_AT_ONCE), { signal });
    this.#form.addEventListener("reset", () => setTimeout(() => this.#filter()), { signal });
    part(this, "more").addEventListener("click", () => this.#showAll(), { signal });
    addEventListener("hashchange", () => this.#restore(), { signal });
    this.#restore();
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  #restore() {
    const state = new URLSearchParams(location.hash.slice(1));
    part(this, "words").value = state.get("q") ?? "";
    for (const box of this.#boxes) box.checked = state.getAll(box.name).includes(box.dataset.value ?? "");
    this.#filter();
  }

  #showAll() {
    const first = this.#cards.filter(({ hidden }) => !hidden).length;
    this.#filter(Infinity);
    const next = this.#cards.filter(({ hidden }) => !hidden)[first];
    next?.querySelector("a")?.focus();
  }

  /** @param {number} most  how many cards to show at once */
  #filter(most = this.#most) {
    this.#most = most;
    const query = part(this, "words").value;
    const ticked = this.#boxes.filter(({ checked }) => checked);
    const { shown, counts } = filterDirectory(this.#index, new Set(ticked.map(({ value }) => Number(value))), query);
    let drawn = 0;
    this.#cards.forEach((card, partner) => {
      const hidden = !shown[partner] || drawn >= most;
      if (!hidden) drawn++;
      if (card.hidden !== hidden) card.hidden = hidden;
    });
    for (const box of this.#boxes) {
      const count = counts.get(Number(box.value)) ?? 0;
      const label = /** @type {HTMLElement} */ (box.closest("label"));
      label.hidden = !count && !box.checked;
      part(label, "count").textContent = String(count);
    }
    const count = shown.filter(Boolean).length;
    const say = wordsOf(this);
    part(this, "status").textContent = say(count ? "partners.found" : "partners.none", { count });
    part(this, "more").textContent = say("partners.more", { count });
    part(this, "more").hidden = drawn === count;
    const state = new URLSearchParams([
      ...(query ? [["q", query]] : []),
      ...ticked.map(({ name, dataset }) => [name, dataset.value ?? ""]),
    ]);
    history.replaceState(history.state, "", String(state) ? `#${state}` : location.pathname);
  }
}

customElements.define("portal-directory", Directory);
