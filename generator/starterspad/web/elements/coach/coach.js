// <portal-coach>: the plans of many starters side by side, in the memory of this page and nowhere else.
/** @import {Advice} from "../../core/journal/journal-queries.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
import { PLAN_LINK } from "../../core/constants.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { valueAt, write } from "../../core/journal/journal.js";
import { progressOf } from "../../core/plan/plan.js";
import { asFile, fromFile } from "../../core/journal/journal-file.js";
import { adviceOf, appointmentsOf, asideOf, doneOf, stateOf } from "../../core/journal/journal-queries.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { newName } from "../../store/journal-store.js";
import { momentOf, titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, dateOf, download, firstOf, part, textOf, today } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

/**
 * @typedef {{name: string, journal: Journal, changed: boolean}} Opened
 *   changed: the coach wrote in it since it was last saved
 */

const codec = () => import("../../core/formats/url-codec.js");
const printedSheet = () => import("../../base/printed-sheet.js");

class Coach extends PortalElement {
  /** @type {Opened[]} */
  #plans = [];
  /** @type {Opened | null} the one whose steps are shown */
  #shown = null;
  #by = newName();

  async connected() {
    if (!(await this.loadModel())) return;
    part(this, "without").hidden = true;
    part(this, "desk").hidden = false;
    this.listen("files", "change", () => this.#openFiles());
    this.listen("link-form", "submit", () => this.#openLink());
    this.listen("suggest", "submit", () => this.#suggest());
    this.listen("save", "click", () => this.#save());
    this.listen("print", "click", () => this.#print());
    this.listen("close", "click", () => this.#close());
    this.listen(window, "beforeunload", (event) => {
      if (this.#plans.some(({ changed }) => changed)) event.preventDefault();
    });
  }

  /** @param {string} words */
  #tell(words) {
    part(this, "told").textContent = words;
  }

  async #openFiles() {
    const field = part(this, "files", HTMLInputElement);
    const files = [...(field.files ?? [])];
    const texts = await Promise.all(files.map((file) => file.text()));
    this.#take(files.map(({ name }, place) => ({ name: name.replace(/\.json$/, ""), text: texts[place] })));
    field.value = "";
  }

  async #openLink() {
    const field = part(this, "link", HTMLInputElement);
    const loaded = await this.late(codec, part(this, "link-form"));
    if (!loaded) return;
    const [, packed = ""] = field.value.trim().split(PLAN_LINK);
    this.#take([{ name: "", text: (await loaded.unpack(packed)) ?? "" }]);
    field.value = "";
  }

  /** @param {{name: string, text: string}[]} files */
  #take(files) {
    const format = this.format;
    /** @type {string[]} */
    const bad = [];
    for (const { name, text } of files) {
      const opened = fromFile(text, Date.now());
      if (!opened || opened.newer) {
        bad.push(name || "–");
        continue;
      }
      const journal = renamed(opened.journal, this.model.aliases);
      const own = valueAt(journal, "plan/name");
      const title =
        (typeof own === "string" && own) || name || format("coach.unnamed", { number: this.#plans.length + 1 });
      this.#plans.push({ name: title, journal, changed: false });
    }
    const words = bad.length ? `${format("coach.bad", { names: bad.join(", ") })} ` : "";
    this.#tell(words + format("coach.opened", { count: this.#plans.length }));
    this.#list();
    part(this, "told").focus();
  }

  #list() {
    part(this, "opened").hidden = !this.#plans.length;
    part(this, "rows").replaceChildren(...this.#plans.map((opened) => this.#row(opened)));
  }

  /** @param {Opened} opened */
  #row(opened) {
    const format = this.format;
    const { journal, name } = opened;
    const plan = this.#planOf(journal);
    const { done, count, next } = progressOf(plan, doneOf(journal), asideOf(journal));
    const [last] = [...doneOf(journal)]
      .map((id) => ({ id, at: journal.fields[`tasks/${id}/state`].at[0] }))
      .sort((left, right) => right.at - left.at);
    const row = copyTemplate(this, "row");
    part(row, "name").textContent = name;
    part(row, "progress").textContent = format("coach.figures", { done, count });
    const day = (/** @type {number} */ at) => dateOf(new Date(at).toISOString().slice(0, 10));
    const words = last && `${textOf(titleOf(this.model, journal, last.id))} (${day(last.at)})`;
    part(row, "last").textContent = words || format("coach.nothing");
    const appointment = appointmentsOf(journal).find((meeting) => meeting.day >= today() && !meeting.outcome);
    part(row, "next").textContent = appointment ? momentOf(appointment, this.model, format) : format("coach.nothing");
    const latest = Math.max(0, ...Object.values(journal.fields).map(({ at }) => at[0]));
    const step = next ? textOf(titleOf(this.model, journal, next.id)) : "";
    part(row, "stuck").textContent = next ? format("coach.since", { step, day: day(latest) }) : format("coach.nothing");
    part(row, "open").addEventListener("click", () => this.#show(opened));
    return row;
  }

  /** @param {Journal} journal */
  #planOf(journal) {
    const { plan } = currentPlan(this.model, journal);
    return { ...plan, tasks: plan.tasks.filter(({ verdict }) => verdict === "yes") };
  }

  /** @param {Opened} opened @param {string} [focus]  the step to go back to */
  #show(opened, focus) {
    this.#shown = opened;
    const { journal, name } = opened;
    part(this, "plan").hidden = false;
    part(this, "plan-title").textContent = this.format("coach.plan_of", { name });
    const { tasks } = this.#planOf(journal);
    const shown = new Set(tasks.map(({ id }) => id));
    const rest = this.model.tasks.filter(({ id }) => !shown.has(id));
    part(this, "which").replaceChildren(...rest.map(({ id, title }) => new Option(textOf(title), id)));
    const suggested = adviceOf(journal).filter(({ suggests }) => suggests);
    part(this, "suggestions").replaceChildren(...suggested.map((advice) => this.#line(advice)));
    part(this, "tasks").replaceChildren(...tasks.map(({ id }) => this.#step(opened, id)));
    const step = focus && this.querySelector(`[data-step="${CSS.escape(focus)}"]`);
    (step ? firstOf(step, "summary") : part(this, "plan-title")).focus();
  }

  /** @param {Opened} opened @param {string} id */
  #step(opened, id) {
    const format = this.format;
    const { journal } = opened;
    const row = copyTemplate(this, "step");
    row.dataset.step = id;
    row.dataset.state = stateOf(journal, id);
    part(row, "title").textContent = textOf(titleOf(this.model, journal, id));
    part(row, "state").textContent = format(`state.${stateOf(journal, id)}`);
    const moments = appointmentsOf(journal).filter(({ task, outcome }) => task === id && !outcome);
    part(row, "moments").textContent = moments
      .map((appointment) => momentOf(appointment, this.model, format))
      .join("; ");
    part(row, "moments").hidden = !moments.length;
    part(row, "notes").textContent = [valueAt(journal, `tasks/${id}/notes`), valueAt(journal, `tasks/${id}/why`)]
      .filter(Boolean)
      .join(" · ");
    const about = adviceOf(journal).filter(({ task, suggests }) => !suggests && task === id);
    part(row, "advice").append(...about.map((advice) => this.#line(advice)));
    firstOf(row, "form").addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      const text = part(row, "comment", HTMLTextAreaElement).value.trim();
      if (text) this.#advise({ task: id, text }, id);
    });
    return row;
  }

  /** @param {Advice} advice */
  #line({ by, day, text, suggests, answer }) {
    const format = this.format;
    const line = document.createElement("li");
    const step = suggests ? textOf(titleOf(this.model, /** @type {Opened} */ (this.#shown).journal, suggests)) : "";
    const who = format("advice.who", { name: by || format("advice.coach"), day: dateOf(day) });
    line.textContent = [
      who,
      suggests && format("advice.suggests", { step }),
      text,
      `(${format(`coach.${answer || "pending"}`)})`,
    ]
      .filter(Boolean)
      .join(" ");
    return line;
  }

  #suggest() {
    const suggests = part(this, "which", HTMLSelectElement).value;
    const why = part(this, "why", HTMLTextAreaElement);
    const text = why.value.trim();
    why.value = "";
    if (suggests) this.#advise(text ? { suggests, text } : { suggests });
  }

  /** Writes advice into the plan that is shown. @param {Record<string, string>} advice @param {string} [focus] */
  #advise(advice, focus) {
    const opened = this.#shown;
    if (!opened) return;
    const at = `advice/${newName()}`;
    const by = part(this, "you", HTMLInputElement).value.trim();
    for (const [name, value] of Object.entries({ ...advice, day: today(), ...(by ? { by } : {}) })) {
      write(opened.journal, `${at}/${name}`, value, { now: Date.now(), by: this.#by });
    }
    opened.changed = true;
    this.#show(opened, focus);
  }

  #save() {
    const opened = this.#shown;
    if (!opened) return;
    download(`${opened.name}.json`, "application/json", asFile(opened.journal));
    opened.changed = false;
    this.#tell(this.format("coach.saved"));
  }

  async #print() {
    const loaded = await this.late(printedSheet, part(this, "print"));
    if (!loaded) return;
    /** @type {NodeListOf<HTMLElement>} */
    const [first, ...others] = this.querySelectorAll(".print-sheet");
    for (const sheet of others) sheet.remove();
    this.#plans.forEach(({ name, journal }, place) => {
      const sheet = place ? /** @type {HTMLElement} */ (first.cloneNode(true)) : first;
      loaded.fillSheet(this, sheet, this.model, journal, { name, notes: true });
      if (place) this.append(sheet);
    });
    document.documentElement.classList.add("prints-plan");
    addEventListener("afterprint", () => document.documentElement.classList.remove("prints-plan"), { once: true });
    print();
  }

  /** Nothing of the plans stays, not in the page either. */
  #close() {
    [this.#plans, this.#shown] = [[], null];
    for (const sheet of this.querySelectorAll(".print-sheet ~ .print-sheet")) sheet.remove();
    const sheet = ["name", "date", "answers", "phases"].map((name) => `sheet-${name}`);
    for (const name of [...sheet, "rows", "tasks", "suggestions", "plan-title"]) part(this, name).replaceChildren();
    part(this, "plan").hidden = true;
    this.#list();
    this.#tell(this.format("coach.closed"));
    part(this, "told").focus();
  }
}

customElements.define("portal-coach", Coach);
