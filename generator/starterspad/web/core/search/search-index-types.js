// The index that search reads. `make types` writes this file.
/**
 * Where the index of one language stands. Words are folded: small letters without accents.
 * @typedef {object} SearchIndex
 * @property {number} search_schema
 * @property {number} pages  how many pages there are
 * @property {number} together  how many of them stand in one file
 * @property {string[]} files  the files of the pages, in their order
 * @property {Record<string, number[]>} folders  folder, such as tasks -> its first page, and the one behind its last
 * @property {string[][]} shards  of each file of stems: the first letters in it, and its name
 * @property {string[][]} endings  of each file of endings: the first letters in it, from behind, and its name
 */
/**
 * The words of a stretch of the alphabet.
 * @typedef {object} SearchShard
 * @property {Record<string, number[]>} stems  stem -> its number of pages; then a weight below zero, and how far each page with it is from the last; ...
 * @property {Record<string, string>} forms  word -> its stem, where the two differ
 * @property {Record<string, number[]>} names  title -> the pages with it
 */
/** @typedef {string[]} SearchEndings  words of a stretch of the alphabet, by their letters from behind */
/** @typedef {[string, string, string][]} SearchPages  path, title, summary */
export {};
