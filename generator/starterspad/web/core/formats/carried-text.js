// Finds what a link carries in whatever people pass on: an address with a full stop behind it, broken over lines, with
// percent signs for its letters, with what a tracker added, or in the middle of a message.

// How many letters a link may carry: far more than a mail or a chat lets through. More is refused before it is opened.
export const LONGEST = 100_000;
// So many breaks in an address are looked behind.
const MOST_BREAKS = 100;
// A gateway writes the percent signs of another.
const MOST_WRAPPERS = 4;

/**
 * Lists what a text may carry behind the start of a link.
 * @param {string} text  as a person typed or pasted it
 * @param {string} start  such as #plan=
 * @returns {string[] | null} the most likely first; null when there is no such link
 */
export function carriedIn(text, start) {
  const rest = behind(text, start);
  if (rest === null) return null;
  if (rest.length > 2 * LONGEST) return [];
  /** @type {string[]} */
  const parts = [];
  // A quoted answer sets marks before its lines, quoted-printable an equals sign behind them.
  for (const word of rest.replace(/=?\r?\n[>|\s]*/g, " ").split(/\s+/, MOST_BREAKS)) {
    const [letters] = /** @type {RegExpExecArray} */ (/^[\w-]*/.exec(word));
    parts.push(letters);
    if (letters !== word) break;
  }
  // Whatever stands behind a break may belong to the address, or be what somebody wrote below it.
  const carried = parts.map((_, place) => parts.slice(0, place + 1).join(""));
  return [...new Set([carried[carried.length - 1], ...carried])].filter(({ length }) => length <= LONGEST);
}

/** @param {string} text @param {string} start @returns {string | null} */
function behind(text, start) {
  let written = text.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "");
  for (let round = 0; round <= MOST_WRAPPERS; round++) {
    const place = written.indexOf(start);
    // Quoted-printable writes an equals sign as =3D.
    if (place >= 0) return written.slice(place + start.length).replace(/^3D/, "");
    const plain = written.replace(/%([0-7][0-9A-F])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    if (plain === written) return null;
    written = plain;
  }
  return null;
}
