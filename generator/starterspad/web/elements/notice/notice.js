// <portal-notice data-until="2026-01-31">: goes when its day has passed, also on a page that was made before.
import { today } from "../../base/page-parts.js";

class Notice extends HTMLElement {
  connectedCallback() {
    if (today() > (this.dataset.until ?? "")) this.remove();
  }
}

customElements.define("portal-notice", Notice);
