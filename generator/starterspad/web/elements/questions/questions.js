// <portal-questions>: one question a page, made of the form that the server sent.
/** @import {Answers, Question} from "../../core/model-types.js" */
import {
  askedQuestions,
  exclusiveChoice,
  firstUnanswered,
  leftAtMost,
  nextScreen,
  screens,
} from "../../core/rules/questionnaire.js";
import { answering } from "../../core/plan/plan-changes.js";
import { answersOf } from "../../core/journal/journal-queries.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { JournalStore } from "../../store/journal-store.js";
import { copyTemplate, firstOf, part, textOf } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

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
    const known = screens(this.model, this.#answers).includes(wanted);
    const screen = known ? wanted : firstUnanswered(this.model, this.#answers);
    const state = known && history.state?.screen === screen ? history.state : { screen, fromCheck: false, depth: 0 };
    history.replaceState(state, "", `#${screen}`);
    this.#show(state, moveFocus);
  }

  /** @param {string} screen @param {boolean} fromCheck */
  #go(screen, fromCheck = false) {
    const step = { screen, fromCheck, depth: this.#step.depth + 1 };
    history.pushState(step, "", `#${screen}`);
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
    if (step.screen === "check") this.#listAnswers();
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
    const asked = askedQuestions(this.model, this.#answers).map(({ id }) => id);
    const number = asked.indexOf(this.#step.screen) + 1;
    const left = leftAtMost(this.model, this.#answers, this.#step.screen);
    part(this, "progress").textContent = number
      ? format(left ? "questions.progress" : "questions.last", { number, left })
      : "";
    // The path so far, a stone for each question: the words beside it say the same.
    part(this, "stones").replaceChildren(
      ...(number ? asked : []).map((id, place) => {
        const stone = document.createElement("li");
        stone.classList.toggle("done", id in this.#answers);
        stone.classList.toggle("here", place + 1 === number);
        return stone;
      }),
    );
    const words = { enough: "continue_answering", check: "show_plan" }[this.#step.screen] ?? "continue";
    part(this, "continue").textContent = format(`questions.${words}`);
    part(this, "continue").classList.toggle("md-button--primary", this.#step.screen !== "enough");
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

  #listAnswers() {
    const format = this.format;
    const rows = askedQuestions(this.model, this.#answers).map((question) => {
      const row = copyTemplate(this, "answer");
      const chosen = question.options.filter(({ id }) => this.#answers[question.id]?.includes(id));
      part(row, "title").textContent = textOf(question.title);
      part(row, "given").textContent =
        chosen.map(({ title }) => textOf(title)).join("; ") || format("questions.not_answered");
      const change = part(row, "change", HTMLAnchorElement);
      part(row, "change-what").textContent = textOf(question.title);
      change.href = `#${question.id}`;
      change.addEventListener("click", (event) => {
        event.preventDefault();
        this.#go(question.id, true);
      });
      return row;
    });
    part(this, "answers").replaceChildren(...rows);
  }
}

customElements.define("portal-questions", Questions);
