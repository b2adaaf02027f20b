// Appointments as a calendar file (iCalendar, RFC 5545), for the calendar that she has already.

/**
 * @typedef {{id: string, day: string, time: string, title: string, place: string, notes: string, written: number}}
 *   CalendarEvent
 *   day: 2026-01-31; time: 14:30 where she is, or empty for the whole day; written: milliseconds
 */

const LONGEST_LINE = 75; // octets, without the line break

/**
 * Writes events as a calendar (RFC 5545): lines of 75 octets at most that end in CRLF, moments in universal time.
 * @param {CalendarEvent[]} events
 * @param {string} name  of the calendar
 * @param {string} portal  where it stands, so that two portals in one calendar never take each other's events away
 * @returns {string} the text of an .ics file
 */
export function calendarOf(events, name, portal) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Starterspad//Plan//EN", property("X-WR-CALNAME", name)];
  for (const { id, day, time, title, place, notes, written } of events) {
    lines.push(
      "BEGIN:VEVENT",
      property("UID", `${id}@${portal}`),
      `DTSTAMP:${utc(new Date(written))}`,
      start(day, time),
      property("SUMMARY", title),
      ...(place ? [property("LOCATION", place)] : []),
      ...(notes ? [property("DESCRIPTION", notes)] : []),
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * Writes the moment in universal time, so that it holds in whatever zone the calendar is.
 * @param {string} day
 * @param {string} time
 */
function start(day, time) {
  const [year, month, date] = day.split("-").map(Number);
  if (!/^\d{2}:\d{2}$/.test(time)) return `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`;
  const [hours, minutes] = time.split(":").map(Number);
  return `DTSTART:${utc(new Date(year, month - 1, date, hours, minutes))}`;
}

/** @param {Date} moment */
function utc(moment) {
  return moment.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** @param {string} name @param {string} text */
function property(name, text) {
  const escaped = text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
  return `${name}:${escaped}`;
}

/** Breaks a line before it is too long, never inside a character. @param {string} line */
function folded(line) {
  let [text, length] = ["", 0];
  for (const character of line) {
    const octets = octetsOf(character);
    if (length + octets > LONGEST_LINE) [text, length] = [`${text}\r\n `, 1];
    text += character;
    length += octets;
  }
  return text;
}

/** How many octets a character takes in UTF-8. @param {string} character */
function octetsOf(character) {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
