// A business plan as a text document that an adviser opens, reads and goes on writing in.
/** @import {RunLook, Spacing} from "docx" */
/** @import {Part} from "./outline.js" */
import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/**
 * @typedef {object} PlanText
 * @property {string} title
 * @property {string} who  whose it is, and of which day
 * @property {string} foot  what stands at the foot of each page
 * @property {string} empty  what stands where nothing is written yet
 * @property {string} language
 * @property {boolean} rightToLeft
 * @property {Part[]} parts
 */

// Characters that no XML may hold, however they came into a plan.
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

// The colour of headings: dark enough to print.
const INK = "0F5257";

/** How paragraphs of a kind look. @param {string} id @param {Omit<RunLook, "font">} run @param {Spacing} spacing */
function look(id, run, spacing) {
  return { id, name: id.replace(/(\d)/, " $1"), run: { font: "Calibri", ...run }, paragraph: { spacing } };
}

/** Makes the document. @param {PlanText} plan @returns {Promise<Blob>} */
export function docxFile(plan) {
  return Packer.toBlob(documentOf(plan));
}

/** @param {PlanText} plan */
function documentOf({ title, who, foot, empty, language, rightToLeft, parts }) {
  const run = (
    /** @type {string} */ text,
    /** @type {{bold?: boolean, italics?: boolean, break?: number}} */ look = {},
  ) => new TextRun({ text: text.replace(NOT_IN_XML, ""), rightToLeft, ...look });
  const paragraph = (
    /** @type {TextRun[]} */ children,
    /** @type {{heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel], keepNext?: boolean}} */ style = {},
  ) => new Paragraph({ children, bidirectional: rightToLeft, ...style });
  const lines = (/** @type {string} */ text) =>
    text.split(/\r?\n/).map((line, index) => run(line, index ? { break: 1 } : {}));
  const children = [
    paragraph([run(title)], { heading: HeadingLevel.TITLE }),
    paragraph([run(who)]),
    ...parts.flatMap((part) => [
      paragraph([run(part.title)], { heading: HeadingLevel.HEADING_1, keepNext: true }),
      ...part.answers.flatMap(({ question, text }) => [
        paragraph([run(question)], { heading: HeadingLevel.HEADING_2, keepNext: true }),
        paragraph(text.trim() ? lines(text.trim()) : [run(empty, { italics: true })]),
      ]),
      ...part.tables.flatMap((table) => [
        paragraph([run(table.title)], { heading: HeadingLevel.HEADING_2, keepNext: true }),
        ...table.results.map((result) => paragraph([run(result)])),
        tableOf(table, (text) => paragraph([run(text)]), rightToLeft),
        paragraph([]),
      ]),
    ]),
  ];
  return new Document({
    title,
    styles: {
      paragraphStyles: [
        look("Normal", { size: 22, language: { value: language } }, { after: 120, line: 276 }),
        look("Title", { size: 40, bold: true, color: INK }, { after: 120, line: 276 }),
        look("Heading1", { size: 30, bold: true, color: INK }, { before: 320, after: 80, line: 276 }),
        look("Heading2", { size: 22, bold: true }, { before: 160, after: 40, line: 276 }),
      ],
    },
    sections: [{ properties: {}, footers: { default: new Footer({ children: [paragraph([run(foot)])] }) }, children }],
  });
}

/**
 * A table of figures: what each is, and the figure.
 * @param {import("./outline.js").Table} table
 * @param {(text: string) => Paragraph} paragraph
 * @param {boolean} rightToLeft
 */
function tableOf({ rows }, paragraph, rightToLeft) {
  const cell = (/** @type {string} */ text, /** @type {number} */ size) =>
    new TableCell({ children: [paragraph(text)], width: { size, type: WidthType.PERCENTAGE } });
  return new Table({
    rows: rows.map(([label, figure]) => new TableRow({ children: [cell(label, 70), cell(figure, 30)] })),
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: rightToLeft,
  });
}
