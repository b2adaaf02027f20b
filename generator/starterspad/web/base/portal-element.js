// What the elements share: they connect and let go, load what comes later, and keep what she edits.
/** @import {Journal} from "../core/journal/journal.js" */
/** @import {Model} from "../core/model-types.js" */
/** @import {JournalStore} from "../store/journal-store.js" */
/** @import {Change} from "../store/page-edits.js" */
/** @import {LatePart} from "./late-sentence.js" */
import { NAME } from "../store/journal-presence.js";
import { dataAt, download, formatterOf, part, today } from "./page-parts.js";

const kept = async () => localStorage[NAME];
const money = () => import("./money-answers.js").then(({ knowMoney }) => knowMoney());

/** An element of a page. It begins in `connected`, each time that it is put on a page. */
export class PortalElement extends HTMLElement {
  #ended = new AbortController();
  /** @type {Promise<void>} the last start, once it has ended */
  #started = Promise.resolve();
  /** @type {Set<LatePart[0]>} what this element asked for last and did not get */
  #missing = new Set();
  /** @type {Model | null} */
  #model = null;

  connectedCallback() {
    this.#begin();
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  /** Begins once what began before has ended: two at a time would listen twice. */
  #begin() {
    const start = () => this.#start();
    this.#started = this.#started.then(start, start);
  }

  /** Once online again, what a start missed may come: then it starts anew, and what listened before lets go. */
  async #start() {
    this.#ended.abort();
    if (!this.isConnected) return;
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    await this.connected(signal);
    this.toggleAttribute("data-failed", this.#missing.size > 0);
    if (this.#missing.size) addEventListener("online", () => this.#begin(), { once: true, signal });
  }

  /**
   * Begins the work of the element; it may be called again.
   * @param {AbortSignal} _signal  ends when the element leaves the page
   * @returns {void | Promise<void>}
   */
  connected(_signal) {}

  /** The sentences of this element, with their places to fill in. */
  get format() {
    return formatterOf(this);
  }

  /** The decision model; throws before `loadModel` brought it. */
  get model() {
    if (!this.#model) throw new Error("the page has no model");
    return this.#model;
  }

  /**
   * Loads the decision model that `data-model` names, once for all elements of the page.
   * @returns {Promise<boolean>} whether it came
   */
  async loadModel() {
    const load = /** @type {() => Promise<Model>} */ (dataAt(this.dataset.model));
    this.#model ??= (await this.late(load)) ?? null;
    // Where storage is blocked, what it says has no figures in it.
    await this.bringMoney(`${await kept().catch(String)}`);
    return this.#model !== null;
  }

  /** Loads what works figures out, where conditions ask for it and a journal holds any. @param {string} journal */
  async bringMoney(journal) {
    if (this.#model?.buckets && journal.includes('"money/')) await this.late(money);
  }

  /**
   * Listens for as long as this element is on the page. A form that is sent leaves nothing but an event.
   * @param {string | EventTarget} target  the name of a part, or anything else
   * @param {string} type
   * @param {(event: Event) => void} act
   */
  listen(target, type, act) {
    const listener = (/** @type {Event} */ event) => {
      if (type === "submit") event.preventDefault();
      act(event);
    };
    const source = typeof target === "string" ? part(this, target) : target;
    source.addEventListener(type, listener, { signal: this.#ended.signal });
    // On a slow phone she chooses a file before anything listens.
    if (type === "change" && source instanceof HTMLInputElement && source.files?.length) act(new Event(type));
  }

  /**
   * Loads a module or data. Where it does not come, a sentence on the page says so until it came after all.
   * @template T
   * @param {() => Promise<T>} load  the same function each time
   * @param {Element} [near]  what she asked it with: there the sentence stands, in view; else before this element
   * @returns {Promise<T | undefined>} undefined where it did not come
   */
  async late(load, near) {
    const answer = await load().catch(() => undefined);
    const came = answer !== undefined;
    this.#missing.add(load);
    if (came) this.#missing.delete(load);
    /** @type {LatePart} */
    const detail = [load, came, near ?? this, Boolean(near)];
    document.dispatchEvent(new CustomEvent("late", { detail }));
    return answer;
  }

  /**
   * Says that this element is at work, until that is done or failed.
   * @template T
   * @param {Promise<T>} work
   * @returns {Promise<T>}
   */
  busy(work) {
    this.ariaBusy = "true";
    return work.finally(() => this.removeAttribute("aria-busy"));
  }

  /**
   * Changes the journal. Where the device keeps nothing, says so loudly and offers the plan as a file; where one of two
   * copies does not answer too, and calmly.
   * @param {JournalStore} store
   * @param {Change} change
   * @returns {Promise<Journal | undefined>} undefined where it was not kept
   */
  async edit(store, change) {
    try {
      const journal = await store.edit(change);
      this.sayOnce(store);
      return journal;
    } catch {
      this.#rescue("not-saved", store).scrollIntoView({ block: "nearest" });
      return undefined;
    }
  }

  /** Says that her plan is kept in one copy, where the other does not answer. @param {JournalStore} store */
  sayOnce(store) {
    this.#rescue("kept-once", store).hidden = !store.late;
  }

  /** Shows a banner that offers the plan as a file. @param {string} name @param {JournalStore} store */
  #rescue(name, store) {
    const banner = part(this, name);
    part(banner, "rescue").onclick = async () =>
      download(`plan-${today()}.json`, "application/json", await store.asFile());
    banner.hidden = false;
    return banner;
  }
}
