// <portal-partner-form>: an organisation fills in what it does; ends in a partner file. The draft stays on this device.
/** @import {Form} from "../../core/intake/form-types.js" */
/** @import {Fault, Partner, Offer} from "../../core/intake/partner-file.js" */
/** @import {Model} from "../../core/model-types.js" */
import { fileAdvice } from "../../core/intake/partner-advice.js";
import { faultsOf } from "../../core/intake/partner-faults.js";
import { completed, partnerId, tidied, writePartner } from "../../core/intake/partner-file.js";
import { Draft } from "./draft.js";
import { showAdvice } from "../../base/advice-list.js";
import { showAppearing, showCard } from "./preview.js";
import { numberBlocks, serviceBlock } from "./service-block.js";
import { letterOf } from "./letter.js";
import { endReview, isSame, openAnswer, reviewAnswers, unlooked } from "./review.js";
import { tellFaults } from "../../base/form-faults.js";
import { completeAddress, fill, openAnswered, read } from "../../base/form-fields.js";
import { dataAt, part, setText, today } from "../../base/page-parts.js";
import { bringWords } from "../../base/words.js";
import { PortalElement } from "../../base/portal-element.js";
import { showWaysOut } from "../../base/ways-to-send.js";

/** @typedef {{element: PortalElement, form: Form, model: Model, changed: () => void}} PartnerFormPage */

class PartnerForm extends PortalElement {
  /** @type {PartnerFormPage | null} */
  #page = null;
  /** What the file of a partner says that the form does not ask. @type {Partner} */
  #base = {};
  #change = "";
  #draft = new Draft("", {});
  /** @type {{node: HTMLElement, read: () => Offer}[]} */
  #services = [];
  /**
   * Those that hold something: what is told of offers counts these.
   * @type {{node: HTMLElement, read: () => Offer}[]}
   */
  #filled = [];
  #tried = false;

