// Changing one record in the text of its file: only the lines of what changes become others.
// Python does the same (intake/record_lines.py); a test holds both to each other.
/** @import {Form, Lines} from "./form-types.js" */
/** @import {Tree} from "./partner-file.js" */
import { writeRecord } from "./partner-file.js";

/**
 * Returns the text of a file with a record changed: keys that differ are written anew, all else stays as it is.
 * @param {string} text @param {Lines} at
 * @param {Tree} old  the record before
 * @param {Tree} now  and after
 * @param {Form} form
 */
export function withRecord(text, at, old, now, form) {
  const lines = text.split("\n");
  const indent = " ".repeat(at.indent);
  const written = (/** @type {Tree} */ tree) => writeRecord(tree, form).map((line) => indent + line);
  const same = (/** @type {string} */ key) => JSON.stringify(old[key]) === JSON.stringify(now[key]);
  const added = Object.keys(now).filter((key) => !(key in old));
  /** @type {string[]} */
  let made = [];
  let cursor = at.first;
  for (const [key, start, end] of at.keys) {
    made.push(...lines.slice(cursor, start));
    if (key in now) made.push(...(same(key) ? lines.slice(start, end) : written({ [key]: now[key] })));
    for (const other of added) if (before(other, old, form) === key) made.push(...written({ [other]: now[other] }));
    cursor = end;
  }
  if (!at.keys.length) made = written(now);
  // A record of a list begins with a dash.
  made[0] = lines[at.first].slice(0, at.indent) + made[0].slice(at.indent);
  return [...lines.slice(0, at.first), ...made, ...lines.slice(at.end)].join("\n");
}

/**
 * Returns the text of a file of a list with a record behind the others.
 * @param {string} text  its first line at least
 * @param {Tree} record @param {Form} form
 */
export function withNewRecord(text, record, form) {
  const [first, ...rest] = writeRecord(record, form);
  return [text.replace(/\n+$/, ""), `- ${first}`, ...rest.map((line) => `  ${line}`), ""].join("\n");
}

/**
 * The key of a record behind which a new one is written, by the order of the model; else its last one.
 * @param {string} key @param {Tree} old @param {Form} form
 */
function before(key, old, form) {
  const order = form.order[""];
  const earlier = order.slice(0, Math.max(order.indexOf(key), 0)).filter((other) => other in old);
  return earlier.at(-1) ?? Object.keys(old).at(-1);
}
