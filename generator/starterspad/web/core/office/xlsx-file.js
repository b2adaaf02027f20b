// Sheets with formulas as a file that spreadsheets open, made without a worker: the policy of the pages allows none.
/** @import {CalculatorSheet, Cell, Look} from "./sheet-cells.js" */
import writeXlsxFile from "write-excel-file/universal";

const FONT = "Calibri";
const [LABEL, FIGURE] = [58, 16].map((width) => ({ width }));
// Yellow is what may be changed, as in every spreadsheet of an adviser.
/**
 * @typedef {{fontWeight?: "bold", fontSize?: number, backgroundColor?: string, textColor?: string}} Style
 * @type {Record<Look, Style>}
 */
const LOOKS = {
  title: { fontWeight: "bold", fontSize: 16 },
  hint: { textColor: "#555555" },
  heading: { fontWeight: "bold", backgroundColor: "#E6EFEE" },
  label: {},
  input: { backgroundColor: "#FFF6D6" },
  result: { fontWeight: "bold", backgroundColor: "#E6EFEE" },
  figure: {},
};

/**
 * Makes the file.
 * @param {CalculatorSheet[]} sheets
 * @param {boolean} rightToLeft
 * @returns {Promise<Blob>}
 */
export function xlsxFile(sheets, rightToLeft) {
  const written = sheets.map(({ name, rows }) => {
    const width = Math.max(...rows.map(({ length }) => length));
    return {
      sheet: name,
      data: rows.map((row) => row.map(cellOf)),
      columns: [LABEL, ...Array.from({ length: Math.max(1, width - 1) }, () => FIGURE)],
      stickyRowsCount: width > 2 ? 4 : undefined,
      stickyColumnsCount: width > 2 ? 1 : undefined,
      // Upright, the figures would stand on a sheet of paper of their own.
      orientation: /** @type {const} */ ("landscape"),
      rightToLeft,
    };
  });
  return writeXlsxFile(written, { fontFamily: FONT, fontSize: 11, features: [known(sheets)] }).toBlob();
}

/** @param {Cell | null} cell */
function cellOf(cell) {
  if (!cell) return null;
  const { look, text, number, formula, format } = cell;
  const style = LOOKS[look];
  if (formula !== undefined) return { ...style, type: /** @type {const} */ ("Formula"), value: formula, format };
  if (number !== undefined) return { ...style, type: Number, value: number, format };
  return { ...style, type: String, value: text ?? "" };
}

/**
 * Writes beside each formula what it gives now: a preview on a phone works nothing out. A program that does starts anew
 * with everything as it opens the file.
 * @param {CalculatorSheet[]} sheets
 */
function known(sheets) {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          /** @param {string} content @param {unknown} _ @param {{sheetIndex: number}} place */
          transform: (content, _, { sheetIndex }) => withKnown(content, sheets[sheetIndex]),
        },
        "xl/workbook.xml": {
          /** @param {string} name @param {Record<string, string | number>} attributes */
          transformElementAttributes: (name, attributes) =>
            name === "calcPr" ? { ...attributes, fullCalcOnLoad: 1 } : attributes,
        },
      },
    },
  };
}

/** @param {string} content @param {CalculatorSheet} sheet */
function withKnown(content, { rows }) {
  return content.replace(
    /<c r="([A-Z]+)(\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g,
    (whole, column, row, attributes, formula) => {
      const known = rows[Number(row) - 1]?.[columnNumber(column) - 1]?.known;
      if (known === undefined) return whole;
      const value = known === null ? "#N/A" : known;
      const type = known === null ? ' t="e"' : typeof known === "string" ? ' t="str"' : "";
      return `<c r="${column}${row}"${attributes}${type}><f>${formula}</f><v>${value}</v></c>`;
    },
  );
}

/** @param {string} name  such as AB */
function columnNumber(name) {
  return [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
