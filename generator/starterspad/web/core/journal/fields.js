// What may be a field of a journal: anybody may have written it.
/** @typedef {import("./journal.js").Field} Field */
/** @typedef {import("./journal.js").Value} Value */
import { JOURNAL_LIMITS } from "../constants.js";
import { isStamp } from "./stamps.js";

const PATH = /^[a-z][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*){1,5}$/;

/** Tells whether something has keys of its own. @param {unknown} value @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tells whether something is a path. @param {unknown} path @returns {path is string} */
export function isPath(path) {
  return typeof path === "string" && path.length <= JOURNAL_LIMITS.path && PATH.test(path);
}

/**
 * Tells whether a field may hold something.
 * @param {unknown} value
 * @returns {value is Value}
 */
export function isValue(value) {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length <= JOURNAL_LIMITS.text;
  return (
    Array.isArray(value) &&
    value.length <= JOURNAL_LIMITS.list &&
    value.every((item) => typeof item === "string" && item.length <= JOURNAL_LIMITS.path)
  );
}

/**
 * Tells whether something is a field.
 * @param {unknown} field
 * @returns {field is Field}
 */
export function isField(field) {
  return isRecord(field) && isValue(field.value) && isStamp(field.at);
}
