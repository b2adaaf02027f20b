// <portal-calculator>: she fills in, and what comes out stands there as she types; all of it stays on this device.
/** @import {Calculator as Computation} from "../../core/money/calculator-types.js" */
/** @import {Value, Values} from "../../core/money/arithmetic.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Texts} from "../../core/journal/sums.js" */
import { emptyJournal } from "../../core/journal/journal.js";
import { judgedTexts, NOW, sumPath, textsOf } from "../../core/journal/sums.js";
import { calculate } from "../../core/money/evaluate.js";
import { takenFrom } from "../../core/money/results.js";
import { JournalStore } from "../../store/journal-store.js";
import { part, setText } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";
import { Fields, isField } from "./fields.js";
import { rehearsed } from "./rehearsal.js";
import { sayFirst, showResults } from "./results.js";

const drawing = () => import("./chart.js");
const comparing = () => import("./what-if.js");
const explaining = () => import("./steps.js");

// What is read out or kept waits until she pauses; what is drawn follows what is said.
const PAUSE_MS = 700;
const DRAWN_MS = 200;

class Calculator extends PortalElement {
  #store = new JournalStore();
  /** @type {Record<string, Computation>} this one, and those that it takes figures from */
  #computations = {};
  /** @type {Fields | undefined} */
  #fields;
  /** @type {Journal} */
  #journal = emptyJournal();
  /** @type {Texts} what is written here, with what may not stand */
  #texts = {};
  /** @type {Texts} what was cleared */
  #cleared = {};
  /** @type {Record<string, Value>} what other calculators give, as they stand in the journal */
  #taken = {};
  /** @type {Map<string, Values>} */
  #values = new Map();
  /** @type {Record<string, ReturnType<typeof setTimeout>>} */
  #timers = {};
  #changed = new Set();

