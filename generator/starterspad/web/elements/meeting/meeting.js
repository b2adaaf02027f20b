// <portal-meeting>: whoever runs a meeting plans it, prints it, keeps the time, and gathers what people take home.
/** @import {Limit, Meeting, Numbers} from "../../core/meet/meeting.js" */
/** @import {SpeedDates} from "../../core/meet/speed-dates.js" */
import { hasRoom, meetingFile, meetingFrom, wholeNumber } from "../../core/meet/meeting.js";
import { speedDates } from "../../core/meet/speed-dates.js";
import { download, firstOf, part, setText, today, tooLong } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";
import { impressionOf, offerPlaces, showImpressions } from "./impressions.js";
import { KEPT_AS, keepMeeting, keptMeeting } from "./kept.js";
import { showPlan } from "./plan-rows.js";
import { RoundClock } from "./round-clock.js";
import { printGroups, printSheets } from "./sheets.js";

class MeetingPage extends PortalElement {
  /** @type {Meeting} */
  #meeting = { candidates: 1, alumni: 1, minutes: 1, size: null, rounds: null, impressions: [] };
  /** @type {SpeedDates} */
  #plan = speedDates(1, 1);
  /** @type {RoundClock | undefined} */
  #clock;

  /** @param {AbortSignal} signal */
  connected(signal) {
    this.#clock = new RoundClock(this, signal);
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-copy]"))) {
      button.hidden = false;
      this.listen(button, "click", () => this.#copy(button));
    }
    this.listen("numbers", "submit", () => {});
    this.listen("numbers", "input", () => this.#count());
    this.listen("print-sheets", "click", () => printSheets(this, this.#meeting, this.#plan));
    this.listen("write", "submit", () => this.#add());
    this.listen("by", "change", () => this.#showImpressions());
    this.listen("print-groups", "click", () => printGroups(this));
    this.listen("save", "click", () => this.#save());
    this.listen("open", "change", () => this.#open());
    this.listen("erase", "click", () => this.#erase());
    this.listen(window, "storage", (event) => {
      if (/** @type {StorageEvent} */ (event).key === KEPT_AS) this.#take(keptMeeting(this.#limits));
    });
    part(this, "example").hidden = true;
    for (const name of ["numbers", "sheet-actions", "writing"]) part(this, name).hidden = false;
    this.#take(keptMeeting(this.#limits) ?? { ...this.#typed(), impressions: [] });
  }

  get #fields() {
    return /** @type {HTMLInputElement[]} */ ([...part(this, "numbers").querySelectorAll("input")]);
  }

  /** @returns {Limit[]} */
  get #limits() {
    return this.#fields.map(({ name, max }) => ({ name: /** @type {keyof Numbers} */ (name), most: Number(max) }));
  }

  /** Reads the fields; what is no number is none. @returns {Numbers} */
  #typed() {
    const numbers = this.#fields.map(({ name, value, max }) => [name, wholeNumber(value, Number(max))]);
    return /** @type {Numbers} */ (Object.fromEntries(numbers));
  }

  /** Takes another meeting in the place of this one. @param {Meeting | null} meeting */
  #take(meeting) {
    if (!meeting) return;
    this.#meeting = meeting;
    for (const field of this.#fields) {
      const number = meeting[/** @type {keyof Numbers} */ (field.name)];
      if (field !== document.activeElement) field.value = number === null ? "" : String(number);
    }
    this.#show();
  }

  /** Plans anew as she types; a field that holds no number says so, and the plan stays as it was. */
  #count() {
    const wrong = this.#fields.filter(
      (field) => wholeNumber(field.value, Number(field.max)) === null && (hasWords(field) || isNeeded(field)),
    );
    for (const field of this.#fields) field.toggleAttribute("aria-invalid", wrong.includes(field));
    if (wrong.length) {
      const label = firstWords(wrong[0]);
      return setText(part(this, "result"), this.format("meeting.bad_number", { label, most: wrong[0].max }));
    }
    this.#meeting = { ...this.#typed(), impressions: this.#meeting.impressions };
    this.#keep();
    return this.#show();
  }

  #show() {
    const { candidates, alumni, minutes, size, rounds } = this.#meeting;
    this.#plan = speedDates(candidates, alumni, size, rounds);
    showPlan(this, this.#meeting, this.#plan);
    this.#clock?.set(minutes, this.#plan.rounds.length);
    offerPlaces(this, this.#plan);
    this.#showImpressions();
  }

  #showImpressions() {
    showImpressions(this, this.#meeting, this.#plan, (item) => {
      this.#keepImpressions(this.#meeting.impressions.filter((other) => other !== item));
      part(this, "written").focus();
    });
  }

  #add() {
    const form = part(this, "write", HTMLFormElement);
    const words = firstOf(form, "textarea");
    const impression = impressionOf(form);
    if (tooLong(words)) return words.focus();
    if (!impression || !hasRoom(this.#meeting)) {
      setText(part(this, "written"), this.format(impression ? "meeting.full" : "meeting.empty"));
      return words.focus();
    }
    words.value = "";
    setText(part(this, "written"), this.format("meeting.added"));
    this.#keepImpressions([...this.#meeting.impressions, impression]);
    return words.focus();
  }

  /** @param {Meeting["impressions"]} impressions */
  #keepImpressions(impressions) {
    this.#meeting = { ...this.#meeting, impressions };
    this.#keep();
    this.#showImpressions();
  }

  #keep() {
    if (!keepMeeting(this.#meeting)) setText(part(this, "written"), this.format("meeting.not_kept"));
  }

  #save() {
    download(`meeting-${today()}.json`, "application/json", meetingFile(this.#meeting));
  }

  async #open() {
    const field = part(this, "open", HTMLInputElement);
    const text = (await field.files?.[0]?.text()) ?? "";
    field.value = "";
    const meeting = meetingFrom(text, this.#limits);
    setText(part(this, "written"), this.format(meeting ? "meeting.opened_file" : "meeting.bad_file"));
    if (meeting) {
      this.#take(meeting);
      this.#keep();
    }
    part(this, "written").focus();
  }

  #erase() {
    keepMeeting(null);
    for (const field of this.#fields) field.value = field.defaultValue;
    part(this, "write", HTMLFormElement).reset();
    this.#meeting = { ...this.#typed(), impressions: [] };
    this.#show();
    setText(part(this, "written"), this.format("meeting.forgotten"));
    part(this, "written").focus();
  }

  /** @param {HTMLElement} button */
  async #copy(button) {
    const line = /** @type {HTMLElement} */ (button.parentElement);
    const letter = firstOf(/** @type {HTMLElement} */ (line.previousElementSibling), "textarea");
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(letter.value))
      .then(() => true)
      .catch(() => false);
    if (!done) letter.select();
    setText(part(line, "copied"), this.format(done ? "meeting.copied" : "meeting.copy_failed"));
  }
}

/** Whether something stands in a field; a browser hides from us what is no number. @param {HTMLInputElement} field */
function hasWords({ value, validity }) {
  return value.trim() !== "" || validity.badInput;
}

/** @param {HTMLInputElement} field */
function isNeeded({ defaultValue }) {
  return defaultValue !== "";
}

/** What a field is called, as it stands before it. @param {HTMLInputElement} field */
function firstWords(field) {
  return field.closest("label")?.firstChild?.textContent?.trim() ?? "";
}

customElements.define("portal-meeting", MeetingPage);
