// What a self-assessment shows: sentences, bars, a web, and the same figures as a table.
/** @import {SelfAssessment} from "../../core/model-types.js" */
/** @import {Format} from "../../base/page-parts.js" */
/** @import {Assessment} from "../../core/rules/self-assessment.js" */
import { differences, fieldScoresOf } from "../../core/rules/assessment-result.js";
import { growing, selfAssessmentScores } from "../../core/rules/self-assessment.js";
import { dateOf, formatterOf, part, setText, textOf, writtenIn } from "../../base/page-parts.js";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 100;

/**
 * Shows the last of her assessments beside the one before it and those of others.
 * @param {HTMLElement} element
 * @param {SelfAssessment} selfAssessment
 * @param {Assessment[]} own  what she filled in herself, oldest first; the last is shown
 * @param {Assessment[]} others  what others filled in about her
 */
export function showResult(element, selfAssessment, own, others) {
  const format = formatterOf(element);
  const now = /** @type {Assessment} */ (own.at(-1));
  const before = own.at(-2);
  const competences = selfAssessment.fields.flatMap(({ competences }) => competences);
  const scores = selfAssessmentScores(selfAssessment, now.answers);
  const columns = [
    { head: format("mirror.own"), scores, kind: "own" },
    ...(before
      ? [
          {
            head: format("mirror.earlier", { day: dateOf(before.day) }),
            scores: selfAssessmentScores(selfAssessment, before.answers),
            kind: "earlier",
          },
        ]
      : []),
    ...others.map((assessment) => ({
      head: format("mirror.by", { name: assessment.by, day: dateOf(assessment.day) }),
      scores: selfAssessmentScores(selfAssessment, assessment.answers),
      kind: "other",
    })),
  ];
  const numbers = new Intl.NumberFormat(writtenIn(), { maximumFractionDigits: 1 });
  const figure = (/** @type {number | undefined} */ score) =>
    score === undefined
      ? format("mirror.no_figure")
      : format("mirror.figure", { score: numbers.format(score), top: numbers.format(selfAssessment.top) });
  const sentences = sentencesOf(format, selfAssessment, scores, before, others);
  part(element, "sentences").replaceChildren(...sentences.map((words) => withText("p", words)));

  for (const { id, profile } of competences) {
    const bar = /** @type {HTMLElement} */ (element.querySelector(`[data-bar="${id}"]`));
    setText(part(bar, "figure"), figure(scores[id]));
    bar.style.setProperty("--own", String((scores[id] ?? 0) / selfAssessment.top));
    bar.style.setProperty("--profile", String(profile / selfAssessment.top));
  }
  showTable(element, selfAssessment, columns, figure, format("mirror.profile"));
  const lines = [...columns, { head: format("mirror.profile"), kind: "profile" }];
  part(element, "web").replaceChildren(web(selfAssessment.top, competences, columns), key(lines));
}

/**
 * Says what is strong and what may grow, what changed since the time before, and where others see her otherwise.
 * @param {Format} format
 * @param {SelfAssessment} selfAssessment
 * @param {Record<string, number>} scores
 * @param {Assessment | undefined} before
 * @param {Assessment[]} others
 */
function sentencesOf(format, selfAssessment, scores, before, others) {
  const competences = selfAssessment.fields.flatMap(({ competences }) => competences);
  const names = (/** @type {string[]} */ ids) =>
    competences.flatMap((competence) => (ids.includes(competence.id) ? [textOf(competence.title)] : [])).join(", ");
  /** @type {[string, Record<string, string>, string[]][]} */
  const groups = [];
  const low = growing(selfAssessment, scores);
  groups.push(["strong", {}, Object.keys(scores).filter((id) => !low.includes(id))]);
  groups.push(["low", {}, low]);
  groups.push(["left", {}, competences.flatMap(({ id }) => (Object.hasOwn(scores, id) ? [] : [id]))]);
  if (before) {
    const change = differences(selfAssessmentScores(selfAssessment, before.answers), scores);
    groups.push(["grown", { day: dateOf(before.day) }, Object.keys(change).filter((id) => change[id] > 0)]);
  }
  const sentences = groups
    .filter(([, , ids]) => ids.length)
    .map(([key, values, ids]) => format(`mirror.${key}`, { ...values, names: names(ids) }));
  for (const assessment of others) {
    const change = differences(scores, selfAssessmentScores(selfAssessment, assessment.answers));
    const [more, less] = [1, -1].map((sign) => Object.keys(change).filter((id) => Math.sign(change[id]) === sign));
    if (more.length) sentences.push(format("mirror.sees_more", { name: assessment.by, names: names(more) }));
    if (less.length) sentences.push(format("mirror.sees_less", { name: assessment.by, names: names(less) }));
    if (!more.length && !less.length) sentences.push(format("mirror.sees_same", { name: assessment.by }));
  }
  return sentences;
}

