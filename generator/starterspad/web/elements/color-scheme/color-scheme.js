// <portal-color-scheme>: a button for daylight or night colours, remembered on this device.
import { NAME } from "../../store/journal-presence.js";

class ColorScheme extends HTMLElement {
  #ended = new AbortController();

  connectedCallback() {
    const button = this.querySelector("button");
    if (!button) return;
    const root = document.documentElement;
    const isDark = () =>
      (root.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener(
      "click",
      () => {
        root.dataset.scheme = isDark() ? "light" : "dark";
        button.setAttribute("aria-pressed", String(isDark()));
        try {
          localStorage.setItem(`${NAME}:scheme`, root.dataset.scheme);
        } catch {
          // Storage is blocked: the choice holds for this page.
        }
      },
      { signal: this.#ended.signal },
    );
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#ended.abort();
  }
}

customElements.define("portal-color-scheme", ColorScheme);
