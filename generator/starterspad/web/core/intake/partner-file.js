// A partner file: what a person said becomes a whole record, is checked as the models check it, and written as one stable text.
// Python does the same (door/file.py, models/); a test holds both to each other.

/**
 * @typedef {{[key: string]: any}} Partner  the record as its file has it
 * @typedef {{path: string, kind: string, required: boolean, limit: number, choices: string[]}} Field
 * @typedef {{fields: Field[], order: Record<string, string[]>, days: string[], patterns: Record<string, string>, reserved: string[],
 *   languages: string[], codes: string[], tasks: string[], areas: string[], services: number, bytes: number, modeline: string,
 *   facts: Record<string, string>, longest: Record<string, number>, figure: string}} Form
 * @typedef {{path: string, code: string, values: Record<string, string | number>}} Fault  path: keys and numbers, such as services.0.title.en
 */

const NO_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const ID = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?$/;
const PLAIN = /^[A-Za-z\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff](?:[A-Za-z0-9 _.,()'"/&+=;!?%*@~-]|:(?=[^ ])|[\u00a0-\u1fff\u2010-\u2027\u2030-\ud7ff])*$/;
// What YAML takes for the end of a line, or refuses; the reader says which letter it is.
const HIDDEN = /[\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;
const MARKS = 4;
const FACT = /\{fact:([^{}]*)\}/g;

/**
 * What stands at the end of keys; undefined where one of them is not there.
 * @param {Partner} tree @param {string[]} keys @returns {any}
 */
export function answerAt(tree, keys) {
  return keys.reduce((branch, key) => branch?.[key], tree);
}

/**
 * One answer to each question of the form, in its order; those about an offer once for each offer.
 * @param {Partner} tree @param {Form} form
 * @returns {{field: Field, record: Partner, keys: string[], path: string, number: number}[]}  keys: from the record on; path: from the top, as faults have it; number: of the offer, from 1, or 0
 */
export function askedOf(tree, form) {
  const inside = form.fields.filter(({ path }) => path.startsWith("services."));
  return form.fields.flatMap((field) => {
    if (!inside.includes(field)) return [{ field, record: tree, keys: field.path.split("."), path: field.path, number: 0 }];
    // Offer by offer, and not question by question.
    if (field !== inside[0]) return [];
    return (tree.services ?? []).flatMap((/** @type {Partner} */ record, /** @type {number} */ place) =>
      inside.map((inner) => {
        const keys = inner.path.split(".").slice(1);
        return { field: inner, record, keys, path: ["services", place, ...keys].join("."), number: place + 1 };
      }),
    );
  });
}

/** @param {any} value */
const isEmpty = (value) => value === "" || (typeof value === "object" && !Object.keys(value).length);

/** Leaves out what is empty; texts become one line each, in composed letters. @param {any} tree @returns {any} */
export function tidied(tree) {
  if (typeof tree === "string") return tree.normalize("NFC").replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
  if (Array.isArray(tree)) return tree.map(tidied).filter((value) => !isEmpty(value));
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, tidied(value)]).filter(([, value]) => !isEmpty(value)));
}

/** Adds what follows from the rest: ids of services, sources, and the days. @param {Partner} tree @param {string} today @param {Form} form @returns {Partner} */
export function completed(tree, today, form) {
  const record = { ...tree };
  if (!record.sources && record.website) record.sources = [record.website];
  if (record.services) {
    const taken = new Set(record.services.map((/** @type {Partner} */ { id }) => id));
    record.services = record.services.map((/** @type {Partner} */ service) => {
      const whole = { ...service };
      if (!whole.source && record.sources) whole.source = record.sources[0];
      if (!whole.id) taken.add((whole.id = freeId(idOf(Object.values(whole.title ?? {})[0] ?? "", form) || "service", taken, form)));
      return whole;
    });
  }
  record.sources_date ??= today;
  record.checked ??= today;
  if (record.confirmed?.by && !record.confirmed.on) record.confirmed = { on: today, by: record.confirmed.by };
  return record;
}

