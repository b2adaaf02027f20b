// A change to the journal that notes what it changes: a page is long, and few of its rows need to be drawn anew.
/** @import {Change} from "../../store/page-edits.js" */

/**
 * Makes of a change one that notes the paths that it sets, in their parts.
 * @param {Change} change
 * @returns {{noted: Change, paths: string[][]}}
 */
export function notePaths(change) {
  /** @type {string[][]} */
  const paths = [];
  /** @type {Change} */
  const noted = (set, journal) =>
    change((path, value) => {
      paths.push(path.split("/"));
      set(path, value);
    }, journal);
  return { noted, paths };
}
