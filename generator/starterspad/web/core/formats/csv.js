// Tables as text that a spreadsheet opens.

// What a spreadsheet takes for the beginning of a formula: a text of hers is none.
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes rows as CSV, with the mark by which a spreadsheet knows that it is Unicode. Where a decimal is written with a
 * comma, spreadsheets expect a semicolon between cells.
 * @param {string[][]} rows
 * @param {boolean} decimalComma
 * @returns {string}
 */
export function csvOf(rows, decimalComma) {
  const between = decimalComma ? ";" : ",";
  const cell = (/** @type {string} */ text) => {
    const safe = LIKE_A_FORMULA.test(text) && Number.isNaN(Number(text.replace(",", "."))) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(between)).join("\r\n")}\r\n`;
}
