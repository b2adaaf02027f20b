// <portal-print-button>: prints the page with everything on it opened.
import { printPage } from "../../base/print-page.js";

class PrintButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button?.addEventListener("click", () => printPage(button));
    addEventListener("beforeprint", () => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    this.hidden = false;
  }
}

customElements.define("portal-print-button", PrintButton);
