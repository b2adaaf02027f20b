// How a text is read when words are compared: as `content/folding.py` reads it, letter for letter.

// Letters that no normal form takes apart, and signs that keyboards and word processors write in several ways.
/** @type {Record<string, string>} */
const LETTERS = { æ: "ae", œ: "oe", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", ı: "i", ς: "σ" };
const HYPHENED = /(?<![\p{L}\p{N}])(\p{L})-(\p{L}{2,})/gu;

/** Splits a text into folded words of two letters or more; "e-mail" is "email" and "mail". @param {string} text */
export function wordsOf(text) {
  const plain = spelt(text);
  const parts = [...plain.matchAll(HYPHENED)].map((match) => match[2]);
  return [...(joined(plain).match(/[\p{L}\p{N}_]{2,}/gu) ?? []), ...parts];
}

/** Writes a text in small plain letters: "Cœur" as "coeur", "e.g." as "eg". @param {string} text */
export function fold(text) {
  return joined(spelt(text));
}

/** @param {string} text */
function spelt(text) {
  return text
    .replace(/[‘’‚‛ʼʻʹʾʿˈ′‵´`＇]/g, "'")
    .replace(/[“”„‟″‶«»‹›＂]/g, '"')
    .replace(/[‐‑‒–—―−﹘﹣－]/g, "-")
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Cf}]/gu, "")
    .replace(/[æœßøłđðþħŧıς]/g, (letter) => LETTERS[letter]);
}

/** @param {string} plain */
function joined(plain) {
  return plain
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?/gu, (dotted) => dotted.replaceAll(".", ""))
    .replace(/(?<![0-9])[0-9]{1,4}(?:\.[0-9]{3})+(?![0-9])|(?<![0-9])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])/g, (grouped) =>
      grouped.replace(/[. ]/g, ""),
    )
    .replace(HYPHENED, "$1$2");
}
