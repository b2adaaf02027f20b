// Draws a text as a QR code. Loaded when a link is made.
import { qrOf } from "../../core/formats/qr-code.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4;

/**
 * Draws a text as a QR code, with the quiet zone of four modules that ISO/IEC 18004 asks for.
 * @param {HTMLElement} place  holds a figure with an empty svg
 * @param {string} text
 * @returns {boolean} false when the text is too long for a code
 */
export function drawQr(place, text) {
  const modules = qrOf(text);
  if (!modules) return false;
  const size = modules.length + 2 * QUIET;
  const dark = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])));
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", dark.join(""));
  const svg = /** @type {SVGElement} */ (place.querySelector("svg"));
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.replaceChildren(path);
  return true;
}
