// A partner file: what a person said becomes a whole record, and is written as one stable text.
// Python does the same (intake/partner_writer.py); a test holds both to each other.
/** @import {Field, Form} from "./form-types.js" */

/**
 * @typedef {{[key: string]: unknown}} Tree  keys and what stands under them
 * @typedef {Record<string, string>} Texts  language -> text
 */
/**
 * One offer, as the file has it.
 * @typedef {Tree & OwnOffer} Offer
 * @typedef {object} OwnOffer
 * @property {string} [id]
 * @property {Texts} [title]
 * @property {string[]} [helps_with]
 * @property {string[]} [languages]
 * @property {string} [cost]
 * @property {string[]} [format]
 * @property {string} [source]
 * @property {unknown} [when]
 * @property {unknown} [unless]
 */
/**
 * The record as its file has it.
 * @typedef {Tree & OwnPartner} Partner
 * @typedef {object} OwnPartner
 * @property {string} [name]
 * @property {Texts} [kind]
 * @property {Texts} [summary]
 * @property {string} [website]
 * @property {Offer[]} [services]
 * @property {string[]} [sources]
 * @property {string} [sources_date]
 * @property {string} [seen]
 * @property {string} [checked]
 * @property {{on?: string, by?: string}} [confirmed]
 */
/**
 * @typedef {{path: string, code: string, values: Record<string, string | number>}} Fault  path: keys and numbers, such
 *   as services.0.title.en
 */

const NO_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const BARE = /^(?:\d{4}-\d{2}-\d{2}|true|false)$/;
const ID = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?$/;
const PLAIN =
  /^[A-Za-z\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff](?:[A-Za-z0-9 _.,()'"/&+=;!?%*@~-]|:(?=[^ ])|[\u00a0-\u1fff\u2010-\u2027\u2030-\ud7ff])*$/;
// What YAML takes for the end of a line, or refuses; the reader says which letter it is.
const HIDDEN = /[\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;

/**
 * What stands at the end of keys; undefined where one of them is not there.
 * @param {Tree} tree
 * @param {string[]} keys
 * @returns {string | string[] | Texts | undefined} what one question of the form is answered with
 */
export function answerAt(tree, keys) {
  const at = keys.reduce((branch, key) => (isTree(branch) ? branch[key] : undefined), /** @type {unknown} */ (tree));
  return /** @type {string | string[] | Texts | undefined} */ (at);
}

/** @param {unknown} value @returns {value is Tree} */
function isTree(value) {
  return typeof value === "object" && value !== null;
}

/**
 * One answer to each question of the form, in its order; those about an offer once for each offer.
 * @param {Partner} tree @param {Form} form
 * @returns {{field: Field, record: Tree, keys: string[], path: string, number: number}[]}  keys: from the record on;
 *   path: from the top, as faults have it; number: of the offer, from 1, or 0
 */
export function askedOf(tree, form) {
  const inside = form.fields.filter(({ path }) => path.startsWith("services."));
  return form.fields.flatMap((field) => {
    if (!inside.includes(field))
      return [{ field, record: tree, keys: field.path.split("."), path: field.path, number: 0 }];
    // Offer by offer, and not question by question.
    if (field !== inside[0]) return [];
    return (tree.services ?? []).flatMap((record, place) =>
      inside.map((inner) => {
        const keys = inner.path.split(".").slice(1);
        return { field: inner, record, keys, path: ["services", place, ...keys].join("."), number: place + 1 };
      }),
    );
  });
}

/** @param {unknown} value */
const isEmpty = (value) => value === "" || (isTree(value) && !Object.keys(value).length);

/**
 * Leaves out what is empty; texts become one line each, in composed letters.
 * @template T
 * @param {T} tree
 * @returns {T} of the same shape, with less in it
 */
export function tidied(tree) {
  return /** @type {T} */ (withoutEmpty(tree));
}

/** @param {unknown} tree @returns {unknown} */
function withoutEmpty(tree) {
  if (typeof tree === "string") {
    const line = tree.normalize("NFC").replace(/[ \t\r\n]+/g, " ");
    return line.replace(/^ | $/g, "");
  }
  if (Array.isArray(tree)) return tree.map(withoutEmpty).filter((value) => !isEmpty(value));
  if (!isTree(tree)) return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, withoutEmpty(value)]);
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}

/**
 * Adds what follows from the rest: ids of services, sources, and the days.
 * @param {Partner} tree
 * @param {string} today
 * @param {Form} form
 * @returns {Partner}
 */
export function completed(tree, today, form) {
  const record = { ...tree };
  if (!record.sources && record.website) record.sources = [record.website];
  if (record.services) {
    const taken = new Set(record.services.map(({ id }) => id));
    record.services = record.services.map((service) => {
      const whole = { ...service };
      if (!whole.source && record.sources) whole.source = record.sources[0];
      whole.id ||= freeId(idOf(Object.values(whole.title ?? {})[0] ?? "", form) || "service", taken, form);
      taken.add(whole.id);
      return whole;
    });
  }
  record.sources_date ??= today;
  record.seen ??= "told";
  record.checked ??= today;
  if (record.confirmed?.by && !record.confirmed.on) record.confirmed = { on: today, by: record.confirmed.by };
  return record;
}

/**
 * Proposes an id for a new partner: of its name, or else of its website, with a number behind it where it is taken.
 * @param {Partner} tree
 * @param {Set<string>} taken
 * @param {Form} form
 */
export function partnerId(tree, taken, form) {
  const host = /^https:\/\/(?:www\.)?([^/?#]*)/i.exec(tree.website ?? "")?.[1] ?? "";
  return freeId(idOf(tree.name ?? "", form) || idOf(host, form) || "partner", taken, form);
}

/**
 * Proposes an id for a new record, of its words.
 * @param {string} words @param {string[]} taken @param {Form} form
 */
export function recordId(words, taken, form) {
  return freeId(idOf(words, form) || form.record, new Set(taken), form);
}

/**
 * The id that words make, such as town-desk; empty when their letters make none.
 * @param {string} words
 * @param {Form} form
 */
function idOf(words, form) {
  const letters = words
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
  const id = letters
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[0-9-]+/, "")
    .slice(0, form.made_id)
    .replace(/^-+|-+$/g, "");
  return new RegExp(`^(?:${form.patterns.id})$`).test(id) ? id : "";
}

/** @param {string} id @param {Set<string | undefined>} taken @param {Form} form */
function freeId(id, taken, form) {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate) && !form.reserved.includes(candidate)) return candidate;
  }
}

