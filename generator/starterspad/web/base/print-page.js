// Printing, where the browser can.
import { setText } from "./page-parts.js";

const sentence = document.createElement("p");
sentence.role = "status";

/**
 * Prints the page. Where the browser cannot, as one inside an app, says beside the button what to do instead.
 * @param {HTMLElement} button
 * @returns {boolean} whether it printed
 */
export function printPage(button) {
  try {
    print();
    return true;
  } catch {
    (button.closest("p") ?? button).after(sentence);
    // What is written a moment after its place is there is read out.
    setTimeout(() => setText(sentence, button.dataset.cannot ?? ""));
    return false;
  }
}
