// What the two copies of the journal on this device hold together.
/** @import {Journal} from "../core/journal/journal.js" */
import { emptyJournal, merge } from "../core/journal/journal.js";
import { openKept } from "../core/journal/opening.js";
import { readLocalCopy } from "./local-copy.js";

/**
 * @typedef {object} Copies
 * @property {Journal} kept  what both hold, with the edits of this page that none has
 * @property {boolean} newer  whether a later version of the portal wrote one of them
 * @property {unknown[]} broken  those that are no journal
 * @property {unknown} damaged  the local copy where it is none
 */

/**
 * Reads both copies.
 * @param {unknown} stored  what the database holds; undefined when there is nothing
 * @param {Journal} pending
 * @returns {Copies}
 */
export function readCopies(stored, pending) {
  const local = readLocalCopy();
  const copies = [stored, local].filter((copy) => (copy ?? null) !== null);
  const opened = copies.map(openKept);
  const good = opened.flatMap((journal) => (journal ? [journal] : []));
  const broken = copies.filter((_, place) => !opened[place]);
  return {
    kept: [...good.map(({ journal }) => journal), pending].reduce(merge, emptyJournal()),
    newer: good.some(({ newer }) => newer),
    broken,
    damaged: broken.includes(local) ? local : undefined,
  };
}
