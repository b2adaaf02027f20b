// The form for partners as data. `make types` writes this file.
/**
 * One thing that the form asks.
 * @typedef {object} Field
 * @property {string} path  keys from the top of the file, such as services.cost
 * @property {"line" | "title" | "short-text" | "url" | "source" | "email" | "phone" | "date" | "choice" | "choices" | "area" | "tasks" | "languages" | "other"} kind
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
 * @property {Field[]} fields
 * @property {Record<string, string[]>} order  path -> its keys, as a file is written
 * @property {string[]} days  keys that hold a day
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
export {};
