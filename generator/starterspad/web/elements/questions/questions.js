// <portal-questions>: one question a page, made of the form that the server sent.
/** @import {Question} from "../../core/model-types.js" */
/** @import {Answers} from "../../core/plan-types.js" */
import { writeAddress } from "../../base/address.js";
import {
  askedQuestions,
  firstUnanswered,
  lengthFrom,
  nextScreen,
  questionsInTurn,
  screens,
  wayOut,
} from "../../core/rules/questionnaire.js";
import { exclusiveChoice } from "../../core/rules/exclusive-choice.js";
import { answering } from "../../core/plan/plan-changes.js";
import { answersOf } from "../../core/journal/journal-queries.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { JournalStore } from "../../store/journal-store.js";
import { firstOf, part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";
import { answerRows } from "./answer-rows.js";

const consequences = () => import("./answer-consequences.js");

/** @typedef {{screen: string, fromCheck: boolean, depth: number}} Step  One entry of the browser's history. */

class Questions extends PortalElement {
  #journal = new JournalStore();
  /** @type {Answers} */
  #answers = {};
  /** @type {Step} */
  #step = { screen: "", fromCheck: false, depth: 0 };
  #siteTitle = document.title;

  /** @param {AbortSignal} signal */
  async connected(signal) {
    if (!(await this.loadModel())) return;
    this.#answers = answersOf(renamed(await this.#journal.read(), this.model.aliases));
    const form = firstOf(this, "form");
    this.listen(form, "submit", () => this.#continue());
    this.listen(form, "change", ({ target }) => this.#keepExclusive(target));
    this.listen("back", "click", (event) => this.#back(event));
    this.listen("error-link", "click", (event) => this.#focusFirst(event));
    this.listen(window, "popstate", () => this.#restore());
    addEventListener("pageshow", (event) => event.persisted && this.#reload(), { signal });
    part(this, "without-script").hidden = true;
    form.hidden = false;
    this.#restore(false);
  }

  /** @returns {Question | undefined} */
  get #question() {
    return this.model.questions.find(({ id }) => id === this.#step.screen);
  }

  /** The fieldset or section of the current screen. */
  get #section() {
    const screen = CSS.escape(this.#step.screen);
    const section = this.querySelector(`[data-question="${screen}"], [data-screen="${screen}"]`);
    return /** @type {HTMLElement} */ (section);
  }

  async #reload() {
    this.#answers = answersOf(renamed(await this.#journal.read(), this.model.aliases));
    this.#restore();
  }

  /** Shows the screen that the address asks for, or the first question that is still open. */
  #restore(moveFocus = true) {
    const wanted = location.hash.slice(1);
    // What is assumed is on no screen in turn, and may be answered all the same.
    const asked = askedQuestions(this.model, this.#answers).map(({ id }) => id);
    const known = [...screens(this.model, this.#answers), ...asked].includes(wanted);
    const screen = known ? wanted : firstUnanswered(this.model, this.#answers);
    const state = known && history.state?.screen === screen ? history.state : { screen, fromCheck: false, depth: 0 };
    writeAddress(state, `#${screen}`);
    this.#show(state, moveFocus);
  }

  /** @param {string} screen @param {boolean} fromCheck */
  #go(screen, fromCheck = false) {
    const step = { screen, fromCheck, depth: this.#step.depth + 1 };
    writeAddress(step, `#${screen}`, "pushState");
    this.#show(step, true);
  }

  /** @param {Step} step @param {boolean} moveFocus */
  #show(step, moveFocus) {
    this.#step = step;
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (
      this.querySelectorAll("[data-question], [data-screen]")
    )) {
      section.hidden = true;
    }
    this.#showError("");
    this.#section.hidden = false;
    part(this, "changing").hidden = true;
    part(this, "actions").hidden = false;
    this.#fillIn();
    this.#showProgress();
    if (step.screen === "check") {
      const change = (/** @type {string} */ id) => this.#go(id, true);
      part(this, "answers").replaceChildren(...answerRows(this, this.model, this.#answers, change));
    }
    const heading = firstOf(this.#section, "h1");
    document.title = `${heading.textContent} · ${this.#siteTitle.split(" · ").at(-1)}`;
    if (moveFocus) {
      scrollTo(0, 0);
      heading.focus();
    }
  }

  #fillIn() {
    const chosen = this.#answers[this.#step.screen] ?? [];
    for (const input of this.#section.querySelectorAll("input")) input.checked = chosen.includes(input.value);
  }

  #showProgress() {
    const format = this.format;
    const { screen } = this.#step;
    const { number, stop, certain } = lengthFrom(this.model, this.#answers, screen);
    const free = number > stop;
    const said = free ? "free" : certain ? "progress" : "progress_most";
    part(this, "progress").textContent = number ? format(`questions.${said}`, { number, count: stop }) : "";
    // The path until she may stop, a stone for each question: the words below say the same.
    const asked = questionsInTurn(this.model, this.#answers).map(({ id }) => id);
    part(this, "stones").replaceChildren(
      ...Array.from({ length: number && !free ? stop : 0 }, (_, place) => {
        const stone = document.createElement("li");
        stone.classList.toggle("done", asked[place] in this.#answers);
        stone.classList.toggle("here", place + 1 === number);
        return stone;
      }),
    );
    part(this, "stop").hidden = !free;
    for (const about of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-about]"))) {
      about.hidden = about.dataset.about !== screen;
    }
    const words = { enough: "continue_answering", check: "show_plan" }[screen] ?? "continue";
    part(this, "continue").textContent = format(`questions.${words}`);
    part(this, "continue").classList.toggle("md-button--primary", screen !== "enough");
  }

  async #continue() {
    const { screen, fromCheck } = this.#step;
    const question = this.#question;
    if (screen === "check") {
      location.href = this.dataset.plan ?? "";
      return;
    }
    if (question) {
      const chosen = this.#chosen();
      if (!chosen.length) {
        this.#showError(this.format(question.several ? "questions.choose_some" : "questions.choose_one"));
        part(this, "errors").focus();
        return;
      }
      const agreed = await this.#agreed(question.id, chosen);
      if (agreed === undefined) return;
      if (!agreed) return this.#show(this.#step, true);
      this.#answers[question.id] = chosen;
      const before = renamed(await this.#journal.read(), this.model.aliases);
      const journal = await this.edit(this.#journal, answering(this.model, before, question.id, chosen));
      if (journal) this.#answers = answersOf(renamed(journal, this.model.aliases));
      const out = wayOut(question, chosen);
      if (out) {
        location.href = `${this.dataset.root}${out}`;
        return;
      }
    }
    this.#go(nextScreen(this.model, this.#answers, screen, fromCheck), fromCheck);
  }

  /**
   * Shows first what another answer would change on the plan that she has.
   * @param {string} question
   * @param {string[]} chosen
   * @returns {Promise<boolean | undefined>} undefined where what shows it did not come: then nothing changes
   */
  async #agreed(question, chosen) {
    const before = this.#answers[question];
    if (!before || `${[...before].sort()}` === `${[...chosen].sort()}`) return true;
    const loaded = await this.late(consequences, part(this, "actions"));
    if (!loaded) return undefined;
    const journal = renamed(await this.#journal.read(), this.model.aliases);
    const asked = loaded.agreed(this, this.model, journal, question, chosen);
    this.#section.hidden = part(this, "actions").hidden = !part(this, "changing").hidden;
    return asked;
  }

  #chosen() {
    return [...this.#section.querySelectorAll("input")].flatMap(({ checked, value }) => (checked ? [value] : []));
  }

  /** @param {EventTarget | null} input */
  #keepExclusive(input) {
    const question = this.#question;
    if (!question?.several || !(input instanceof HTMLInputElement) || !input.checked) return;
    const kept = exclusiveChoice(question, this.#chosen(), input.value);
    for (const box of this.#section.querySelectorAll("input")) box.checked = kept.includes(box.value);
  }

  /** @param {string} message  empty when all is well */
  #showError(message) {
    part(this, "errors").hidden = !message;
    part(this, "error-link").textContent = message;
    for (const error of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('[data-part="error"]'))) {
      error.hidden = true;
    }
    const fieldset = this.#question ? this.#section : null;
    if (!fieldset) return;
    const hints = [...fieldset.querySelectorAll(".hint")].map(({ id }) => id);
    const error = part(fieldset, "error");
    error.textContent = message;
    error.hidden = !message;
    fieldset.setAttribute("aria-describedby", (message ? [...hints, error.id] : hints).join(" "));
  }

  /** @param {Event} event */
  #focusFirst(event) {
    event.preventDefault();
    firstOf(this.#section, "input").focus();
  }

  /** @param {Event} event  a click on the link that leads out of the questions when there is no way back inside */
  #back(event) {
    const all = screens(this.model, this.#answers);
    const before = all[all.indexOf(this.#step.screen) - 1];
    if (this.#step.depth > 0) {
      event.preventDefault();
      history.back();
    } else if (before) {
      event.preventDefault();
      this.#go(before);
    }
  }
}

customElements.define("portal-questions", Questions);
