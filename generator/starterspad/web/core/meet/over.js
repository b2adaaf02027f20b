// Which dates are over, on a page that may have been made long before it is read.

/**
 * Takes those that are over out of a list, and tells whether any is left.
 * @template {{dataset: DOMStringMap, remove: () => void}} Row
 * @param {Row[]} rows  each with the moment at which it is over, as `data-over`
 * @param {number} now  in milliseconds
 * @returns {Row[]} those that come
 */
export function removeOver(rows, now) {
  return rows.filter((row) => {
    const over = Date.parse(row.dataset.over ?? "");
    // What cannot be read stays: better a date too many than one too few.
    if (!(over <= now)) return true;
    row.remove();
    return false;
  });
}
