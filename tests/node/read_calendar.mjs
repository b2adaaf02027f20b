// Reads a calendar as programs for mail and phones do that are written in JavaScript: what each entry is known by, when
// it begins and ends in universal time, and whether it is held.
import { readFileSync } from "node:fs";
import process from "node:process";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const entries = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
  return {
    uid: event.uid,
    summary: event.summary,
    starts: moment(event.startDate),
    ends: component.hasProperty("dtend") ? moment(event.endDate) : null,
    status: component.getFirstPropertyValue("status"),
  };
});
process.stdout.write(JSON.stringify(entries));
