// The decision model, and the plan that is made with it. `make types` writes this file.
/**
 * A text that fell back to another language than the model's.
 * @typedef {object} LocalisedText
 * @property {string} text
 * @property {string} lang  the language that it is in
 */
/** @typedef {string | LocalisedText} Text  A text to show; one that fell back says its language. */
/** @typedef {[number, number, number]} Key  Question index, mask of the options that hold, mask of those that leave it open; bit 0 is the first option. */
/**
 * Holds when one clause of `when` does (or there is none) and none of `unless`: every key of a clause must hold.
 * @typedef {object} Condition
 * @property {Key[][]} when
 * @property {Key[][]} unless
 */
/**
 * A phase of the path.
 * @typedef {object} Phase
 * @property {string} id
 * @property {Text} title
 * @property {Text} [short]  a word under its stone
 * @property {true} [start]  what comes to who has a business that runs
 * @property {Text} [gate]  the question that is decided at its end
 */
/**
 * A possible answer.
 * @typedef {object} Option
 * @property {string} id
 * @property {Text} title
 * @property {string} [leads_to]  the page that whoever gives it sees at once, below the language
 */
/**
 * A question, in asking order.
 * @typedef {object} Question
 * @property {string} id
 * @property {Text} title
 * @property {Text} because  names the question in a reason
 * @property {boolean} several  several options may be chosen
 * @property {Option[]} options
 * @property {number} exclusive  mask of the options that cannot stand beside another
 * @property {number} ask_when  condition under which it is asked
 * @property {true} [sensitive]
 * @property {string} [page]  where the answer is found that nobody is asked for, below the language
 */
/**
 * How long a step takes, in calendar days.
 * @typedef {object} LeadTime
 * @property {number} days
 * @property {boolean} estimate  nobody but us says so
 */
/**
 * What changed last in a task for who has it on her plan already.
 * @typedef {object} LastChange
 * @property {string} on  a day such as 2026-01-31
 * @property {Text} note
 */
/**
 * A step; tasks stand by phase, order and id.
 * @typedef {object} Task
 * @property {string} id
 * @property {number} phase
 * @property {Text} title
 * @property {Text} why  in one line, as it stands on a card
 * @property {Text[]} [say]  what to say or write to whoever helps
 * @property {"required" | "recommended" | "optional"} kind
 * @property {number} condition
 * @property {number[]} before  every task that comes before it, through any number of steps
 * @property {string} version  a hash of what she reads of it: another one means that it changed
 * @property {Text} [warning]
 * @property {Text} [decided_by]  who approves what was asked for
 * @property {number} [times]  how often it is worth doing
 * @property {LeadTime} [lead]
 * @property {LastChange} [changed]
 */
/**
 * What a partner does for a starter.
 * @typedef {object} Service
 * @property {string} partner
 * @property {string} service
 * @property {string} name  of the partner
 * @property {Text} title
 * @property {number[]} tasks
 * @property {number[]} conditions  all must hold: for whom it is, and where
 * @property {string} seen  how its partner's file was seen: live, copy, archived, news or told
 * @property {string} checked  the day on which somebody last looked
 * @property {Text} [bring]
 * @property {Text} [hours]
 * @property {string[]} [format]
 * @property {string} [cost]
 * @property {string} [booking]
 * @property {string} [page]  its page with ways to reach it
 * @property {string} [website]
 * @property {string} [email]
 * @property {number} depth  how many areas lie around the one where it is offered
 * @property {Text[]} [say]  what to say or write to them
 * @property {number} [answers_within]  days; ten where it is left out
 * @property {string} [address]
 * @property {string} [phone]
 * @property {string} [number_from]  whose page the number was found on, while nobody has called it
 */
/**
 * What she may want help with first.
 * @typedef {object} Theme
 * @property {string} id
 * @property {Text} title
 * @property {number[]} tasks
 */
/**
 * Something that she agrees with or not; its words stand in the page.
 * @typedef {object} Statement
 * @property {string} id
 * @property {true} [reverse]  says the opposite of the competence
 * @property {true} [short]  belongs to the short version too
 */
/**
 * Something that can be learned.
 * @typedef {object} Competence
 * @property {string} id
 * @property {Text} title
 * @property {number} profile  its place on the scale in the comparison profile
 * @property {Statement[]} statements
 */
/**
 * Competences that belong together.
 * @typedef {object} AssessmentField
 * @property {string} id
 * @property {Text} title
 * @property {Competence[]} competences
 */
/**
 * What is asked about herself.
 * @typedef {object} SelfAssessment
 * @property {number} top  the last place on the scale; the first is 1
 * @property {AssessmentField[]} fields
 */
/**
 * Old id -> today's, for the journals that still hold it.
 * @typedef {object} Aliases
 * @property {Record<string, string>} question
 * @property {Record<string, string>} option  as question/option
 * @property {Record<string, string>} task
 * @property {Record<string, string>} service  as partner/service
 */
/**
 * The decision model in one language: all that a plan is made of.
 * @typedef {object} Model
 * @property {number} model_schema
 * @property {string} language
 * @property {string} [time_zone]  of the city, as IANA names it: appointments are made by its clocks
 * @property {number} plan_after  so many answers make a plan worth showing
 * @property {Record<string, string>} assume  what counts as her answer until she gives one: question id -> option id
 * @property {string} [area_question]  the question whose options are places
 * @property {number} fresh_days  up to so many days what was checked is fresh
 * @property {number} old_days  from so many days on it is old
 * @property {Phase[]} phases
 * @property {Question[]} questions
 * @property {Task[]} tasks
 * @property {Service[]} services
 * @property {Condition[]} conditions
 * @property {Theme[]} themes
 * @property {number[]} risks  the conditions of the points of the page about risks, in its order
 * @property {SelfAssessment} [mirror]
 * @property {Aliases} aliases
 * @property {Record<string, Text>} retired  task/<id> and service/<partner>/<service> -> what is said of what is no longer there
 */
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
