// What every element needs of its page and its site: parts, templates, words and data.
/** @import {Text} from "../core/model-types.js" */
import { dayOf } from "../core/day.js";

/**
 * Finds the element marked `data-part`; throws where there is none, or one of another type.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} name
 * @param {new () => T} [Type]  such as HTMLInputElement
 * @returns {T}
 */
export function part(root, name, Type) {
  return ofType(root.querySelector(`[data-part="${name}"]`), Type, `part "${name}"`);
}

/**
 * Finds the first element of a tag; throws where there is none.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {ParentNode} root
 * @param {K} tag
 */
export function firstOf(root, tag) {
  return /** @type {HTMLElementTagNameMap[K]} */ (ofType(root.querySelector(tag), HTMLElement, tag));
}

/**
 * Copies the first element of a template of this element; throws where there is none, or one of another type.
 * @template {Element} [T=HTMLElement]
 * @param {HTMLElement} element
 * @param {string} name
 * @param {new () => T} [Type]  such as HTMLDetailsElement
 * @returns {T}
 */
export function copyTemplate(element, name, Type) {
  /** @type {HTMLTemplateElement | null} */
  const template = element.querySelector(`template[data-template="${name}"]`);
  return ofType(template?.content.firstElementChild?.cloneNode(true), Type, `template "${name}"`);
}

/**
 * @template {Element} [T=HTMLElement]
 * @param {unknown} element
 * @param {(new () => T) | undefined} Type
 * @param {string} what
 */
function ofType(element, Type, what) {
  if (!(element instanceof (Type ?? HTMLElement))) throw new Error(`the page has no ${what}`);
  return /** @type {T} */ (element);
}

/** Returns the words of a text, whatever language it fell back to. @param {Text} text */
export function textOf(text) {
  return typeof text === "string" ? text : text.text;
}

// A slow phone needs about a frame more to show what it has drawn.
const A_FRAME_MS = 20;

/** Waits until the browser has drawn what changed; a page that nobody sees is not drawn, and waits shortly. */
export function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, A_FRAME_MS));
    setTimeout(resolve, 5 * A_FRAME_MS);
  });
}

/**
 * Tells whether more stands in a field than it may hold: then nothing of it is kept, and nothing of it is cut off.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
export function tooLong({ value, dataset: { limit = "Infinity", line = "Infinity" } }) {
  return value.length > Number(limit) || value.split("\n").some((text) => text.trim().length > Number(line));
}

/** Gives her a file. @param {string} name @param {string} type @param {string | Blob} content */
export function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * Writes a text where it is not yet: writing it again would make the browser lay out the page anew.
 * @param {HTMLElement} element
 * @param {Text} text
 */
export function setText(element, text) {
  if (element.textContent !== textOf(text)) element.textContent = textOf(text);
  if (typeof text !== "string") element.lang = text.lang;
}

/** Shows an element with a text, or not at all. @param {HTMLElement} element @param {Text} text  empty: not shown */
export function showText(element, text) {
  setText(element, text);
  if (element.hidden !== !text) element.hidden = !text;
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
  /** @type {NodeListOf<HTMLTemplateElement>} */
  const templates = element.querySelectorAll("template[data-words]");
  /** @type {Map<string, string>} */
  const sentences = new Map();
  for (const { content } of templates) {
    for (const span of /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll("[data-word]"))) {
      sentences.set(`${span.dataset.word} ${span.dataset.plural}`, span.textContent ?? "");
    }
  }
  const plurals = new Intl.PluralRules(sentIn());
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

/** @param {string} name  of what the head of the page says @returns {string} empty where it says nothing */
function metaOf(name) {
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector(`meta[name="${name}"]`));
  return meta?.content ?? "";
}

/** The language that the page was sent in: a translator changes what the page says of itself. */
function sentIn() {
  return metaOf("language") || document.documentElement.lang;
}

/** The languages to write dates and numbers in: as people write them in the region of the site, where it names one. */
export function writtenIn() {
  const [language, region] = [sentIn(), metaOf("region")];
  return region && !language.includes("-") ? [`${language}-${region}`, language] : [language];
}

/** @type {Intl.DateTimeFormat | undefined} */
let days;

/** Writes a day in the language of the page, such as 31 January 2026. @param {string} day  a date such as 2026-01-31 */
export function dateOf(day) {
  days ??= new Intl.DateTimeFormat(writtenIn(), { dateStyle: "long", timeZone: "UTC" });
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** The day of today where she is, as 2026-01-31. */
export function today() {
  return dayOf(Date.now());
}

/** @type {Map<string, () => Promise<unknown>>} */
const loaders = new Map();

/**
 * Returns what loads data of this site: the same function for the same address, and the same data once it is there. It
 * rejects when the site does not answer, or answers no JSON; then it may be asked again.
 * @param {string | undefined} address
 * @returns {() => Promise<unknown>} who asks says of which type: a contract of the site
 */
export function dataAt(address = "") {
  /** @type {Promise<unknown> | undefined} */
  let data;
  const again = (/** @type {unknown} */ error) => {
    data = undefined;
    throw error;
  };
  const load = loaders.get(address) ?? (() => (data ??= loadJson(address).catch(again)));
  loaders.set(address, load);
  return load;
}

/** @param {string} address @returns {Promise<unknown>} */
async function loadJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
}
