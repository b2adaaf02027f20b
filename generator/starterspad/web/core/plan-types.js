// The plan that is made with the decision model. `make types` writes this file.
/** @typedef {Record<string, string[]>} Answers  Question id -> option ids; a question without an answer is absent. */
/** @typedef {"yes" | "no" | "unknown"} Verdict  Unknown means that the answers so far do not decide. */
/**
 * A question and the answers that made a clause hold.
 * @typedef {object} Reason
 * @property {string} question
 * @property {string[]} options
 * @property {true} [assumed]  the city answers so until she does
 */
/**
 * A verdict with why.
 * @typedef {object} Judgement
 * @property {Verdict} verdict
 * @property {Reason[]} reasons
 * @property {string[]} missing  the questions that would decide
 */
/**
 * A service that fits, or perhaps fits.
 * @typedef {object} PlannedService
 * @property {Verdict} verdict
 * @property {Reason[]} reasons
 * @property {string[]} missing  the questions that would decide
 * @property {string} partner
 * @property {string} service
 */
/**
 * A task that applies, or perhaps applies.
 * @typedef {object} PlannedTask
 * @property {Verdict} verdict
 * @property {Reason[]} reasons
 * @property {string[]} missing  the questions that would decide
 * @property {string} id
 * @property {string} phase
 * @property {PlannedService[]} services  as they are suggested, the first one first
 * @property {"now" | "later" | "waits"} order  now: among the first things to do; waits: another step comes before it, or an answer decides about it
 * @property {string | null} helper  who is suggested first, as partner/service; none where nobody helps
 * @property {("phone" | "booking" | "desk" | "mail" | "web")[]} ways  how that one is reached, the quickest way first
 * @property {("only" | "certain" | "yours" | "near" | "reachable")[]} why_first  what put that one before the others
 */
/**
 * What there is to do, in the order in which to do it; what is ruled out is left out.
 * @typedef {object} Plan
 * @property {number} schema
 * @property {PlannedTask[]} tasks
 */
export {};
