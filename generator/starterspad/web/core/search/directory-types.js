// The directory's data, where its page does not show all. `make types` writes this file.
/**
 * What services answer to in one group of filters.
 * @typedef {object} AnswerColumn
 * @property {number[][]} sets  numbers of choices, each list once
 * @property {string} of  for each service the place of its list in `sets`, as `columns.py` writes numbers
 */
/**
 * All partners in the order of the directory, and what their services answer to.
 * @typedef {object} DirectoryColumns
 * @property {number} directory_schema
 * @property {string} ids  with spaces between them
 * @property {string[]} names
 * @property {string} services  for each partner, how many it has, likewise; they stand behind one another, sorted by id within a partner
 * @property {AnswerColumn[]} answers  group by group
 * @property {number} cards_together  how many cards share a file
 */
/**
 * Every word of the cards in one language, folded, and on which cards it stands.
 * @typedef {object} DirectoryWords
 * @property {string} words  with spaces between them
 * @property {string} counts  for each word, on how many cards it stands, as `columns.py` writes numbers
 * @property {string} distances  on which: word by word the place of the first, then how far behind it each next one stands
 */
/**
 * A line that fell back to another language than the page's.
 * @typedef {object} LocalisedLine
 * @property {string} text
 * @property {string} lang
 */
/** @typedef {string | LocalisedLine} Line  A line of a card; one that fell back says its language. */
/** @typedef {[number, string, number, number]} Picture  A logo: on which card of the file, its path below the site, width and height in pixels. */
/**
 * What stands on some cards besides the name.
 * @typedef {object} DirectoryCards
 * @property {Line[]} kinds
 * @property {Line[]} summaries
 * @property {Picture[]} logos
 */
export {};
