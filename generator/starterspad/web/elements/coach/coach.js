// <portal-coach>: the plans of many starters side by side, in the memory of this page and nowhere else.
/** @import {Desk, Opened} from "./open-plan.js" */
import { PLAN_LINK } from "../../core/constants.js";
import { coachNeeds, compareNeeds } from "../../core/plan/coach-needs.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { servicesNamed } from "../../core/plan/words.js";
import { asFile, fileNameOf, nameIn } from "../../core/journal/journal-file.js";
import { fromFile } from "../../core/journal/passed-on.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { download, firstOf, part, today, tooLong } from "../../base/page-parts.js";
import { bringWords } from "../../base/words.js";
import { PortalElement } from "../../base/portal-element.js";
import { showColumns, turnTo } from "./columns.js";
import { Drafts, draftKey } from "./drafts.js";
import { showNeeds } from "./needs.js";
import { closeSums, showPlan } from "./open-plan.js";
import { forgetSheets, printPlans } from "./paper.js";
import { addDrafts, comment, suggest } from "./writing.js";

const codec = () => import("../../core/formats/url-codec.js");

// As many columns as a desk shows without rolling sideways.
const BESIDE = 5;

class Coach extends PortalElement {
  /** @type {Opened[]} */
  #plans = [];
  /** @type {Opened | null} the one whose steps are shown */
  #shown = null;
  /** @type {string | undefined} the step that is shown alone */
  #only;
  /** Which plan stands in the first column. */
  #first = 0;
  #drafts = new Drafts();
  /** Whether the coach was warned that something is not saved. */
  #warned = false;
  /** @type {Desk} */
  #desk = {
    element: this,
    drafts: this.#drafts,
    show: (opened, step) => this.#show(opened, step),
    comment: (opened, field, text) => this.#comment(opened, field, text),
    typed: () => this.#count(),
  };

  async connected() {
    if (!(await this.loadModel())) return;
    part(this, "without").hidden = true;
    part(this, "desk").hidden = false;
    this.listen("files", "change", () => this.#openFiles());
    this.listen("link-form", "submit", () => this.#openLink());
    this.listen("more", "click", () => this.#turn());
    this.listen("all-steps", "click", () => this.#shown && this.#show(this.#shown));
    this.listen("which", "change", () => this.#keepSuggestion());
    this.listen("why", "input", () => this.#keepSuggestion());
    this.listen("suggest", "submit", () => this.#suggest());
    this.listen("save", "click", () => this.#shown && this.#save([this.#shown]));
    this.listen("save-all", "click", () => this.#save(this.#unsaved));
    this.listen("print", "click", () => printPlans(this, this.#plans));
    this.listen("close", "click", () => this.#close());
    this.listen(window, "beforeunload", (event) => {
      if (this.#unsaved.length) event.preventDefault();
    });
    const you = part(this, "you", HTMLInputElement);
    you.value = this.#drafts.you;
    this.listen("you", "input", () => {
      this.#drafts.you = you.value;
    });
    if (this.#drafts.any) this.#tell(this.format("coach.drafts_wait"));
  }

  /** What the coach wrote in, added or only typed, and did not save. */
  get #unsaved() {
    return this.#plans.filter(({ changed, key }) => changed || Object.keys(this.#drafts.of(key)).length);
  }

  /** @param {string} words */
  #tell(words) {
    part(this, "told").textContent = words;
  }

  async #openFiles() {
    const field = part(this, "files", HTMLInputElement);
    const files = [...(field.files ?? [])];
    const texts = await Promise.all(files.map((file) => file.text()));
    await this.#take(files.map(({ name }, place) => ({ name: name.replace(/\.json$/, ""), text: texts[place] })));
    field.value = "";
  }

  async #openLink() {
    const field = part(this, "link", HTMLInputElement);
    const loaded = await this.late(codec, part(this, "link-form"));
    if (!loaded) return;
    await this.#take([{ name: "", text: (await loaded.carriedText(field.value, PLAN_LINK)) ?? "" }]);
    field.value = "";
  }

  /** @param {{name: string, text: string}[]} files */
  async #take(files) {
    const { format, model } = this;
    await this.bringMoney(files.map(({ text }) => text).join(" "));
    const bad = /** @type {string[]} */ ([]);
    for (const { name: file, text } of files) {
      const opened = fromFile(text, Date.now());
      if (!opened || opened.newer) {
        bad.push(file || "–");
        continue;
      }
      const journal = renamed(opened.journal, model.aliases);
      const { plan: whole } = currentPlan(model, journal);
      const plan = { ...whole, tasks: whole.tasks.filter(({ verdict }) => verdict === "yes") };
      const ids = plan.tasks.map(({ id }) => id);
      const needs = coachNeeds(model, journal, ids, today());
      const name = nameIn(journal) || file || format("coach.unnamed", { number: this.#plans.length + 1 });
      this.#plans.push({ name, file, key: draftKey(journal, file), journal, plan, needs, changed: false });
    }
    const named = this.#plans.flatMap(({ journal }) => servicesNamed(journal));
    await bringWords(this, named);
    const words = bad.length ? `${format("coach.bad", { names: bad.join(", ") })} ` : "";
    this.#tell(words + format("coach.opened", { count: this.#plans.length }));
    this.#plans.sort((left, right) => compareNeeds(left.needs[0], right.needs[0]));
    this.#first = 0;
    this.#list();
    part(this, "told").focus();
  }

  /** The plans that stand side by side now. */
  get #beside() {
    return this.#plans.slice(this.#first, this.#first + BESIDE);
  }

  #list() {
    const count = this.#plans.length;
    part(this, "opened").hidden = !count;
    part(this, "intro").hidden = count > 0;
    part(this, "desk", HTMLDetailsElement).open = !count;
    part(this, "pager").hidden = count <= BESIDE;
    const last = this.#first + this.#beside.length;
    part(this, "pager-words").textContent = this.format("coach.of", { first: this.#first + 1, last, count });
    showNeeds(this.#desk, this.#plans);
    showColumns(this.#desk, this.#beside);
    turnTo(this, 0);
    this.#count();
  }

  /** Shows the next five; after the last the first again. */
  #turn() {
    this.#first = this.#first + BESIDE < this.#plans.length ? this.#first + BESIDE : 0;
    this.#list();
  }

  /** Says how many files there are to save besides the one that is shown. */
  #count() {
    const unsaved = this.#unsaved;
    this.#warned = false;
    part(this, "save").hidden = !this.#shown;
    part(this, "save").textContent = this.format("coach.save_of", { name: this.#shown?.name ?? "" });
    part(this, "save-all").hidden = unsaved.every((opened) => opened === this.#shown);
    part(this, "save-all").textContent = this.format("coach.save_all", { count: unsaved.length });
  }

  /** @param {Opened} opened @param {string} [step]  to write with */
  #show(opened, step) {
    const place = this.#plans.indexOf(opened);
    if (!this.#beside.includes(opened)) {
      this.#first = place - (place % BESIDE);
      this.#list();
    }
    [this.#shown, this.#only] = [opened, step];
    part(this, "saved").textContent = "";
    turnTo(this, place - this.#first);
    showPlan(this.#desk, opened, step);
    this.#count();
    const row = step && this.querySelector(`[data-step="${CSS.escape(step)}"]`);
    if (!row) return part(this, "plan-title").focus();
    firstOf(row, "details").open = true;
    part(row, "comment").focus();
  }

  /** @param {Opened} opened @param {string} field @param {string} text */
  #comment(opened, field, text) {
    comment(this.#desk, opened, field, text);
    showPlan(this.#desk, opened, this.#only);
    this.#count();
    firstOf(part(this, "plan").querySelector(`[data-field="${CSS.escape(field)}"]`) ?? this, "summary").focus();
  }

  #keepSuggestion() {
    const opened = this.#shown;
    if (!opened) return;
    const [which, why] = [part(this, "which", HTMLSelectElement).value, part(this, "why", HTMLTextAreaElement).value];
    this.#drafts.keep(opened.key, "which", which);
    this.#drafts.keep(opened.key, "why", why);
    const kept = (which || why.trim()) && !tooLong(part(this, "why", HTMLTextAreaElement));
    part(this, "why-kept").textContent = kept ? this.format("coach.kept") : "";
    this.#count();
  }

  #suggest() {
    const opened = this.#shown;
    if (!opened) return;
    const why = part(this, "why", HTMLTextAreaElement);
    if (tooLong(why)) return why.focus();
    if (!suggest(this.#desk, opened)) return part(this, "which").focus();
    this.#show(opened);
  }

  /** Saves plans, each in its file, with what was typed and not added. @param {Opened[]} plans */
  #save(plans) {
    let added = 0;
    for (const opened of plans) {
      added += addDrafts(this.#desk, opened);
      const { file, journal } = opened;
      const name = nameIn(journal) || !file ? fileNameOf(journal, today()) : `${file}.json`;
      download(name, "application/json", asFile(journal));
      opened.changed = false;
    }
    // What was typed is advice now, and stands with its step.
    if (added && this.#shown) showPlan(this.#desk, this.#shown, this.#only);
    this.#count();
    const words = [this.format("coach.saved", { count: plans.length })];
    if (added) words.push(this.format("coach.added_too", { count: added }));
    if (plans.some((opened) => this.#unsaved.includes(opened))) words.push(this.format("limit.left_out"));
    part(this, "saved").textContent = words.join(" ");
  }

  /** Nothing of the plans stays, not in the page either. What is not saved is told once before it goes. */
  #close() {
    const names = this.#unsaved.map(({ name }) => name).join(", ");
    if (names && !this.#warned) {
      this.#warned = true;
      part(this, "saved").textContent = this.format("coach.unsaved", { names });
      return;
    }
    this.#drafts.clear();
    [this.#plans, this.#shown, this.#only, this.#first] = [[], null, undefined, 0];
    forgetSheets();
    const parts = ["tasks", "book", "suggestions", "plan-answers", "helpers", "plan-title", "saved", "which"];
    for (const name of parts) part(this, name).replaceChildren();
    closeSums(this);
    part(this, "why", HTMLTextAreaElement).value = "";
    part(this, "you", HTMLInputElement).value = "";
    part(this, "plan").hidden = true;
    this.#list();
    this.#tell(this.format("coach.closed"));
    part(this, "told").focus();
  }
}

customElements.define("portal-coach", Coach);
