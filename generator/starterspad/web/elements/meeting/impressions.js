// What people wrote down at a meeting, put together for the talk afterwards.
/** @import {Group, Impression, Meeting} from "../../core/meet/meeting.js" */
/** @import {SpeedDates} from "../../core/meet/speed-dates.js" */
/** @import {Format} from "../../base/page-parts.js" */
import { SORTS, grouped, letterOf } from "../../core/meet/meeting.js";
import { copyTemplate, formatterOf, part, setText } from "../../base/page-parts.js";

/**
 * @param {HTMLElement} element
 * @param {Meeting} meeting
 * @param {SpeedDates} plan
 * @param {(impression: Impression) => void} remove
 */
export function showImpressions(element, meeting, plan, remove) {
  const format = formatterOf(element);
  const by = /** @type {Group["title"][0]} */ (part(element, "by", HTMLSelectElement).value);
  part(element, "by-box").hidden = !meeting.impressions.length;
  part(element, "print-groups").hidden = !meeting.impressions.length;
  const groups = grouped(meeting, plan, by).map(({ title, items }) => {
    const section = copyTemplate(element, "group");
    setText(part(section, "title"), titleOf(format, title));
    part(section, "items").append(...items.map((item) => rowOf(element, plan, item, by, remove)));
    return section;
  });
  part(element, "groups").replaceChildren(...groups);
}

/**
 * Offers the rounds and tables of the plan, and leaves what was chosen.
 * @param {HTMLElement} element
 * @param {SpeedDates} plan
 */
export function offerPlaces(element, plan) {
  const format = formatterOf(element);
  offer(
    element,
    "round",
    plan.rounds.map((_, place) => [String(place + 1), String(place + 1)]),
  );
  offer(element, "table", [
    ["", format("meeting.any_table")],
    ...plan.tables.map((_, place) => /** @type {[string, string]} */ ([String(place + 1), String(place + 1)])),
  ]);
}

/** @param {HTMLElement} element @param {string} name @param {[value: string, words: string][]} options */
function offer(element, name, options) {
  const select = /** @type {HTMLSelectElement} */ (element.querySelector(`select[name="${name}"]`));
  const { value } = select;
  select.replaceChildren(...options.map(([key, words]) => new Option(words, key)));
  if (options.some(([key]) => key === value)) select.value = value;
}

/**
 * Reads what is filled in; null where there are no words.
 * @param {HTMLFormElement} form
 * @returns {Impression | null}
 */
export function impressionOf(form) {
  const written = new FormData(form);
  const text = String(written.get("text") ?? "").trim();
  const sort = SORTS.find((name) => name === written.get("sort")) ?? SORTS[0];
  const table = Number(written.get("table")) || null;
  return text ? { round: Number(written.get("round")), table, sort, text } : null;
}

/** @param {Format} format @param {Group["title"]} title */
function titleOf(format, [by, value]) {
  if (!value) return format("meeting.any_table");
  if (by === "sort") return format(`meeting.${/** @type {Impression["sort"]} */ (value)}`);
  return by === "round" ? format("meeting.round", { number: value }) : format("meeting.alumnus", { letter: value });
}

/**
 * @param {HTMLElement} element @param {SpeedDates} plan @param {Impression} item @param {string} by
 * @param {(impression: Impression) => void} remove
 */
function rowOf(element, plan, item, by, remove) {
  const format = formatterOf(element);
  const row = copyTemplate(element, "impression");
  setText(part(row, "text"), item.text);
  const letter = letterOf(plan.rounds[item.round - 1]?.alumnusAt.get(item.table ?? 0));
  const where = [
    by === "sort" ? "" : titleOf(format, ["sort", item.sort]),
    by === "round" ? "" : format("meeting.round", { number: item.round }),
    item.table ? format("meeting.table", { number: item.table }) : "",
    letter && by !== "alumnus" ? format("meeting.alumnus", { letter }) : "",
  ];
  setText(part(row, "where"), where.filter(Boolean).join(" · "));
  setText(part(row, "which"), item.text);
  part(row, "remove").addEventListener("click", () => remove(item));
  return row;
}
