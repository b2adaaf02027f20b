// What the form refuses: exactly what the models would refuse (content/models/ in Python); a test holds both to each
// other.
/** @import {Field, Form} from "./form-types.js" */
/** @import {Fault, Partner} from "./partner-file.js" */
import { answerAt, askedOf, writePartner } from "./partner-file.js";

// Programs put these around a number, so that it keeps its order; what reads the file takes them off a bare one.
const BARE = /^[\W\d]*$/;
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const FACT = /\{fact:([^{}]*)\}/g;

/**
 * Says everything that the models would refuse, in the order of the form.
 * @param {Partner} tree  tidied
 * @param {Form} form
 * @returns {Fault[]}
 */
export function faultsOf(tree, form) {
  const faults = recordFaults(tree, form);
  const count = tree.services?.length ?? 0;
  if (count < 1 || count > form.services)
    faults.push({ path: "services", code: "services", values: { most: form.services } });
  if (bytesOf(writePartner(tree, form)) > form.bytes) faults.push({ path: "", code: "large", values: {} });
  return faults;
}

/**
 * Says what the models would refuse of the answers, one by one, in the order of the form.
 * @param {Partner} tree  tidied
 * @param {Form} form
 * @returns {Fault[]}
 */
export function recordFaults(tree, form) {
  return askedOf(tree, form).flatMap(({ field, record, keys, path }) => {
    // A file may do without a website; whoever fills in the form says where we can read about it.
    const needed = field.path === "website" && !tree.sources;
    return faultsAt(record, needed ? { ...field, required: true } : field, keys, path, form);
  });
}

/** @param {string} text @returns {number} its length as UTF-8 */
function bytesOf(text) {
  return [...text].reduce(
    (sum, character) =>
      sum + [0x80, 0x800, 0x10000].filter((most) => (character.codePointAt(0) ?? 0) >= most).length + 1,
    0,
  );
}

/**
 * @param {Partner} record
 * @param {Field} field
 * @param {string[]} keys
 * @param {string} path
 * @param {Form} form
 * @returns {Fault[]}
 */
function faultsAt(record, field, keys, path, form) {
  const value = answerAt(record, keys);
  if (value === undefined)
    return field.required && parentOf(record, keys) ? [{ path, code: "missing", values: {} }] : [];
  if (field.kind === "title" || field.kind === "short-text") {
    return Object.entries(value).flatMap(([language, text]) => textFaults(`${path}.${language}`, text, field, form));
  }
  if (Array.isArray(value)) return value.flatMap((item) => textFaults(path, item, field, form)).slice(0, 1);
  return textFaults(path, /** @type {string} */ (value), field, form);
}

/**
 * Only a record that is there misses its keys; the form asks everybody who she is.
 * @param {Partner} record
 * @param {string[]} keys
 */
function parentOf(record, keys) {
  return keys.length === 1 || keys[0] === "confirmed" || answerAt(record, keys.slice(0, -1)) !== undefined;
}

/** @param {string} path @param {string} text @param {Field} field @param {Form} form @returns {Fault[]} */
function textFaults(path, text, field, form) {
  const fault = (/** @type {string} */ code, values = {}) => [{ path, code, values }];
  const plain = field.kind === "phone" && BARE.test(text) ? text.replace(TURNING, "") : text;
  const unsafe = unsafeCharacter(plain, form.marks);
  if (unsafe) return fault(unsafe.code, { code: unsafe.name });
  if (!text.trim()) return fault("missing");
  const unknown = [...text.matchAll(FACT)].find(([, id]) => !Object.hasOwn(form.facts, id.trim()));
  if (unknown) return fault("fact", { id: unknown[1].trim() });
  const length = [...text].length;
  if (field.limit && length > field.limit) return fault("long", { count: length, most: field.limit });
  const matches = (/** @type {string} */ name) => new RegExp(`^(?:${form.patterns[name]})$`).test(plain);
  if (field.kind === "figure") return matches("figure") ? [] : fault("number");
  if (field.kind === "email" || field.kind === "phone") return matches(field.kind) ? [] : fault(field.kind);
  if (field.kind === "url" || field.kind === "source") {
    const code = addressFault(field.kind === "source" ? text.replace(/^http:/, "https:") : text, form);
    return code ? fault(code) : [];
  }
  if (field.kind === "clock") return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? [] : fault("clock");
  if (field.kind === "date" || field.kind === "dates")
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text) ? [] : fault("date");
  /** @type {Record<string, string[]>} */
  const known = {
    choice: field.choices,
    choices: field.choices,
    yes: field.choices,
    partner: form.partners,
    tasks: form.tasks,
    area: form.areas,
    languages: form.codes,
  };
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
  const match = /^https:\/\/([^/?#]*)([^?#]*)/i.exec(text);
  if (!match) return "url-https";
  const [, place, path] = match;
  if (place.includes("@")) return "url-user";
  if (place.includes(":")) return "url-port";
  const host = place.toLowerCase();
  if (!new RegExp(`^(?:${form.patterns.host})$`).test(host)) return "url-host";
  return new RegExp(`^(?:${form.patterns.gateway})$`).test(host + (path || "/")) ? "url-gateway" : "";
}

/**
 * Finds the first character that may not stand in a content file.
 * @param {string} text
 * @param {number} mostMarks  on one letter
 * @returns {{code: string, name: string} | null}
 */
function unsafeCharacter(text, mostMarks) {
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
    if (marks > mostMarks) return { code: "marks", name };
  }
  return null;
}

/** @param {string} character */
function unsafeKind(character) {
  const point = character.codePointAt(0) ?? 0;
  if (/[\u200c\u200d]/.test(character)) return "";
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character)) return "turns";
  if (/[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\uffa0\p{Cf}\p{Zl}\p{Zp}]/u.test(character))
    return "invisible";
  if (/\p{Cc}/u.test(character)) return "control";
  return /[\ufffd\p{Co}\p{Cs}]/u.test(character) || (point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef)
    ? "meaningless"
    : "";
}
