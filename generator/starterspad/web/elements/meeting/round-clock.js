// The clock that a room sees: it never starts by itself, says little to who cannot see it, and rings only where it may.
/** @import {PortalElement} from "../../base/portal-element.js" */
import { fullClock, leftOn, minutesAndSeconds, pausedAt, startedAt } from "../../core/meet/clock.js";
import { part, setText, writtenIn } from "../../base/page-parts.js";

const TICK_MS = 200;
const MINUTE_MS = 60_000;
// Three short tones, in seconds and hertz.
const TONES = [0, 0.4, 0.8];
const [TONE_LENGTH, PITCH] = [0.25, 880];

export class RoundClock {
  #element;
  #clock = fullClock(1);
  #minutes = 1;
  #count = 1;
  #round = 1;
  /** @type {AudioContext | undefined} there once she started a round: a browser lets nobody ring before */
  #sound;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;

  /** @param {PortalElement} element @param {AbortSignal} signal */
  constructor(element, signal) {
    this.#element = element;
    const whole = part(element, "clock-whole");
    whole.hidden = !document.fullscreenEnabled;
    element.listen("clock-start", "click", () => this.#press());
    element.listen("clock-next", "click", () => this.#begin(this.#round + 1));
    element.listen("clock-again", "click", () => this.#begin(this.#round));
    element.listen(whole, "click", () => this.#fill());
    signal.addEventListener("abort", () => clearInterval(this.#ticking));
    part(element, "clock").hidden = false;
  }

  /** Sets the clock for another plan; one that runs goes on. @param {number} minutes @param {number} count */
  set(minutes, count) {
    const running = this.#clock.since !== null;
    if (minutes !== this.#minutes && !running) this.#clock = fullClock(minutes);
    [this.#minutes, this.#count] = [minutes, count];
    this.#round = Math.min(this.#round, count);
    this.#show();
  }

  /** Whether time runs, has begun to, or is over. */
  get #state() {
    if (this.#clock.since !== null) return "runs";
    if (!this.#clock.left) return "over";
    return this.#clock.left < this.#minutes * MINUTE_MS ? "paused" : "full";
  }

  #press() {
    const state = this.#state;
    if (state === "over") return this.#begin(this.#round < this.#count ? this.#round + 1 : 1, true);
    if (state === "runs") {
      this.#clock = pausedAt(this.#clock, Date.now());
      clearInterval(this.#ticking);
    } else this.#run(state === "full");
    return this.#show();
  }

  /** @param {boolean} anew */
  #run(anew) {
    this.#prepareSound();
    this.#clock = startedAt(this.#clock, Date.now());
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    if (anew) this.#say("begins", { number: this.#round, minutes: this.#minutes });
  }

  /** Puts the clock to the beginning of a round. @param {number} round @param {boolean} [run] */
  #begin(round, run = false) {
    clearInterval(this.#ticking);
    this.#round = round > this.#count ? 1 : round;
    this.#clock = fullClock(this.#minutes);
    setText(part(this.#element, "clock-said"), "");
    if (run) this.#run(true);
    this.#show();
  }

  #tick() {
    const now = Date.now();
    const left = leftOn(this.#clock, now);
    const before = this.#clock;
    // What is read out is said once: what was left at the last tick tells whether it was.
    this.#clock = startedAt(this.#clock, now);
    if (before.left > MINUTE_MS && left <= MINUTE_MS && left > 0) this.#say("minute_left");
    if (!left) this.#end();
    this.#show();
  }

  #end() {
    clearInterval(this.#ticking);
    this.#clock = { left: 0, since: null };
    this.#say(this.#round === this.#count ? "over" : "ends", { number: this.#round });
    this.#ring();
  }

  #show() {
    const { format } = this.#element;
    const state = this.#state;
    const [minutes, seconds] = minutesAndSeconds(leftOn(this.#clock, Date.now()));
    const digits = new Intl.NumberFormat(writtenIn(), { minimumIntegerDigits: 2 });
    const whole = new Intl.NumberFormat(writtenIn());
    setText(part(this.#element, "clock-time"), `${whole.format(minutes)}:${digits.format(seconds)}`);
    setText(part(this.#element, "clock-round"), format("meeting.running", { number: this.#round, count: this.#count }));
    const next = this.#round < this.#count ? "next_round" : "start";
    const word = { full: "start", runs: "pause", paused: "go_on", over: next }[state];
    setText(part(this.#element, "clock-start"), format(`meeting.${word}`));
    part(this.#element, "clock").dataset.state = state;
    part(this.#element, "clock-next").hidden = this.#round === this.#count || state === "over";
  }

  /** @param {"begins" | "minute_left" | "ends" | "over"} key @param {Record<string, number>} [values] */
  #say(key, values) {
    setText(part(this.#element, "clock-said"), this.#element.format(`meeting.${key}`, values));
  }

  #fill() {
    const asked = document.fullscreenElement
      ? document.exitFullscreen()
      : part(this.#element, "clock").requestFullscreen();
    // Some browsers refuse: then it stays as large as it is.
    asked.catch(() => {});
  }

  #prepareSound() {
    try {
      this.#sound ??= new AudioContext();
      this.#sound.resume();
    } catch {
      // Without sound the clock is seen.
    }
  }

  #ring() {
    const sound = this.#sound;
    if (!sound || !part(this.#element, "clock-sound", HTMLInputElement).checked) return;
    for (const start of TONES) {
      const [tone, volume] = [sound.createOscillator(), sound.createGain()];
      tone.frequency.value = PITCH;
      volume.gain.value = 0.3;
      tone.connect(volume).connect(sound.destination);
      tone.start(sound.currentTime + start);
      tone.stop(sound.currentTime + start + TONE_LENGTH);
    }
  }
}