  async connected() {
    part(this, "without").hidden = true;
    const came = await this.#load();
    part(this, "without").hidden = came;
    if (!came) return;
    const draft = await this.#draft.restore();
    this.listen("form", "input", () => this.#changed());
    this.listen("form", "change", (event) => {
      completeAddress(event);
      this.#changed();
    });
    this.listen("form", "submit", () => (part(this, "second").hidden ? this.#further() : this.#finish()));
    this.listen("rest", "click", () => this.#restIsRight());
    this.listen("add", "click", () => this.#add({}).node.querySelector("input")?.focus());
    this.listen("erase", "click", () => this.#erase());
    this.listen("again", "click", () => this.#show(false));
    this.listen(window, "hashchange", () => {
      if (asked("change") && asked("change") !== this.#change) location.reload();
    });
    this.#start(draft ?? this.#first());
    this.#form.hidden = false;
  }

  /** Loads the form, and the file of the partner that is changed. @returns {Promise<boolean>} whether all of it came */
  async #load() {
    const load = /** @type {() => Promise<Form>} */ (dataAt(this.dataset.form));
    const [form, came] = await Promise.all([this.late(load), this.loadModel()]);
    if (!form || !came) return false;
    await bringWords(this, []);
    const change = asked("change");
    if (form.partners.includes(change) && !(await this.#open(change))) return false;
    this.#page = { element: this, form, model: this.model, changed: () => this.#changed() };
    this.#draft = new Draft(this.#change, this.#base);
    return true;
  }

  /** Opens the file of a partner, to be changed. @param {string} id @returns {Promise<boolean>} whether it came */
  async #open(id) {
    const load = /** @type {() => Promise<Partner>} */ (dataAt(`${this.dataset.root}../partners/${id}.json`));
    const base = await this.late(load);
    if (!base) return false;
    [this.#base, this.#change] = [base, id];
    setText(part(document, "title"), this.dataset.changeTitle ?? "");
    return true;
  }

  get #form() {
    return part(this, "form", HTMLFormElement);
  }

  /** What the form begins with: the file to change, or the step that somebody can help with. @returns {Partner} */
  #first() {
    const task = asked("task");
    if (this.#change || !this.#page?.form.tasks.includes(task)) return this.#base;
    return { services: [{ helps_with: [task] }] };
  }

  /** @param {Partner} tree */
  #start(tree) {
    for (const { node } of this.#services.splice(0)) node.remove();
    endReview(this);
    fill(this.#form, "", tree);
    if (this.#change) reviewAnswers(this, this.#form, "", this.#base, tree);
    for (const service of tree.services?.length ? tree.services : [{}]) this.#add(service);
    openAnswered(this.#form);
    part(this, "own-state", HTMLDetailsElement).open = Boolean(tree.paused || tree.left);
    this.#ask(Boolean(this.#change || tree.kind || tree.contact || tree.area));
    this.#changed(false);
  }

  /** Asks the first questions alone, or the others too. @param {boolean} all */
  #ask(all) {
    for (const name of ["second", "last"]) part(this, name).hidden = !all;
    part(this, "further").hidden = all;
  }

  /** Goes on to the other questions once the first are answered; what is wrong further on is not told before. */
  #further() {
    const faults = this.#faults(this.#tree());
    this.#tell(faults);
    if (faults.length) return part(this, "faults").focus();
    this.#ask(true);
    part(this, "second").querySelector("h2")?.focus();
  }

  /** @param {Offer} tree */
  #add(tree) {
    const block = serviceBlock(/** @type {PartnerFormPage} */ (this.#page), tree, () => this.#remove(block));
    this.#services.push(block);
    part(this, "services").append(block.node);
    const before = tree.id && this.#base.services?.find(({ id }) => id === tree.id);
    if (before) reviewAnswers(this, block.node, "services.", before, tree);
    numberBlocks(this, this.#services);
    return block;
  }

  /** @param {{node: HTMLElement, read: () => Offer}} block */
  #remove(block) {
    this.#services.splice(this.#services.indexOf(block), 1);
    block.node.remove();
    numberBlocks(this, this.#services);
    this.#changed();
    /** @type {HTMLElement | null} */ (this.querySelector("#join-services"))?.focus();
  }

  /** What is filled in, on top of what the file said besides. @returns {Partner} */
  #tree() {
    const tree = read(this.#form, "", structuredClone(this.#base));
    this.#filled = this.#services.filter((service) => Object.keys(tidied(service.read())).length);
    // Without any offer the first one is where something is missing.
    if (!this.#filled.length) this.#filled = this.#services.slice(0, 1);
    tree.services = this.#filled.map((service) => service.read());
    // Who fills in the form says that it holds today.
    if (tree.confirmed) delete tree.confirmed.on;
    const whole = tidied(tree);
    return whole.services ? whole : { ...whole, services: [{}] };
  }

  #changed(keep = true) {
    const { form, model } = /** @type {PartnerFormPage} */ (this.#page);
    const tree = this.#tree();
    if (keep) this.#draft.save(tree);
    showCard(this, tree, form);
    showAppearing(this, tree, model, this.#change);
    if (this.#tried) this.#tell(this.#faults(tree));
    this.#countUnlooked();
  }

  /** What is wrong with the answers to what is asked by now. @param {Partner} tree @returns {Fault[]} */
  #faults(tree) {
    const { form } = /** @type {PartnerFormPage} */ (this.#page);
    return faultsOf(tree, form).filter(({ path }) => !this.#placeOf(path)?.closest("[hidden]"));
  }

  /** Says how many of the answers that stand nobody looked at. @returns {HTMLElement[]} their first choices */
  #countUnlooked() {
    const left = unlooked(this);
    part(this, "unlooked").hidden = !left.length;
    setText(part(this, "left"), this.format("review.left", { count: left.length }));
    return left;
  }

  #restIsRight() {
    for (const choice of unlooked(this)) choice.click();
    part(this, "last").querySelector("button")?.focus();
  }

  #erase() {
    this.#draft.discard();
    this.#tried = false;
    this.#tell([]);
    this.#start(this.#base);
    setText(part(this, "told"), this.format("join.wiped"));
  }

  #finish() {
    const page = /** @type {PartnerFormPage} */ (this.#page);
    const tree = this.#tree();
    const faults = this.#faults(tree);
    this.#tried = true;
    this.#tell(faults);
    if (faults.length) return part(this, "faults").focus();
    // Whoever sends it says that all of it holds, so nothing is left that nobody looked at.
    if (this.#countUnlooked().length) return part(this, "unlooked").focus();
    const right = this.#change && isSame(tree, tidied(this.#base));
    const whole = completed(tree, today(), page.form);
    const id = this.#change || partnerId(tree, new Set(page.form.partners), page.form);
    const text = writePartner(whole, page.form);
    showWaysOut(this, page.form, {
      subject: this.format(right ? "review.subject" : "join.subject", { name: tree.name ?? "" }),
      message: letterOf(page, tree, this.#change, right ? today() : ""),
      file: { path: `partners/${id}.yml`, text, there: Boolean(this.#change) },
      kept: { name: `${id}.yml`, type: "application/yaml", text },
    });
    showAdvice(this, fileAdvice(tree, page.form), page.form.language_names);
    this.#show(true);
  }

  /** @param {boolean} done */
  #show(done) {
    this.#form.hidden = done;
    part(this, "done").hidden = !done;
    if (done) part(this, "done-title").focus();
    else this.querySelector("input")?.focus();
  }

  /** @param {Fault[]} faults */
  #tell(faults) {
    tellFaults(this, faults, (path) => this.#placeOf(path), "#join-services");
    for (const ask of this.querySelectorAll("[data-folded]:has([aria-invalid])")) openAnswer(ask);
  }

  /**
   * Finds the question behind a path; a text that is missing is asked in the language of the page.
   * @param {string} path
   * @returns {HTMLElement | null}
   */
  #placeOf(path) {
    const [, number, rest] = /^services\.(\d+)\.(.*)$/.exec(path) ?? [];
    const [scope, key] = number ? [this.#filled[Number(number)].node, `services.${rest}`] : [this.#form, path];
    const places = [key, `${key}.${this.dataset.language}`].map((ask) => scope.querySelector(`[data-ask="${ask}"]`));
    return /** @type {HTMLElement | null} */ (places.find(Boolean) ?? null);
  }
}

/** What the address asks for: a partner to change, or a task; empty where it asks for nothing. @param {string} name */
function asked(name) {
  return new URLSearchParams(location.hash.slice(1)).get(name) ?? "";
}

customElements.define("portal-partner-form", PartnerForm);
