// What every element needs of its page: parts, templates, words and the decision model.
/** @import {Model, Reason, Text} from "../core/model-types.js" */

/**
 * Finds the element marked `data-part`.
 * @param {ParentNode} root
 * @param {string} name
 * @returns {any}
 */
export function part(root, name) {
  const element = root.querySelector(`[data-part="${name}"]`);
  if (!element) throw new Error(`the page has no part "${name}"`);
  return element;
}

/**
 * Copies the first element of a template of this element.
 * @param {HTMLElement} element
 * @param {string} name
 * @returns {any}
 */
export function copyTemplate(element, name) {
  const template = element.querySelector(`template[data-template="${name}"]`);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`the page has no template "${name}"`);
  return template.content.firstElementChild?.cloneNode(true);
}

/** Returns the words of a text, whatever language it fell back to. @param {Text} text */
export function textOf(text) {
  return typeof text === "string" ? text : text.text;
}

/**
 * Says answers in sentences, each with the name of its question, in asking order.
 * @param {Format} format @param {Model} model @param {{[question: string]: string[]}} answers @param {string} [between]  what stands between answers
 */
export function answerSentences(format, model, answers, between = "; ") {
  return model.questions.flatMap(({ id, because }) => {
    const answer = titlesOf(model, id, answers[id] ?? []).join(between);
    return answer ? [format("sheet.answer", { question: textOf(because), answer })] : [];
  });
}

/** Says the answers that made a condition hold, without their questions. @param {Model} model @param {Reason[]} reasons */
export function reasonWords(model, reasons) {
  return reasons.flatMap(({ question, options }) => titlesOf(model, question, options)).join("; ");
}

/** @param {Model} model @param {string} id  of the question @param {string[]} options */
function titlesOf(model, id, options) {
  const question = model.questions.find((candidate) => candidate.id === id);
  return question
    ? question.options.filter((option) => options.includes(option.id)).map(({ title }) => textOf(title))
    : [];
}

/** Gives her a file. @param {string} name @param {string} type @param {string} text */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Writes a text where it is not yet: writing it again would make the browser lay out the page anew. @param {HTMLElement} element @param {Text} text */
export function setText(element, text) {
  if (element.textContent !== textOf(text)) element.textContent = textOf(text);
  if (typeof text !== "string") element.lang = text.lang;
}

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Format */
/** @type {WeakMap<HTMLElement, Format>} reading them takes longer than all else that a tick does */
const formatters = new WeakMap();

/**
 * Returns `format(key, values)`: a sentence of the page with its places filled in; `count` chooses the plural.
 * @param {HTMLElement} element
 * @returns {Format}
 */
export function formatterOf(element) {
  const ready = formatters.get(element);
  if (ready) return ready;
  const template = element.querySelector("template[data-words]");
  if (!(template instanceof HTMLTemplateElement)) throw new Error("the page has no words");
  /** @type {Map<string, string>} */
  const sentences = new Map();
  for (const span of /** @type {NodeListOf<HTMLElement>} */ (template.content.querySelectorAll("[data-word]"))) {
    sentences.set(`${span.dataset.word} ${span.dataset.plural}`, span.textContent ?? "");
  }
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  /** @type {Format} */
  const format = (key, values = {}) => {
    const plural = () =>
      sentences.get(`${key} ${plurals.select(Number(values.count))}`) ?? sentences.get(`${key} other`);
    const sentence = sentences.get(`${key} `) ?? plural();
    if (sentence === undefined) throw new Error(`the page does not say "${key}"`);
    return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };
  formatters.set(element, format);
  return format;
}

/** @type {Intl.DateTimeFormat | undefined} */
let days;

/** Writes a day in the language of the page, such as 31 January 2026. @param {string} day  a date such as 2026-01-31 */
export function dateOf(day) {
  days ??= new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  return days.format(new Date(`${day}T00:00:00Z`));
}

/**
 * Loads data of this site; rejects when it does not answer, or answers no JSON.
 * @param {string | undefined} address  of this site
 * @returns {Promise<any>}
 */
export async function loadJson(address) {
  const response = await fetch(address ?? "");
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
}

/**
 * Loads the decision model that an element names in `data-model`; rejects like `loadJson`.
 * @param {HTMLElement} element
 * @returns {Promise<Model>}
 */
export function loadModel(element) {
  return loadJson(element.dataset.model);
}

/**
 * Takes out of the address what a link carries; the address forgets it at once, so that it is not opened again.
 * @param {string} start  of what stands after the address, such as #plan=
 * @returns {Promise<string | null>} its text, empty when it is damaged; null when the address carries no such link
 */
export async function fromLink(start) {
  if (!location.hash.startsWith(start)) return null;
  const packed = location.hash.slice(start.length);
  history.replaceState(history.state, "", location.pathname);
  const { unpack } = await import("../core/formats/url-codec.js");
  return (await unpack(packed)) ?? "";
}
