// What could be better in a partner file, and stops nobody: portal check warns of the same.
/** @import {Form} from "./form-types.js" */
/** @import {Fault, Partner, Texts} from "./partner-file.js" */
import { askedOf, answerAt } from "./partner-file.js";

/**
 * Says what could be better and stops nobody: texts that are not in every language, long sentences, amounts without a
 * source.
 * @param {Partner} tree  tidied @param {Form} form @returns {Fault[]}
 */
export function fileAdvice(tree, form) {
  /** @type {Fault[]} */
  const advice = [];
  /** @param {string} path @param {Texts | undefined} texts */
  const look = (path, texts) => {
    const missing = form.languages.filter((language) => texts && !texts[language]);
    if (missing.length) advice.push({ path, code: "untranslated", values: { languages: missing.join(", ") } });
    for (const [language, text] of Object.entries(texts ?? {})) {
      const count = longestSentence(text);
      const most = form.longest[language];
      if (most && count > most) advice.push({ path: `${path}.${language}`, code: "sentence", values: { count, most } });
      const figure = form.figure && new RegExp(form.figure, "i").exec(text);
      if (figure) advice.push({ path: `${path}.${language}`, code: "figure", values: { figure: figure[0].trim() } });
    }
  };
  for (const { field, record, keys, path } of askedOf(tree, form)) {
    if (field.kind === "title" || field.kind === "short-text")
      look(path, /** @type {Texts | undefined} */ (answerAt(record, keys)));
  }
  return advice;
}

/** @param {string} text @returns {number} the words of its longest sentence, as quality/readability.py counts them */
function longestSentence(text) {
  const plain = text
    .replace(/\{fact:[^}]*\}/g, "1")
    .replace(/^\s*(?:\d+\.|-)\s/gm, "\n")
    .replace(/\]\([^)]*\)|[*_#>|`[\]]/g, " ");
  const sentences = plain.split(/(?<=[.!?:;])\s+|\n+/);
  return Math.max(0, ...sentences.map((sentence) => sentence.match(/[\p{L}\p{Nl}\p{No}]+/gu)?.length ?? 0));
}
