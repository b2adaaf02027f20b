// The words of a partner's text as its page will have them.
/** @import {Form} from "./form-types.js" */
/** @import {LocalisedText} from "../model-types.js" */

/**
 * Says a text in the language of the page, or in the one that it falls back to, with the facts in it: these stand in
 * the language of the text around them.
 * @param {Record<string, string>} text
 * @param {Form} form
 * @returns {LocalisedText} empty where nothing is written
 */
export function wordsIn(text, { language_order, facts }) {
  const lang = [...language_order, ...Object.keys(text)].find((code) => Object.hasOwn(text, code)) ?? "";
  const words = Object.hasOwn(text, lang) ? text[lang] : "";
  const filled = words.replace(/\{fact:([^{}]*)\}/g, (whole, id) => {
    const name = id.trim();
    return (Object.hasOwn(facts, name) && facts[name][lang]) || whole;
  });
  return { text: filled, lang };
}
