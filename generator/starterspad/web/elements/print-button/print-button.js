// <portal-print-button>: prints the page with everything on it opened.
class PrintButton extends HTMLElement {
  connectedCallback() {
    this.querySelector("button")?.addEventListener("click", () => print());
    addEventListener("beforeprint", () => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    this.hidden = false;
  }
}

customElements.define("portal-print-button", PrintButton);
