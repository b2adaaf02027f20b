// The forms as data. `make types` writes this file.
/**
 * One thing that the form asks.
 * @typedef {object} Field
 * @property {string} path  keys from the top of the file, such as services.cost
 * @property {"line" | "title" | "short-text" | "url" | "source" | "email" | "phone" | "date" | "choice" | "choices" | "area" | "tasks" | "partner" | "languages" | "figure" | "clock" | "dates" | "yes" | "other"} kind
 * @property {boolean} required
 * @property {number} limit  characters; 0 where the kind itself limits
 * @property {string[]} choices
 */
/**
 * Where a proposal may go as a pull request.
 * @typedef {object} Repository
 * @property {string} url
 * @property {"github" | "gitlab"} forge
 * @property {string} branch
 */
/**
 * The form as data: fields and limits of the models, the ids that exist, and where files go.
 * @typedef {object} Form
 * @property {number} form_schema
 * @property {string} record  the kind of record that it is about; empty for partners
 * @property {Field[]} fields
 * @property {Record<string, string[]>} order  path -> its keys, as a file is written
 * @property {string[]} bare  keys that hold a day, days, or yes or no
 * @property {Record<string, string>} patterns  regular expressions that JavaScript reads too; each matches the whole of a value
 * @property {string[]} reserved  ids that nobody may have
 * @property {string[]} languages
 * @property {string[]} language_order  in which order the languages of a text are tried; what is in none stands in the first there is
 * @property {string[]} codes  two-letter languages (ISO 639-1), by name
 * @property {Record<string, string>} language_names
 * @property {string[]} tasks
 * @property {string[]} areas
 * @property {string[]} partners
 * @property {Record<string, Record<string, string>>} facts  fact -> language -> its value in a text of that language
 * @property {Record<string, number>} longest  language -> words of a sentence
 * @property {string} figure  what an amount looks like, as a regular expression; empty where nothing is one
 * @property {number} services  the most offers
 * @property {number} marks  the most accents on one letter
 * @property {number} made_id  the most characters of an id that is made of a name
 * @property {number} bytes  the largest file
 * @property {string} modeline  the first line of a file
 * @property {Repository | null} repository
 * @property {string | null} contact
 */
/**
 * Where a record stands in the text of its file; lines count from 0, and an end is the line behind.
 * @typedef {object} Lines
 * @property {number} first
 * @property {number} end
 * @property {number} indent  how many spaces stand before its keys
 * @property {[string, number, number][]} keys  each key with its first line and its end; none where two keys share a line
 */
/**
 * A record that may be changed.
 * @typedef {object} Choosable
 * @property {string} id
 * @property {string} words  what it says, to find it by
 * @property {string} file  the data with its file, below the site
 */
/**
 * A form about records: what it asks, and which of them there are.
 * @typedef {object} RecordForm
 * @property {Form} form
 * @property {string} says  the key of the words that a record is found by
 * @property {string[]} needed  what is asked of a change too
 * @property {string[]} anew  what is asked anew of a record that is there
 * @property {Record<string, Record<string, string>>} names  kind of what may be chosen of many -> id -> its name
 * @property {Choosable[]} records  those that may be changed
 * @property {string} path  the file that a new one goes into, with * for its id where each has its own; empty where the form begins none
 * @property {string} file  the data with that file, below the site; empty where there is none yet
 */
/**
 * A record as its file has it, and its lines there.
 * @typedef {object} RecordAt
 * @property {unknown} tree
 * @property {Lines} lines
 * @property {string[]} days  those to come on which an event is held by its rule
 */
/**
 * The file of some records, as it is.
 * @typedef {object} RecordFile
 * @property {string} path
 * @property {string} text
 * @property {Record<string, RecordAt>} records
 */
export {};
