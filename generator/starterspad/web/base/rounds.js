// What she writes round after round, on a worksheet and in her business plan: kept as she leaves a field.
/** @import {Round} from "../core/journal/worksheets.js" */
/** @import {JournalStore} from "../store/journal-store.js" */
/** @import {Format} from "./page-parts.js" */
/** @import {PortalElement} from "./portal-element.js" */
import { changedIn } from "../core/journal/worksheets.js";
import { dateOf, part, setText, today, tooLong } from "./page-parts.js";

/**
 * Keeps what stands in a field, and says so where nothing on the page is left that was not kept.
 * @param {PortalElement} element
 * @param {JournalStore} store
 * @param {HTMLTextAreaElement} text
 * @param {string} path  where it stands in her journal
 * @param {string} [round]  the path of the round that it is part of
 * @returns {Promise<boolean>} whether it was kept
 */
export async function keepText(element, store, text, path, round) {
  if (tooLong(text)) return false;
  const kept = await element.edit(store, (set) => {
    set(path, text.value.trim() ? text.value : null);
    if (round) set(`${round}/0day`, today());
  });
  const left = [...element.querySelectorAll("textarea")].some(tooLong);
  setText(part(element, "told"), kept && !left ? element.format("story.kept") : "");
  return Boolean(kept);
}

/**
 * Begins a round with the words of the last one: they are there to be improved. Whoever has a field with too much in it
 * is led there instead.
 * @param {PortalElement} element
 * @param {JournalStore} store
 * @param {HTMLTextAreaElement[]} texts
 * @param {string} round  its path
 * @returns {Promise<boolean>} whether it began
 */
export async function beginRound(element, store, texts, round) {
  const long = texts.find(tooLong);
  if (long) {
    const folded = long.closest("details");
    if (folded) folded.open = true;
    long.focus();
    return false;
  }
  const written = texts.map(({ name, value }) => /** @type {[string, string]} */ ([name, value]));
  const kept = await element.edit(store, (set) => {
    for (const [name, value] of written) if (value.trim()) set(`${round}/${name}`, value);
    set(`${round}/0day`, today());
  });
  // A round that holds one answer alone would stand for all that she wrote.
  return Boolean(kept);
}

/**
 * Lists what each round changed.
 * @param {Format} format
 * @param {HTMLTextAreaElement[]} texts
 * @param {Round[]} rounds
 */
export function roundRows(format, texts, rounds) {
  return rounds.map((round, index) => {
    const changed = changedIn(rounds[index - 1], round);
    const names = texts.filter(({ name }) => changed.includes(name)).map(({ dataset }) => dataset.title);
    const item = document.createElement("li");
    item.textContent = format(names.length ? "worksheets.changed" : "worksheets.same", {
      number: round.number,
      day: round.day ? dateOf(round.day) : "",
      names: names.join("; "),
    });
    return item;
  });
}
