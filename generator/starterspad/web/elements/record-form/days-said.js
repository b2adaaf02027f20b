// The days on which an event would be held, said before it is sent, with those to tick on which it is not.
/** @import {Days} from "../../core/intake/event-days.js" */
import { daysOf } from "../../core/intake/event-days.js";
import { dateOf, formatterOf, part, setText, writtenIn } from "../../base/page-parts.js";
import { choice } from "./many-choices.js";

// A file names so many days at most on which it is not held.
const MOST = 60;

/** @param {string} day */
const moment = (day) => new Date(`${day}T00:00:00Z`);

/**
 * @param {HTMLElement} element
 * @param {Days} answers  tidied, on top of what stands there
 * @param {string[]} known  the days to come of what is held again already
 */
export function sayDays(element, { day, starts, ends, repeat, again }, known) {
  const box = /** @type {HTMLElement | null} */ (element.querySelector("[data-days]"));
  if (!box) return;
  const days = repeat && !again ? known : daysOf(day, again);
  const between = again?.every ? days.slice(1, MOST) : [];
  const list = part(box, "days");
  const rows = new Map(/** @type {HTMLElement[]} */ ([...list.children]).map((row) => [row.dataset.id, row]));
  const names = new Intl.DateTimeFormat(writtenIn(), { dateStyle: "full", timeZone: "UTC" });
  list.replaceChildren(
    ...between.map((date) => rows.get(date) ?? choice(box.dataset.days ?? "", date, names.format(moment(date)))),
  );
  box.hidden = !between.length;
  const left = /** @type {HTMLInputElement[]} */ ([...list.querySelectorAll("input:checked")]).map(
    ({ value }) => value,
  );
  setText(part(element, "days-said"), sentence(element, days, left, [starts, ends]));
}

/**
 * @param {HTMLElement} element @param {string[]} days
 * @param {string[]} left  those on which it is not held
 * @param {(string | undefined)[]} hours
 */
function sentence(element, days, left, [starts, ends]) {
  const format = formatterOf(element);
  const held = days.filter((day) => !left.includes(day));
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return "";
  const clock = new Intl.DateTimeFormat(writtenIn(), { timeStyle: "short", timeZone: "UTC" });
  const time = (/** @type {string} */ text) => clock.format(new Date(`2000-01-01T${text}:00Z`));
  const weekdays = new Intl.DateTimeFormat(writtenIn(), { weekday: "long", timeZone: "UTC" });
  const weekday = weekdays.format(moment(first));
  const alike = held.every((day) => weekdays.format(moment(day)) === weekday);
  const begin = starts
    ? ` ${ends ? format("days_said.hours", { starts: time(starts), ends: time(ends) }) : format("days_said.from", { starts: time(starts) })}`
    : "";
  const values = { count: held.length, weekday, first: dateOf(first), last: dateOf(last), hours: begin };
  const key = held.length === 1 ? "once" : alike ? "weekly" : "several";
  const said = format(`days_said.${key}`, values);
  return left.length ? `${said} ${format("days_said.without", { days: left.map(dateOf).join("; ") })}` : said;
}