  /** @param {AbortSignal} signal */
  async connected(signal) {
    this.#computations = JSON.parse(this.dataset.computations ?? "{}");
    this.#fields = new Fields(part(this, "form"), this.#computation, this.format);
    this.listen("form", "input", ({ target }) => isField(target) && target.dataset.input && this.#typed(target));
    this.listen("form", "change", () => this.#keep());
    this.listen("form", "submit", () => this.#keep());
    this.listen("clear", "click", () => this.#clear());
    this.listen("undo", "click", () => this.#undo());
    this.listen("results", "click", ({ target }) => target instanceof Element && this.#explain(target));
    const all = () => this.late(explaining).then((loaded) => loaded?.showAllSteps(this, this.#computation));
    this.listen("all-steps", "click", all);
    signal.addEventListener("abort", () => Object.values(this.#timers).forEach(clearTimeout));
    this.#store.watch(() => this.#refresh(), signal);
    part(this, "without").hidden = true;
    for (const name of ["steps", "example-box", "facts"]) {
      const box = this.querySelector(`details[data-part="${name}"]`);
      if (box instanceof HTMLDetailsElement) box.open = location.hash.startsWith("#fact-") && name === "facts";
    }
    // The example's figures are not hers.
    for (const line of this.querySelectorAll("[data-step] [data-part=example]")) line.toggleAttribute("hidden", true);
    for (const name of ["form", "results", "what-if"]) part(this, name).hidden = false;
    this.listen("what-if", "toggle", () => this.#compare());
    this.listen("steps", "toggle", () => this.#showSteps());
    await this.#refresh();
    if (!Object.keys(this.#texts).length) this.#later("rehearse", 0, () => this.#rehearse());
  }

  /** What runs for the first time takes ten times as long: once it ran out of sight, no key waits for it. */
  #rehearse() {
    const filled = rehearsed(this.#computation);
    const results = /** @type {HTMLElement} */ (part(this, "results").cloneNode(true));
    const values = calculate(this.#computation, filled, {});
    showResults(this, results, this.format, this.#computation, values, new Set());
  }

  get #computation() {
    return this.#computations[this.#id];
  }

  get #id() {
    return this.dataset.calculator ?? "";
  }

  /** What stands in the journal, but for what is being written here. */
  async #refresh() {
    this.#journal = await this.#store.read();
    const others = Object.entries(this.#computations).flatMap(([id, computation]) =>
      id === this.#id ? [] : [[id, judgedTexts(computation, textsOf(this.#journal, computation, NOW)).filled]],
    );
    this.#taken = takenFrom(this.#computations, this.#id, Object.fromEntries(others));
    const kept = textsOf(this.#journal, this.#computation, NOW);
    const open = [...this.#changed].map((id) => [id, this.#texts[id]]);
    this.#texts = { ...kept, ...Object.fromEntries(open) };
    this.#work();
    this.#fields?.show(this.#texts, this.#values);
    part(this, "clear").hidden = !Object.keys(this.#texts).length;
  }

  /** @param {HTMLInputElement | HTMLSelectElement} field */
  #typed(field) {
    if (!this.#fields) return;
    this.#texts = this.#fields.typed(field, this.#texts);
    this.#changed.add(field.dataset.input ?? "");
    setText(part(this, "kept"), "");
    this.#work();
    this.#later("keep", PAUSE_MS, () => this.#keep());
  }

  /** Works everything out anew, and shows it: first what comes out, then what takes longer. */
  #work() {
    const { wrong, values } = this.workedOut(this.#texts);
    this.#values = values;
    const open = new Set(wrong.keys());
    const said = showResults(this, part(this, "results"), this.format, this.#computation, values, open);
    sayFirst(this, this.format);
    this.#later("draw", DRAWN_MS, () => this.#draw());
    this.#later("say", PAUSE_MS, () => setText(part(this, "said"), said));
  }

  /**
   * Works this calculator out for what is written, with what others give; what nothing changed is not worked out anew.
   * @param {Texts} texts
   * @param {Computation} [computation]  this one, with more steps
   */
  workedOut(texts, computation = this.#computation) {
    const { filled, wrong } = judgedTexts(this.#computation, texts);
    return { wrong, values: calculate(computation, filled, this.#taken, this.#values) };
  }

  /** Shows how it follows, what is tried beside it, and the chart: each once the page had time for another key. */
  async #draw() {
    const values = this.#values;
    await this.#showSteps();
    await nextTurn();
    if (values !== this.#values) return;
    await this.#compare();
    const box = this.querySelector('[data-part="chart"]');
    // Nothing is known yet: nothing is drawn, and nothing comes for it.
    const known = Object.keys(this.#texts).length + Object.keys(this.#taken).length > 0;
    if (!(box instanceof HTMLElement) || (box.hidden && !known)) return;
    const loaded = await this.late(drawing);
    await nextTurn();
    if (values === this.#values) loaded?.showChart(box, this.format, this.#computation, values);
  }

  /** Shows how it follows, where that is open. */
  async #showSteps() {
    const box = part(this, "steps", HTMLDetailsElement);
    if (!box.open) return;
    const loaded = await this.late(explaining, box);
    const asked = (/** @type {Computation} */ asking) => this.workedOut(this.#texts, asking).values;
    loaded?.showSteps(this, this.format, this.#computation, this.#values, asked);
  }

  /** Shows what she tries beside it, where that is open. */
  async #compare() {
    const box = part(this, "what-if", HTMLDetailsElement);
    if (!box.open) return;
    const loaded = await this.late(comparing, box);
    loaded?.compare({
      element: this,
      computation: this.#computation,
      journal: this.#journal,
      texts: this.#texts,
      values: this.#values,
      valuesOf: (texts) => this.workedOut(texts).values,
      edit: async (change) => {
        const kept = await this.edit(this.#store, change);
        await this.#refresh();
        return Boolean(kept);
      },
    });
  }

  /** Keeps what may stand; what may not stays on the page until it is mended. */
  async #keep() {
    clearTimeout(this.#timers.keep);
    const { wrong } = judgedTexts(this.#computation, this.#texts);
    const right = [...this.#changed].filter((id) => !wrong.has(id));
    if (!right.length) return;
    for (const id of right) this.#changed.delete(id);
    const texts = this.#texts;
    const kept = await this.edit(this.#store, (set) => {
      for (const id of right) set(sumPath(this.#id, NOW, id), texts[id]);
    });
    // What nothing took is still hers, and stays where she wrote it.
    if (!kept) for (const id of right) this.#changed.add(id);
    if (kept && !this.#changed.size) setText(part(this, "kept"), this.format("calculator.kept"));
    part(this, "undo").hidden = true;
    await this.#refresh();
  }

  async #clear() {
    this.#cleared = textsOf(await this.#store.read(), this.#computation, NOW);
    this.#changed.clear();
    for (const field of this.#fields?.all ?? []) field.removeAttribute("aria-invalid");
    const kept = await this.#write(Object.keys(this.#cleared).map((id) => [id, null]));
    setText(part(this, "kept"), kept ? this.format("calculator.cleared") : "");
    part(this, "undo").hidden = false;
    part(this, "undo").focus();
  }

  async #undo() {
    const kept = await this.#write(Object.entries(this.#cleared));
    setText(part(this, "kept"), kept ? this.format("calculator.kept") : "");
    part(this, "undo").hidden = true;
    part(this, "clear").focus();
  }

  /** @param {[string, string | null][]} texts  by input */
  async #write(texts) {
    const kept = await this.edit(this.#store, (set) => {
      for (const [id, text] of texts) set(sumPath(this.#id, NOW, id), text);
    });
    await this.#refresh();
    return kept;
  }

  /** Opens the steps that lead to one result. @param {Element} target */
  async #explain(target) {
    const output = target.closest("[data-how]")?.getAttribute("data-how");
    if (!output) return;
    part(this, "steps", HTMLDetailsElement).open = true;
    (await this.late(explaining, target))?.explain(this, this.format, this.#computation, output);
  }

  /** @param {string} name @param {number} time @param {() => void} act */
  #later(name, time, act) {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(act, time);
  }
}

/** @returns {Promise<void>} once what waits had its turn, a key before all */
function nextTurn() {
  return new Promise((done) => {
    setTimeout(done);
  });
}

customElements.define("portal-calculator", Calculator);
