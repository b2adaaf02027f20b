// <portal-search>: searches all pages. Of the index it loads what each search needs.
import { keepInAddress } from "../../base/address.js";
import { copyTemplate, part, setText } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";
import { searchAt } from "../../base/search-files.js";

const SHOWN = 20;
// Between two letters of one word: what is half typed need not load anything.
const PAUSE_MS = 200;

class Search extends PortalElement {
  #loaded = false;
  #words = "";
  #pause = 0;
  /** The same function each time, so that what was missing is told once. */
  #find = () => searchAt(this.dataset.index)(this.#words, { shown: this.#most });

  async connected() {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    if (!form || !input) return;
    this.listen(form, "submit", () => this.#search(input));
    this.listen(part(this, "meant-words"), "click", (event) => {
      input.value = /** @type {HTMLElement} */ (event.currentTarget).textContent ?? "";
      input.focus();
      this.#search(input);
    });
    this.listen(input, "input", () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#search(input), PAUSE_MS);
    });
    form.hidden = false;
    // What she typed before this listened stays.
    input.value ||= new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    if (input.value) await this.#search(input);
  }

  /** @param {HTMLInputElement} input */
  async #search(input) {
    const { format } = this;
    clearTimeout(this.#pause);
    const words = input.value.trim();
    this.#words = words;
    const status = part(this, "status");
    if (!this.#loaded) status.textContent = format("search.loading");
    const came = await this.late(this.#find, status);
    this.#loaded ||= came !== undefined;
    if (words !== input.value.trim()) return;
    if (!came) {
      status.textContent = "";
      return;
    }
    const count = Math.min(came.count, Number(this.dataset.shown || Infinity));
    status.textContent = words ? format(count ? "search.found" : "search.none", { count, words }) : "";
    const meant = words ? came.meant : "";
    part(this, "meant").hidden = !meant;
    setText(part(this, "meant-words"), meant);
    part(this, "nothing").hidden = !words || count > 0;
    part(this, "results").replaceChildren(...came.pages.map((page) => this.#result(page)));
    // What someone looks for stays behind the #, where no server sees it.
    keepInAddress(words && String(new URLSearchParams({ q: words })));
  }

  /** How many pages are shown at most. */
  get #most() {
    return Math.min(SHOWN, Number(this.dataset.shown || SHOWN));
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
