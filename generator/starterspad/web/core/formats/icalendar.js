// Appointments as a calendar file (iCalendar, RFC 5545), for the calendar that she has already.

/**
 * @typedef {{id: string, day: string, time: string, title: string, place: string, notes: string, written: number}}
 *   CalendarEvent
 *   day: 2026-01-31; time: 14:30 in the city, or empty for the whole day; written: milliseconds
 */

const LONGEST_LINE = 75; // octets, without the line break
const DAY_MS = 24 * 3600 * 1000;

/**
 * Writes events as a calendar (RFC 5545): lines of 75 octets at most that end in CRLF, moments in universal time.
 * @param {CalendarEvent[]} events
 * @param {string} name  of the calendar
 * @param {string} portal  where it stands, so that two portals in one calendar never take each other's events away
 * @param {string} [zone]  the time zone of the city; without one, a time is that of wherever the calendar is read
 * @returns {string} the text of an .ics file
 */
export function calendarOf(events, name, portal, zone) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Starterspad//Plan//EN", property("X-WR-CALNAME", name)];
  for (const { id, day, time, title, place, notes, written } of events) {
    lines.push(
      "BEGIN:VEVENT",
      property("UID", `${id}@${portal}`),
      `DTSTAMP:${utc(new Date(written))}`,
      start(day, time, zone),
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
 * Writes a moment in universal time, so that it holds in whatever zone the calendar is, and whatever zone this browser
 * believes to be in. A browser that does not know the zone of the city writes the bare time: a calendar in the city
 * takes it as it stands.
 * @param {string} day
 * @param {string} time
 * @param {string | undefined} zone
 */
function start(day, time, zone) {
  if (!/^\d{2}:\d{2}$/.test(time)) return `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`;
  const clock = Date.parse(`${day}T${time}Z`);
  const moment = zone === undefined ? null : momentIn(zone, clock);
  return `DTSTART:${moment ? utc(new Date(moment)) : utc(new Date(clock)).slice(0, -1)}`;
}

/**
 * Finds when the clocks of a zone show a time, as RFC 5545 asks: of two such moments the first; where clocks skip the
 * time, as if they had not yet been put forward.
 * @param {string} zone
 * @param {number} clock  what they show, as if it were universal time
 * @returns {number | null} in milliseconds; null where this browser does not know the zone
 */
function momentIn(zone, clock) {
  try {
    const [before, after] = [clock - DAY_MS, clock + DAY_MS].map((near) => clock - aheadIn(zone, near));
    return before + aheadIn(zone, before) !== clock && after + aheadIn(zone, after) === clock ? after : before;
  } catch {
    return null;
  }
}

/** How far the clocks of a zone are ahead of universal time. @param {string} timeZone @param {number} moment */
function aheadIn(timeZone, moment) {
  // In Swedish a moment stands as 2026-01-31 14:30:00.
  return Date.parse(`${new Date(moment).toLocaleString("sv", { timeZone }).replace(" ", "T")}Z`) - moment;
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
