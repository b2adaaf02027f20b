// <portal-calendar>: narrows the dates by what she chooses, which stands behind the #, and takes off what is over.
/** @import {DirectoryIndex} from "../../core/search/directory-filter.js" */
import { keepInAddress } from "../../base/address.js";
import { countsOf, shownBy } from "../../core/search/directory-filter.js";
import { removeOver } from "../../core/meet/over.js";
import { firstOf, part } from "../../base/page-parts.js";
import { PortalElement } from "../../base/portal-element.js";

// An address with this leads to a day, and chooses nothing.
const TO_A_DAY = "#on-";

class Calendar extends PortalElement {
  /** @type {HTMLElement[]} */
  #rows = [];
  /** @type {DirectoryIndex | undefined} */
  #index;

  connected() {
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-over]")]);
    if (!rows.length) return;
    this.#rows = removeOver(rows, Date.now());
    this.#index = this.#read();
    this.listen(this.#form, "submit", () => {});
    this.listen(this.#form, "input", () => this.#choose());
    this.listen(this.#form, "reset", () => setTimeout(() => this.#choose()));
    this.listen(window, "hashchange", () => this.#restore());
    this.listen(this, "click", ({ target }) => openFor(target));
    this.#restore();
  }

  get #form() {
    return firstOf(this, "form");
  }

  get #boxes() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[type=checkbox]"));
  }

  /** Reads what each date answers to. @returns {DirectoryIndex} */
  #read() {
    const groups = [...this.querySelectorAll("[data-group]")].map((group) =>
      [...group.querySelectorAll("input")].map(({ value }) => Number(value)),
    );
    const known = new Set(groups.flat());
    // Of a group in which all answer alike there are no boxes.
    const sets = this.#rows.map(({ dataset }) =>
      (dataset.answers ?? "")
        .split(" ")
        .map(Number)
        .filter((number) => known.has(number)),
    );
    return { groups, services: sets.map(() => 1), answers: [{ sets, of: sets.map((_, place) => place) }] };
  }

  #restore() {
    if (!location.hash.startsWith(TO_A_DAY)) {
      const state = new URLSearchParams(location.hash.slice(1));
      for (const box of this.#boxes) box.checked = state.getAll(box.name).includes(box.dataset.value ?? "");
    }
    const form = firstOf(this.#form, "details");
    form.open ||= [...this.#boxes].some(({ checked }) => checked);
    this.#show();
  }

  #choose() {
    this.#show();
    const ticked = [...this.#boxes].filter(({ checked }) => checked);
    keepInAddress(String(new URLSearchParams(ticked.map(({ name, dataset }) => [name, dataset.value ?? ""]))));
  }

  #show() {
    const index = /** @type {DirectoryIndex} */ (this.#index);
    const chosen = new Set([...this.#boxes].flatMap(({ checked, value }) => (checked ? [Number(value)] : [])));
    const all = new Uint8Array(this.#rows.length).fill(1);
    const shown = shownBy(index, chosen, all);
    this.#rows.forEach((row, place) => {
      row.hidden = !shown[place];
    });
    this.#showCounts(countsOf(index, chosen, all));
    // Of what she asked for nothing is folded away.
    if (chosen.size)
      for (const list of /** @type {NodeListOf<HTMLDetailsElement>} */ (this.querySelectorAll("details:has(> .dates)")))
        list.open = true;
    const days = new Set(this.#rows.flatMap((row) => (row.hidden ? [] : [dayOfRow(row)])));
    this.#showDays(days);
    const count = shown.filter(Boolean).length;
    part(this, "status").textContent = this.format(count ? "calendar.count" : "calendar.none", { count });
    part(this, "empty").hidden = this.#rows.length > 0;
    part(this, "dates").hidden = !this.#rows.length;
  }

  /** Hides choices that would give nothing. @param {Int32Array} counts */
  #showCounts(counts) {
    for (const box of this.#boxes) {
      const label = /** @type {HTMLElement} */ (box.closest("label"));
      const number = counts[Number(box.value)];
      label.hidden = !number && !box.checked;
      part(label, "count").textContent = String(number);
    }
  }

  /**
   * Leads from the tables to the days that are shown, to the first date of each, and hides months without any.
   * @param {Set<string>} days
   */
  #showDays(days) {
    for (const link of this.querySelectorAll(".month a")) {
      link.setAttribute("data-day", link.getAttribute("data-day") ?? (link.getAttribute("href") ?? "").slice(4));
      const day = link.getAttribute("data-day") ?? "";
      if (days.has(day)) link.setAttribute("href", `${TO_A_DAY}${day}`);
      else link.removeAttribute("href");
    }
    for (const row of [...this.#rows].reverse()) row.removeAttribute("id");
    for (const row of [...this.#rows].reverse()) if (!row.hidden) this.#name(row);
    for (const month of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-month]")))
      month.hidden = ![...days].some((day) => day.startsWith(month.dataset.month ?? ""));
    for (const list of this.querySelectorAll("details:has(> .dates)"))
      part(list, "month-count").textContent = String(list.querySelectorAll(".date:not([hidden])").length);
  }

  /** Gives the first date of a day the name that tables lead to. @param {HTMLElement} row */
  #name(row) {
    const id = `on-${dayOfRow(row)}`;
    document.getElementById(id)?.removeAttribute("id");
    row.id = id;
  }
}

/** Opens the list in which a day stands that a table leads to. @param {EventTarget | null} target */
function openFor(target) {
  const link = target instanceof Element ? target.closest(".month a") : null;
  const list = document.getElementById((link?.getAttribute("href") ?? "#").slice(1))?.closest("details");
  if (list) list.open = true;
}

/** @param {HTMLElement} row */
function dayOfRow(row) {
  return firstOf(row, "time").dateTime;
}

customElements.define("portal-calendar", Calendar);
