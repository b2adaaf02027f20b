// What a person's answers to the mirror say: scores, what can grow, and what another sees differently.
/** @import {Journal} from "../journal/journal.js" */
import { under } from "../journal/journal.js";

/**
 * @typedef {{id: string, reverse?: boolean, short?: boolean}} Statement
 * @typedef {{id: string, profile: number, statements: Statement[]}} Competence
 * @typedef {{top: number, fields: {id: string, competences: Competence[]}[]}} Mirror  top: the last place on the scale
 * @typedef {{id: string, by: string, about: string, day: string, given: Record<string, number>, unknown: string[]}} Look
 *   by: who filled it in, empty for herself; about: for whom, empty for herself; unknown: what they did not know
 */

/** @param {Mirror} mirror */
const competencesOf = (mirror) => mirror.fields.flatMap(({ competences }) => competences);

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {Mirror} mirror @param {Record<string, number>} answers @returns {Record<string, number>} competence -> 1 to top */
export function mirrorScores(mirror, answers) {
  /** @type {Record<string, number>} */
  const scores = {};
  for (const { id, statements } of competencesOf(mirror)) {
    const answered = statements.filter((statement) => Number.isInteger(answers[statement.id]) && answers[statement.id] >= 1 && answers[statement.id] <= mirror.top);
    if (answered.length) scores[id] = mean(answered.map((statement) => (statement.reverse ? mirror.top + 1 - answers[statement.id] : answers[statement.id])));
  }
  return scores;
}

/** @param {Mirror} mirror @param {Record<string, number>} scores @returns {Record<string, number>} field -> 1 to top */
export function fieldScoresOf(mirror, scores) {
  /** @type {Record<string, number>} */
  const means = {};
  for (const { id, competences } of mirror.fields) {
    const values = competences.flatMap((competence) => (Object.hasOwn(scores, competence.id) ? [scores[competence.id]] : []));
    if (values.length) means[id] = mean(values);
  }
  return means;
}

/** @param {Mirror} mirror @param {Record<string, number>} scores @returns {string[]} the competences below the comparison profile */
export function growing(mirror, scores) {
  return competencesOf(mirror).flatMap(({ id, profile }) => (scores[id] < profile ? [id] : []));
}

/**
 * What another sees more of (above 0) or less, where it is a whole place on the scale or more.
 * @param {Record<string, number>} own
 * @param {Record<string, number>} compared
 * @returns {Record<string, number>}
 */
export function differences(own, compared) {
  const both = Object.keys(own).filter((id) => Object.hasOwn(compared, id) && Math.abs(compared[id] - own[id]) >= 1);
  return Object.fromEntries(both.map((id) => [id, compared[id] - own[id]]));
}

/** @param {Journal} journal @returns {Look[]} every time that somebody looked into the mirror, oldest first */
export function looksOf(journal) {
  /** @type {Map<string, Look>} */
  const records = new Map();
  for (const [path, value] of under(journal, "mirror/")) {
    const [id, name, statement] = path.split("/");
    if (!records.has(id)) records.set(id, { id, by: "", about: "", day: "", given: {}, unknown: [] });
    const look = /** @type {Look} */ (records.get(id));
    if ((name === "by" || name === "about" || name === "day") && typeof value === "string") look[name] = value;
    if (name === "given" && statement && Number.isInteger(value)) look.given[statement] = Number(value);
    if (name === "given" && statement && value === "unknown") look.unknown.push(statement);
  }
  const whole = [...records.values()].filter(({ day }) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  return whole.sort((left, right) => (`${left.day} ${left.id}` < `${right.day} ${right.id}` ? -1 : 1));
}

/** @param {Look[]} looks @returns {Look[]} those that she took herself, oldest first */
export function ownLooks(looks) {
  return looks.filter(({ by, about }) => !by && !about);
}

const MIRROR_KIND = "starterspad-mirror";

/** @param {Look} look @returns {string} the text of a file that holds what somebody filled in about someone else */
export function lookFile({ id, by, about, day, given, unknown }) {
  return `${JSON.stringify({ kind: MIRROR_KIND, id, by, about, day, given, unknown })}\n`;
}

/**
 * Reads what somebody filled in; null when it holds no mirror. Only what the mirror knows is taken.
 * @param {string} text
 * @param {Mirror} mirror
 * @returns {Look | null}
 */
export function lookFrom(text, mirror) {
  try {
    const content = JSON.parse(text.slice(0, 100_000));
    const whole = content?.kind === MIRROR_KIND && /^[a-z0-9]{1,30}$/.test(content.id) && /^\d{4}-\d{2}-\d{2}$/.test(content.day);
    if (!whole || typeof content.by !== "string" || !content.by.trim()) return null;
    const known = competencesOf(mirror).flatMap(({ statements }) => statements.map(({ id }) => id));
    const placed = known.filter((id) => Number.isInteger(content.given?.[id]) && content.given[id] >= 1 && content.given[id] <= mirror.top);
    if (!placed.length) return null;
    const given = Object.fromEntries(placed.map((id) => [id, content.given[id]]));
    return { id: content.id, by: content.by.trim().slice(0, 60), about: "", day: content.day, given, unknown: [] };
  } catch {
    return null;
  }
}
