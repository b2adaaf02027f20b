// Earlier states of the journal: one now and then, and one from before every import and every migration.
/** @import {Journal} from "../core/journal/journal.js" */
import { JOURNAL_SCHEMA } from "../core/constants.js";
import { openKept } from "../core/journal/opening.js";
import { asPromise, keysUnder } from "./database.js";

/** @typedef {{key: string, at: number, journal: Journal}} Snapshot  at: milliseconds */

const KEPT_SNAPSHOTS = 5;
const SNAPSHOT_EVERY_MS = 10 * 60 * 1000;

/**
 * Keeps a snapshot where it is time for one; the oldest makes room for it.
 * @param {IDBObjectStore} store  in a transaction that may write
 * @param {unknown} stored  the journal as it stands there
 * @param {boolean} always  whatever the time
 */
export async function keepSnapshot(store, stored, always) {
  const now = Date.now();
  const keys = /** @type {string[]} */ (await asPromise(store.getAllKeys(keysUnder("snapshot/"))));
  const last = Number(keys.at(-1)?.split("/")[1] ?? 0);
  const { journal_schema } = /** @type {{journal_schema?: unknown}} */ (stored);
  if (!always && journal_schema === JOURNAL_SCHEMA && now - last < SNAPSHOT_EVERY_MS) return;
  store.put(stored, `snapshot/${Math.max(now, last + 1)}`);
  for (const key of keys.slice(0, -KEPT_SNAPSHOTS + 1)) store.delete(key);
}

/**
 * Reads the snapshots; what is no journal is left out.
 * @param {[string, unknown][]} entries  of the database
 * @returns {Snapshot[]}
 */
export function snapshotsIn(entries) {
  return entries.flatMap(([key, copy]) => {
    const opened = openKept(copy);
    return opened ? [{ key, at: Number(key.split("/")[1]), journal: opened.journal }] : [];
  });
}
