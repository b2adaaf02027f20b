// The message that a partner sends instead of a pull request: a person can read it, and one command turns it into the file.
/** @import {Form, Partner} from "./partner-file.js" */

/**
 * Writes the message. What stands between brackets says which answer follows; the answers are escaped, so that none is taken for one.
 * @param {Partner} tree  tidied; only what the form asks is told
 * @param {Form} form
 * @param {{intro: string, end: string, language: string, change: string}} frame  change: the partner that is changed, else empty
 * @param {(path: string) => string} label  of a field
 * @param {(kind: string, value: string) => string} words  what a chosen id means
 * @returns {string}
 */
export function messageOf(tree, form, frame, label, words) {
  const lines = [frame.intro, "", `[language] ${frame.language}`];
  if (frame.change) lines.push(`[change] ${frame.change}`);
  /** @param {string} path @param {string} name @param {string} kind @param {any} value */
  const tell = (path, name, kind, value) => {
    if (value === undefined) return;
    if (kind === "title" || kind === "short-text") {
      for (const [language, text] of Object.entries(value)) lines.push("", `[${path}.${language}] ${name} (${language})`, escaped(text));
    } else {
      lines.push("", `[${path}] ${name}`, ...[value].flat().map((one) => (Array.isArray(value) ? `- ${told(kind, one)}` : told(kind, one))));
    }
  };
  /** @param {string} kind @param {string} value */
  const told = (kind, value) => (words(kind, value) ? `${escaped(words(kind, value))} (${value})` : escaped(value));
  for (const { path, kind } of form.fields) {
    const keys = path.split(".");
    if (keys[0] !== "services") tell(path, label(path), kind, toldAt(tree, keys));
    else if (path === "services.title") {
      (tree.services ?? []).forEach((/** @type {Partner} */ service, /** @type {number} */ number) => {
        if (service.id) lines.push("", `[services.${number + 1}.id] ${service.id}`);
        for (const inner of form.fields.filter((field) => field.path.startsWith("services."))) {
          const below = inner.path.split(".").slice(1);
          tell(`services.${number + 1}.${below.join(".")}`, `${number + 1}. ${label(inner.path)}`, inner.kind, toldAt(service, below));
        }
      });
    }
  }
  return [...lines, "", "[end]", frame.end, ""].join("\n");
}

/** @param {Partner} tree @param {string[]} keys @returns {any} */
function toldAt(tree, keys) {
  return keys.reduce((found, key) => found?.[key], tree);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\[\]>]/g, "\\$&");
}
