// <portal-export-import>: keeps a copy of the plan, shares a part of it, and opens one, first as a preview.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Model} from "../../core/model-types.js" */
import { currentPlan } from "../../core/plan/current-plan.js";
import { merge, valueAt } from "../../core/journal/journal.js";
import { dueTasks } from "../../core/plan/due-dates.js";
import { asFile, fromFile, partOf, summaryOf } from "../../core/journal/journal-file.js";
import { answersOf, appointmentsOf, dayAt } from "../../core/journal/journal-queries.js";
import { renamed } from "../../core/journal/renamed-ids.js";
import { JournalStore } from "../../store/journal-store.js";
import { today } from "../../base/names-and-moments.js";
import {
  copyTemplate,
  dateOf,
  download,
  formatterOf,
  fromLink,
  loadModel,
  part,
  textOf,
} from "../../base/page-parts.js";

const LINK = "#plan=";

class ExportImport extends HTMLElement {
  #ended = new AbortController();
  #store = new JournalStore();
  /** @type {Journal | null} what stands in the preview */
  #incoming = null;
  /** @type {Model} */
  #model = /** @type {any} */ (null);
  /** @type {Promise<void>} the model is there */
  #ready = Promise.resolve();

  /** Listens before the model is there: what she opens or chooses at once must not be lost. */
  async connectedCallback() {
    this.#ready = loadModel(this).then((model) => {
      this.#model = model;
    });
    this.#on("calendar", "click", () => this.#calendar());
    this.#on("print", "click", () => this.#print());
    this.#on("save", "click", () => this.#save());
    this.#on("file", "change", () => this.#openFile());
    this.#on("link", "click", () => this.#makeLink());
    this.#on("copy", "click", () => this.#copy());
    this.#on("merge", "click", () => this.#take((mine, incoming) => merge(mine, incoming)));
    this.#on("replace", "click", () => this.#take((_, incoming) => incoming));
    this.#on("look", "click", () => this.#look());
    this.#on("cancel", "click", () => this.#cancel());
    this.#on("undo", "click", () => this.#undo());
    this.#on("details", "toggle", () => this.#opened());
    this.#when(document, "keep", (event) => this.#ask(/** @type {CustomEvent<string>} */ (event).detail));
    this.#when(window, "hashchange", () => this.#openLink());
    await this.#ready;
    const sensitive = this.#model.questions.filter((question) => question.sensitive);
    const names = sensitive.map(({ because }) => textOf(because)).join(", ");
    part(this, "sensitive-words").textContent = formatterOf(this)("keep.with_sensitive", { questions: names });
    part(this, "sensitive-label").hidden = !sensitive.length;
    await this.#openLink();
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  /** @param {string} name @param {string} event @param {() => void} act */
  #on(name, event, act) {
    this.#when(part(this, name), event, act);
  }

  /** @param {EventTarget} target @param {string} event @param {(event: Event) => void} act */
  #when(target, event, act) {
    target.addEventListener(event, (happened) => this.#ready.then(() => act(happened)), { signal: this.#ended.signal });
  }

  /** @param {string} key */
  #tell(key) {
    part(this, "told").textContent = formatterOf(this)(`keep.${key}`);
  }

  /** Does what another part of the page asks for: to print, to save, or to show all ways to keep the plan. @param {string} way */
  async #ask(way) {
    if (way === "print") return this.#print();
    if (way === "save") return this.#save();
    part(this, "details").open = true;
    part(this, "details").querySelector("summary").focus();
  }

  /** @returns {Promise<Journal>} under today's names */
  async #journal() {
    return renamed(await this.#store.read(), this.#model.aliases);
  }

  /** Remembers that she has a copy, so that the plan does not ask for one at once. */
  async #copied() {
    await this.#store.edit((set) => set("plan/saved", Date.now())).catch(() => {});
    this.dispatchEvent(new Event("journal", { bubbles: true }));
  }

  async #calendar() {
    const journal = await this.#journal();
    const appointments = appointmentsOf(journal).filter(({ outcome }) => !outcome);
    const due = dueTasks(this.#model, currentPlan(this.#model, journal).plan, journal);
    if (!appointments.length && !due.length && !dayAt(journal, "plan/target")) return this.#tell("no_appointments");
    const { toCalendar } = await import("../../base/calendar-download.js");
    toCalendar(this, this.#model, journal, { appointments, due, target: true });
    this.#tell("saved_calendar");
  }

  /** Puts the plan on a sheet made for paper, and prints that alone. */
  async #print() {
    const { fillSheet } = await import("../../base/printed-sheet.js");
    const name = part(this, "print-name").value.trim();
    if (name) await this.#store.edit((set) => set("plan/name", name)).catch(() => {});
    fillSheet(this, part(this, "sheet"), this.#model, await this.#journal(), {
      name,
      notes: part(this, "print-notes").checked,
    });
    document.documentElement.classList.add("prints-plan");
    addEventListener("afterprint", () => document.documentElement.classList.remove("prints-plan"), { once: true });
    print();
    await this.#copied();
  }

  async #save() {
    download(`plan-${today()}.json`, "application/json", asFile(await this.#store.read()));
    this.#tell("saved");
    await this.#copied();
  }

  async #openFile() {
    const [file] = part(this, "file").files;
    if (!file) return;
    this.#preview(await file.text());
    part(this, "file").value = "";
  }

  async #openLink() {
    const text = await fromLink(LINK);
    if (text !== null) this.#preview(text);
  }

  async #makeLink() {
    const [progress, notes, sensitive] = ["progress", "notes", "sensitive"].map(
      (name) => part(this, `with-${name}`).checked,
    );
    const { pack } = await import("../../core/formats/url-codec.js");
    const packed = await pack(asFile(partOf(await this.#journal(), this.#model, { progress, notes, sensitive })));
    const url = `${location.href.split("#")[0]}${LINK}${packed}`;
    part(this, "made").hidden = false;
    part(this, "url").value = url;
    part(this, "url").select();
    const { drawQr } = await import("./qr-view.js");
    const drawn = drawQr(part(this, "code"), url);
    part(this, "code").hidden = !drawn;
    this.#tell(drawn ? "link_made" : "link_made_long");
    await this.#copied();
  }

  async #copy() {
    part(this, "url").select();
    try {
      await navigator.clipboard.writeText(part(this, "url").value);
      this.#tell("copied");
    } catch {
      this.#tell("copy_yourself");
    }
  }

  /** Shows what a file or link holds, before anything changes. @param {string} text */
  #preview(text) {
    const opened = fromFile(text, Date.now());
    const usable = opened && !opened.newer;
    this.#incoming = usable ? opened.journal : null;
    part(this, "preview").hidden = !usable;
    part(this, "undo").hidden = true;
    if (!usable) {
      this.#tell(opened ? "newer" : "no_plan");
      part(this, "told").focus();
      return;
    }
    const { latest, ...figures } = summaryOf(opened.journal);
    const day = latest ? dateOf(new Date(latest).toISOString().slice(0, 10)) : "–";
    const values = Object.fromEntries(Object.entries(figures).map(([name, number]) => [name, String(number)]));
    part(this, "preview-words").textContent = formatterOf(this)("keep.preview_words", { ...values, day });
    part(this, "told").textContent = "";
    part(this, "preview-title").focus();
  }

  /** Shows the plan that came in, without taking anything of it. */
  #look() {
    const detail = this.#incoming;
    this.#incoming = null;
    part(this, "preview").hidden = true;
    part(this, "details").hidden = true;
    document.dispatchEvent(new CustomEvent("look", { detail }));
  }

  #cancel() {
    this.#incoming = null;
    part(this, "preview").hidden = true;
    this.#tell("nothing_changed");
    part(this, "told").focus();
  }

  /** @param {(mine: Journal, incoming: Journal) => Journal} put */
  async #take(put) {
    const incoming = this.#incoming;
    if (!incoming) return;
    await this.#change((mine) => put(mine, incoming), "taken");
    part(this, "preview").hidden = true;
    this.#incoming = null;
    part(this, "undo").hidden = false;
    part(this, "undo").focus();
  }

  async #undo() {
    const [before] = await this.#store.snapshots();
    if (before) await this.#change(() => before.journal, "undone");
    part(this, "undo").hidden = true;
    part(this, "told").focus();
  }

  /** @param {(mine: Journal) => Journal} next @param {string} key */
  async #change(next, key) {
    try {
      await this.#store.replace(next);
      this.#tell(key);
    } catch {
      this.#tell("failed");
    }
    this.dispatchEvent(new Event("journal", { bubbles: true }));
    await this.#listSnapshots();
  }

  async #opened() {
    part(this, "print-name").value ||= String(valueAt(await this.#store.read(), "plan/name") ?? "");
    await this.#listSnapshots();
  }

  async #listSnapshots() {
    const format = formatterOf(this);
    const earlier = (await this.#store.snapshots()).filter(({ journal }) => Object.keys(answersOf(journal)).length);
    const moments = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    const rows = earlier.map(({ at, journal }) => {
      const row = copyTemplate(this, "snapshot");
      part(row, "words").textContent = format("keep.snapshot", {
        moment: moments.format(at),
        done: summaryOf(journal).done,
      });
      part(row, "restore").addEventListener("click", async () => {
        await this.#change(() => journal, "undone");
        part(this, "told").focus();
      });
      return row;
    });
    part(this, "snapshots").replaceChildren(...rows);
    part(this, "earlier").hidden = !rows.length;
  }
}

customElements.define("portal-export-import", ExportImport);
