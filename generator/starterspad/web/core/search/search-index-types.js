// The index that search reads. `make types` writes this file.
/**
 * The index of one language. Words are folded: small letters without accents.
 * @typedef {object} SearchIndex
 * @property {number} search_schema
 * @property {[string, string, string][]} pages  path, title, summary
 * @property {Record<string, number[]>} stems  stem -> page, weight, page, weight, ...: how much it says about each page
 * @property {Record<string, string>} forms  word -> its stem, where the two differ
 */
export {};