/** @param {Partner} tree @param {Set<string>} taken @param {Form} form */
export function partnerId(tree, taken, form) {
  const host = /^https:\/\/(?:www\.)?([^/?#]*)/i.exec(tree.website ?? "")?.[1] ?? "";
  return freeId(idOf(tree.name ?? "", form) || idOf(host, form) || "partner", taken, form);
}

/** The id that words make, such as town-desk; empty when their letters make none. @param {string} words @param {Form} form */
function idOf(words, form) {
  const letters = words.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
  const id = letters.replace(/[^a-z0-9]+/g, "-").replace(/^[0-9-]+/, "").slice(0, 40).replace(/^-+|-+$/g, "");
  return new RegExp(`^(?:${form.patterns.id})$`).test(id) ? id : "";
}

/** @param {string} id @param {Set<string>} taken @param {Form} form */
function freeId(id, taken, form) {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate) && !form.reserved.includes(candidate)) return candidate;
  }
}

/**
 * Says everything that the models would refuse, in the order of the form.
 * @param {Partner} tree  tidied
 * @param {Form} form
 * @returns {Fault[]}
 */
export function faultsOf(tree, form) {
  /** @type {Fault[]} */
  const faults = askedOf(tree, form).flatMap(({ field, record, keys, path }) => {
    // A file may do without a website; whoever fills in the form says where we can read about it.
    const needed = field.path === "website" && !tree.sources;
    return faultsAt(record, needed ? { ...field, required: true } : field, keys, path, form);
  });
  const count = tree.services?.length ?? 0;
  if (count < 1 || count > form.services) faults.push({ path: "services", code: "services", values: { most: form.services } });
  if (bytesOf(writePartner(tree, form)) > form.bytes) faults.push({ path: "", code: "large", values: {} });
  return faults;
}

/** @param {string} text @returns {number} its length as UTF-8 */
function bytesOf(text) {
  return [...text].reduce((sum, character) => sum + [0x80, 0x800, 0x10000].filter((most) => (character.codePointAt(0) ?? 0) >= most).length + 1, 0);
}

/** @param {Partner} record @param {Field} field @param {string[]} keys @param {string} path @param {Form} form @returns {Fault[]} */
function faultsAt(record, field, keys, path, form) {
  const value = answerAt(record, keys);
  if (value === undefined) return field.required && parentOf(record, keys) ? [{ path, code: "missing", values: {} }] : [];
  if (field.kind === "title" || field.kind === "short-text") {
    return Object.entries(value).flatMap(([language, text]) => textFaults(`${path}.${language}`, text, field, form));
  }
  if (Array.isArray(value)) return value.flatMap((item) => textFaults(path, item, field, form)).slice(0, 1);
  return textFaults(path, value, field, form);
}

/** Only a record that is there misses its keys; the form asks everybody who she is. @param {Partner} record @param {string[]} keys */
function parentOf(record, keys) {
  return keys.length === 1 || keys[0] === "confirmed" || answerAt(record, keys.slice(0, -1)) !== undefined;
}

/** @param {string} path @param {string} text @param {Field} field @param {Form} form @returns {Fault[]} */
function textFaults(path, text, field, form) {
  const fault = (/** @type {string} */ code, values = {}) => [{ path, code, values }];
  const unsafe = unsafeCharacter(text);
  if (unsafe) return fault(unsafe.code, { code: unsafe.name });
  if (!text.trim()) return fault("missing");
  const unknown = [...text.matchAll(FACT)].find(([, id]) => !Object.hasOwn(form.facts, id.trim()));
  if (unknown) return fault("fact", { id: unknown[1].trim() });
  const length = [...text].length;
  if (field.limit && length > field.limit) return fault("long", { count: length, most: field.limit });
  const matches = (/** @type {string} */ name) => new RegExp(`^(?:${form.patterns[name]})$`).test(text);
  if (field.kind === "email" || field.kind === "phone") return matches(field.kind) ? [] : fault(field.kind);
  if (field.kind === "url" || field.kind === "source") {
    const code = addressFault(field.kind === "source" ? text.replace(/^http:/, "https:") : text, form);
    return code ? fault(code) : [];
  }
  if (field.kind === "date") return /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text) ? [] : fault("date");
  /** @type {Record<string, string[]>} */
  const known = { choice: field.choices, choices: field.choices, tasks: form.tasks, area: form.areas, languages: form.codes };
  return Object.hasOwn(known, field.kind) && !known[field.kind].includes(text) ? fault("unknown") : [];
}