/**
 * Makes the button that takes away what someone else filled in.
 * @param {Assessment} other
 * @param {Format} format
 * @param {() => void} take
 */
export function takeAwayItem({ by }, format, take) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-button";
  button.textContent = format("mirror.take_away", { name: by });
  button.addEventListener("click", take);
  item.append(button);
  return item;
}

/**
 * @param {HTMLElement} element
 * @param {SelfAssessment} selfAssessment
 * @param {{head: string, scores: Record<string, number>}[]} columns
 * @param {(score: number | undefined) => string} figure
 * @param {string} profileLabel
 */
function showTable(element, selfAssessment, columns, figure, profileLabel) {
  const words = [...columns.map(({ head }) => head), profileLabel];
  const heads = part(element, "heads");
  heads.replaceChildren(/** @type {Element} */ (heads.firstElementChild));
  for (const text of words) {
    const head = withText("th", text);
    head.setAttribute("scope", "col");
    heads.append(head);
  }
  const cell = (/** @type {number | undefined} */ score, /** @type {number} */ index) => {
    const made = withText("td", ` ${figure(score)}`);
    const label = withText("span", words[index]);
    label.className = "plans__label";
    made.prepend(label);
    return made;
  };
  const rows = (/** @type {string} */ id, /** @type {(number | undefined)[]} */ figures) => {
    const row = /** @type {HTMLTableRowElement} */ (element.querySelector(`[data-row="${id}"]`));
    row.replaceChildren(/** @type {Element} */ (row.firstElementChild), ...figures.map(cell));
  };
  for (const field of selfAssessment.fields) {
    const profile =
      field.competences.reduce((sum, competence) => sum + competence.profile, 0) / field.competences.length;
    rows(field.id, [...columns.map(({ scores }) => fieldScoresOf(selfAssessment, scores)[field.id]), profile]);
    for (const competence of field.competences)
      rows(competence.id, [...columns.map(({ scores }) => scores[competence.id]), competence.profile]);
  }
}

/**
 * Draws the web: one axis for each competence, numbered as in the table; missing scores stand in the middle.
 * @param {number} top
 * @param {{id: string, profile: number}[]} competences
 * @param {{scores: Record<string, number>, kind: string}[]} columns
 */
function web(top, competences, columns) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-130 -130 260 260");
  svg.setAttribute("class", "web__drawing");
  const at = (/** @type {number} */ index, /** @type {number} */ score) => {
    const turn = (2 * Math.PI * index) / competences.length - Math.PI / 2;
    const [x, y] = [Math.cos(turn), Math.sin(turn)].map((side) => ((RADIUS * score * side) / top).toFixed(1));
    return `${x},${y}`;
  };
  const ring = (/** @type {string} */ kind, /** @type {(index: number) => number} */ score) => {
    const shape = document.createElementNS(SVG, "polygon");
    shape.setAttribute("points", competences.map((_, index) => at(index, score(index))).join(" "));
    shape.setAttribute("class", `web__${kind}`);
    svg.append(shape);
  };
  for (let step = 1; step <= top; step += 1) ring("ring", () => step);
  ring("profile", (index) => competences[index].profile);
  for (const { kind, scores } of [...columns].reverse()) ring(kind, (index) => scores[competences[index].id] ?? 0);
  competences.forEach((_, index) => {
    const label = document.createElementNS(SVG, "text");
    const [x, y] = at(index, top * 1.15).split(",");
    label.setAttribute("x", x);
    label.setAttribute("y", y);
    label.textContent = String(index + 1);
    svg.append(label);
  });
  return svg;
}

/** Says whose each line of the web is. @param {{head: string, kind: string}[]} lines */
function key(lines) {
  const list = document.createElement("ul");
  list.className = "web__key";
  for (const { head, kind } of lines) {
    const item = withText("li", head);
    const sample = document.createElementNS(SVG, "svg");
    const line = document.createElementNS(SVG, "line");
    for (const [name, value] of Object.entries({ class: `web__${kind}`, x1: "0", x2: "40", y1: "8", y2: "8" }))
      line.setAttribute(name, value);
    sample.setAttribute("viewBox", "0 0 40 16");
    sample.append(line);
    item.prepend(sample);
    list.append(item);
  }
  return list;
}

/** @param {string} tag @param {string} words */
function withText(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}
