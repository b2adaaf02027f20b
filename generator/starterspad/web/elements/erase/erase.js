// <portal-erase>: takes away all that this portal keeps on this device, whether there is a plan or not.
import { removeDatabase } from "../../store/database.js";
import { JournalStore } from "../../store/journal-store.js";
import { NAME } from "../../store/journal-presence.js";
import { writeAddress } from "../../base/address.js";
import { part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

class Erase extends PortalElement {
  connected() {
    this.hidden = false;
    this.listen("erase", "click", () => this.busy(this.#erase()));
    if (!history.state?.erased) return;
    writeAddress(null, location.pathname);
    this.#tell("erased");
  }

  async #erase() {
    try {
      await new JournalStore().erase();
      for (const storage of [localStorage, sessionStorage]) {
        // The colours once stood under the name without the portal's; other portals of this host keep what is theirs.
        const mine = Object.keys(storage).filter((key) => key.startsWith(`${NAME}:`) || key === "portal-scheme");
        for (const key of mine) storage.removeItem(key);
      }
      // Not every browser says which there are.
      const databases = await known().catch(() => []);
      for (const { name } of databases) if (name?.startsWith(`${NAME}:`)) await removeDatabase(name);
    } catch {
      this.#tell("failed");
      return;
    }
    // Nothing that she wrote stays in the memory of this page either.
    writeAddress({ erased: true }, location.pathname);
    location.reload();
  }

  /** @param {string} name */
  #tell(name) {
    part(this, name).hidden = false;
    part(this, name).focus();
  }
}

/** The databases of this host. */
async function known() {
  return indexedDB.databases();
}

customElements.define("portal-erase", Erase);
