// Her plan as a file: who it is of is asked before the first one, because a coach holds the files of many.
/** @import {PortalElement} from "../../base/portal-element.js" */
/** @import {JournalStore} from "../../store/journal-store.js" */
import { LONGEST_NAME } from "../../core/constants.js";
import { fileNameOf, nameIn } from "../../core/journal/journal-file.js";
import { download, part, today } from "../../base/page-parts.js";

export class PlanFile {
  #element;
  #store;
  #saved;

  /** @param {PortalElement} element @param {JournalStore} store @param {() => Promise<void>} saved */
  constructor(element, store, saved) {
    this.#element = element;
    this.#store = store;
    this.#saved = saved;
  }

  /** Keeps what she is called; what is empty or too long changes nothing. @param {string} name */
  async name(name) {
    if (name.trim() && name.length <= LONGEST_NAME)
      await this.#store.edit((set) => set("plan/name", name.trim())).catch(() => {});
  }

  /** Saves the plan; one that bears no name yet asks for it first. */
  async ask() {
    if (nameIn(await this.#store.read())) return this.#save();
    part(this.#element, "naming").hidden = false;
    part(this.#element, "file-name").focus();
  }

  async saveNamed() {
    part(this.#element, "naming").hidden = true;
    await this.name(part(this.#element, "file-name", HTMLInputElement).value);
    await this.#save();
    part(this.#element, "told").focus();
  }

  async #save() {
    const name = fileNameOf(await this.#store.read(), today());
    download(name, "application/json", await this.#store.asFile());
    await this.#saved();
  }
}
