// <portal-search>: searches all pages. The index is loaded with the first search.
/** @import {SearchIndex} from "../../core/search/search-index-types.js" */
import { search } from "../../core/search/search.js";
import { keepInAddress } from "../../base/address.js";
import { copyTemplate, dataAt, part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

const SHOWN = 20;

class Search extends PortalElement {
  #loaded = false;

  async connected() {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    if (!form || !input) return;
    this.listen(form, "submit", () => this.#search(input));
    this.listen(input, "input", () => this.#search(input));
    form.hidden = false;
    // What she typed before this listened stays.
    input.value ||= new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    if (input.value) await this.#search(input);
  }

  /** @param {HTMLInputElement} input */
  async #search(input) {
    const { format } = this;
    const words = input.value.trim();
    const status = part(this, "status");
    if (!this.#loaded) status.textContent = format("search.loading");
    const load = /** @type {() => Promise<SearchIndex>} */ (dataAt(this.dataset.index));
    const index = await this.late(load, status);
    this.#loaded ||= index !== undefined;
    if (words !== input.value.trim()) return;
    if (!index) {
      status.textContent = "";
      return;
    }
    const pages = search(index, words).slice(0, Number(this.dataset.shown || Infinity));
    const count = format(pages.length ? "search.found" : "search.none", { count: pages.length, words });
    status.textContent = words ? count : "";
    part(this, "results").replaceChildren(...pages.slice(0, SHOWN).map((page) => this.#result(page)));
    // What someone looks for stays behind the #, where no server sees it.
    keepInAddress(words && String(new URLSearchParams({ q: words })));
  }

  /** @param {{path: string, title: string, summary: string}} page */
  #result(page) {
    const row = copyTemplate(this, "result");
    const link = part(row, "title", HTMLAnchorElement);
    link.textContent = page.title;
    link.href = `${this.dataset.root}${page.path}`;
    part(row, "summary").textContent = page.summary;
    return row;
  }
}

customElements.define("portal-search", Search);