/** @param {string} day */
function isRealDay(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && !day.startsWith("0000");
}

/** @param {string} text @param {Form} form */
function addressFault(text, form) {
  if (new RegExp(form.patterns["not-in-url"]).test(text)) return "url-characters";
  const match = /^https:\/\/([^/?#]*)/i.exec(text);
  if (!match) return "url-https";
  const [, place] = match;
  if (place.includes("@")) return "url-user";
  if (place.includes(":")) return "url-port";
  return new RegExp(`^(?:${form.patterns.host})$`).test(place.toLowerCase()) ? "" : "url-host";
}

/** Finds the first character that may not stand in a content file. @param {string} text @returns {{code: string, name: string} | null} */
function unsafeCharacter(text) {
  if (/^[\n\x20-\x7e]*$/.test(text)) return null;
  let marks = 0;
  for (const character of text) {
    if (/[\n\x20-\x7e]/.test(character)) {
      marks = 0;
      continue;
    }
    const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    const code = unsafeKind(character);
    if (code) return { code, name };
    marks = /[\p{Mn}\p{Me}]/u.test(character) ? marks + 1 : 0;
    if (marks > MARKS) return { code: "marks", name };
  }
  return null;
}

/** @param {string} character */
function unsafeKind(character) {
  const point = character.codePointAt(0) ?? 0;
  if (/[\u200c\u200d]/.test(character)) return "";
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character)) return "turns";
  if (/[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\uffa0\p{Cf}\p{Zl}\p{Zp}]/u.test(character)) return "invisible";
  if (/\p{Cc}/u.test(character)) return "control";
  return /[\p{Co}\p{Cs}]/u.test(character) || (point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef) ? "meaningless" : "";
}

/** Writes a partner file: keys in the order of the model, one text a line, quotes where needed. @param {Partner} tree @param {Form} form */
export function writePartner(tree, form) {
  return `${form.modeline}${block(tree, "", "", form).join("\n")}\n`;
}

/** @param {Partner} tree @param {string} path @param {string} indent @param {Form} form @returns {string[]} */
function block(tree, path, indent, form) {
  const known = form.order[path] ?? [];
  const place = (/** @type {string} */ key) => (known.includes(key) ? known.indexOf(key) : known.length);
  const keys = Object.keys(tree).sort((left, right) => place(left) - place(right));
  return keys.flatMap((key) => {
    const [name, value, inner] = [known.includes(key) ? key : scalar(key), tree[key], path ? `${path}.${key}` : key];
    if (typeof value === "string") {
      return [`${indent}${name}: ${form.days.includes(key) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : scalar(value)}`];
    }
    if (!Array.isArray(value)) return [`${indent}${name}:`, ...block(value, inner, `${indent}  `, form)];
    if (value.every((item) => typeof item === "string" && ID.test(item) && !NO_TEXT.test(item))) return [`${indent}${name}: [${value.join(", ")}]`];
    const items = value.flatMap((item) => {
      const [head = "{}", ...below] = typeof item === "string" ? [scalar(item)] : block(item, inner, `${indent}    `, form);
      return [`${indent}  - ${head.replace(/^ +/, "")}`, ...below];
    });
    return [`${indent}${name}:`, ...items];
  });
}

/** @param {string} text */
function scalar(text) {
  return PLAIN.test(text) && !NO_TEXT.test(text) && !/[ :]$/.test(text) ? text : JSON.stringify(text).replace(HIDDEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
