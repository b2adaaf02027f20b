// A number as somebody types it, in whatever way her language writes numbers.

// Digits of other scripts, by the code of their nought.
const NOUGHTS = [0x660, 0x6f0];
const POINTS = { "٫": ".", "٬": ",", "،": "," };

/**
 * Reads a number: digits with a point before what is less than one, or null where it is no number. Spaces and
 * apostrophes part thousands; a comma or a point does so where three digits follow and her language has the other one.
 * @param {string} text
 * @param {string} mark  what her language writes before what is less than one: a comma or a point
 * @returns {string | null}
 */
export function typedNumber(text, mark) {
  const digits = [...text.normalize("NFKC")].map(latin).join("");
  const bare = digits.replace(/[\s'’€%]/g, "").replace(/^[−–]/, "-");
  if (!/^[-+]?[0-9.,]+$/.test(bare) || !/[0-9]/.test(bare)) return null;
  const sign = bare.startsWith("-") ? "-" : "";
  const [whole, rest] = parted(bare.replace(/^[-+]/, ""), mark);
  if (!/^[0-9]*$/.test(whole + rest)) return null;
  return `${sign}${whole.replace(/^0+(?=[0-9])/, "") || "0"}${rest && `.${rest}`}`;
}

/** @param {string} character */
function latin(character) {
  const code = character.codePointAt(0) ?? 0;
  const nought = NOUGHTS.find((first) => code >= first && code < first + 10);
  if (nought !== undefined) return String(code - nought);
  return POINTS[/** @type {keyof typeof POINTS} */ (character)] ?? character;
}

/**
 * Parts a number into what stands before and after the mark of decimals; what parts no thousands stays in it.
 * @param {string} number
 * @param {string} mark
 * @returns {[string, string]}
 */
function parted(number, mark) {
  const other = mark === "," ? "." : ",";
  const last = Math.max(number.lastIndexOf("."), number.lastIndexOf(","));
  const marks = number.replace(/[0-9]/g, "");
  if (!marks) return [number, ""];
  const several = marks.length > 1 && new Set(marks).size === 1;
  if (several || (marks === other && /^[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(number))) return [joined(number), ""];
  return [joined(number.slice(0, last)), number.slice(last + 1)];
}

/** Takes out what parts thousands, where it parts just these. @param {string} whole */
function joined(whole) {
  return /^[0-9]{1,3}([.,][0-9]{3})*$/.test(whole) ? whole.replace(/[.,]/g, "") : whole;
}
