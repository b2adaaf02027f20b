// <portal-search>: searches all pages. The index is loaded with the first search.
/** @import {SearchIndex} from "../../core/search/search-index-types.js" */
import { search } from "../../core/search/search.js";
import { copyTemplate, formatterOf, loadJson, part } from "../../base/page-parts.js";

const SHOWN = 20;

class Search extends HTMLElement {
  #ended = new AbortController();
  /** @type {Promise<SearchIndex> | null} */
  #index = null;

  connectedCallback() {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    if (!form || !input) return;
    const { signal } = this.#ended;
    form.addEventListener("submit", (event) => (event.preventDefault(), this.#search(input)), { signal });
    input.addEventListener("input", () => this.#search(input), { signal });
    form.hidden = false;
    input.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    if (input.value) this.#search(input);
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  /** @param {HTMLInputElement} input */
  async #search(input) {
    const format = formatterOf(this);
    const words = input.value.trim();
    // What someone looks for stays behind the #, where no server sees it.
    history.replaceState(null, "", words ? `#${new URLSearchParams({ q: words })}` : location.pathname);
    if (!this.#index) part(this, "status").textContent = format("search.loading");
    try {
      this.#index ??= loadJson(this.dataset.index);
      const pages = search(await this.#index, words);
      if (words !== input.value.trim()) return;
      const count = format(pages.length ? "search.found" : "search.none", { count: pages.length, words });
      part(this, "status").textContent = words ? count : "";
      part(this, "results").replaceChildren(...pages.slice(0, SHOWN).map((page) => this.#result(page)));
    } catch {
      this.#index = null;
      part(this, "status").textContent = format("search.failed");
    }
  }

  /** @param {{path: string, title: string, summary: string}} page */
  #result(page) {
    const row = copyTemplate(this, "result");
    const link = part(row, "title");
    link.textContent = page.title;
    link.href = `${this.dataset.root}${page.path}`;
    part(row, "summary").textContent = page.summary;
    return row;
  }
}

customElements.define("portal-search", Search);