/**
 * Writes a partner file: keys in the order of the model, one text a line, quotes where needed.
 * @param {Partner} tree
 * @param {Form} form
 */
export function writePartner(tree, form) {
  return `${form.modeline}${writeRecord(tree, form).join("\n")}\n`;
}

/** The lines of a record, without the first one of its file. @param {Tree} tree @param {Form} form */
export function writeRecord(tree, form) {
  return block(tree, "", "", form);
}

/** @param {Tree} tree @param {string} path @param {string} indent @param {Form} form @returns {string[]} */
function block(tree, path, indent, form) {
  const known = form.order[path] ?? [];
  const place = (/** @type {string} */ key) => (known.includes(key) ? known.indexOf(key) : known.length);
  const keys = Object.keys(tree).sort((left, right) => place(left) - place(right));
  return keys.flatMap((key) => {
    const [name, value, inner] = [known.includes(key) ? key : scalar(key), tree[key], path ? `${path}.${key}` : key];
    if (typeof value === "string") {
      return [`${indent}${name}: ${form.bare.includes(key) && BARE.test(value) ? value : scalar(value)}`];
    }
    if (!Array.isArray(value))
      return [`${indent}${name}:`, ...block(/** @type {Tree} */ (value), inner, `${indent}  `, form)];
    if (value.every((item) => typeof item === "string" && standsBare(item, key, form)))
      return [`${indent}${name}: [${value.join(", ")}]`];
    const items = value.flatMap((item) => {
      const [head = "{}", ...below] =
        typeof item === "string" ? [scalar(item)] : block(item, inner, `${indent}    `, form);
      return [`${indent}  - ${head.replace(/^ +/, "")}`, ...below];
    });
    return [`${indent}${name}:`, ...items];
  });
}

/** @param {string} text @param {string} key @param {Form} form */
function standsBare(text, key, form) {
  return form.bare.includes(key) ? BARE.test(text) : ID.test(text) && !NO_TEXT.test(text);
}

/** @param {string} text */
function scalar(text) {
  return PLAIN.test(text) && !NO_TEXT.test(text) && !/[ :]$/.test(text)
    ? text
    : JSON.stringify(text).replace(HIDDEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
