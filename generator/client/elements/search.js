// <portal-search>: searches all pages. The index and its reader are loaded with the first search.
import { copyTemplate, part, wordsOf } from "./page.js";

class Search extends HTMLElement {
  #ended = new AbortController();
  /** @type {Promise<any> | null} */
  #index = null;
  #latest = 0;

  connectedCallback() {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    if (!form || !input) return;
    const { signal } = this.#ended;
    form.addEventListener("submit", (event) => (event.preventDefault(), this.#search(input.value)), { signal });
    input.addEventListener("input", () => this.#search(input.value), { signal });
    form.hidden = false;
    part(this, "without-script").hidden = true;
    input.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    if (input.value) this.#search(input.value);
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  /** @param {string} words */
  async #search(words) {
    const turn = ++this.#latest;
    const say = wordsOf(this);
    const status = part(this, "status");
    history.replaceState(null, "", words.trim() ? `#${new URLSearchParams({ q: words })}` : location.pathname);
    if (!words.trim()) {
      status.textContent = "";
      part(this, "results").replaceChildren();
      return;
    }
    if (!this.#index) status.textContent = say("search.loading");
    try {
      this.#index ??= this.#load();
      const { results } = await (await this.#index).search(words);
      const found = await Promise.all(results.slice(0, 20).map((/** @type {any} */ result) => result.data()));
      if (turn !== this.#latest) return;
      status.textContent = results.length ? say("search.found", { count: results.length }) : say("search.none", { words });
      part(this, "results").replaceChildren(...found.map((page) => this.#result(page)));
    } catch {
      this.#index = null;
      status.textContent = say("search.failed");
    }
  }

  async #load() {
    const index = new URL(this.dataset.index ?? "", location.href);
    const pagefind = await import(index.href);
    await pagefind.options({ baseUrl: new URL("../../", index).pathname, excerptLength: 20 });
    return pagefind;
  }

  /** @param {{url: string, meta: {title: string}, excerpt: string}} page */
  #result(page) {
    const row = copyTemplate(this, "result");
    const link = part(row, "title");
    link.textContent = page.meta.title;
    link.href = page.url;
    // The excerpt is HTML with the found words marked; only its text and the marks are taken over.
    const excerpt = new DOMParser().parseFromString(page.excerpt, "text/html").body;
    for (const node of excerpt.childNodes) {
      const marked = node instanceof HTMLElement ? document.createElement("mark") : document.createTextNode("");
      marked.textContent = node.textContent;
      part(row, "excerpt").append(marked);
    }
    return row;
  }
}

customElements.define("portal-search", Search);
