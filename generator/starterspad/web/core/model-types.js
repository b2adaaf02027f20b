// The decision model. `make types` writes this file.
/**
 * A text that fell back to another language than the model's.
 * @typedef {object} LocalisedText
 * @property {string} text
 * @property {string} lang  the language that it is in
 */
/** @typedef {string | LocalisedText} Text  A text to show; one that fell back says its language. */
/**
 * Where services are offered.
 * @typedef {object} Area
 * @property {number} condition  that it reaches her place
 * @property {number} depth  how many areas lie around it
 */
/**
 * What decides of the services, as columns: one character a number (`rules/columns.py`).

The services of a partner stand one after the other, in the order of the partners.
 * @typedef {object} Services
 * @property {string} partners  ids, with a space between
 * @property {string} counts  of each partner: how many services it has
 * @property {string} since  the day on which the first of the checks below was
 * @property {string} checked  of each partner: so many days later somebody last looked
 * @property {string} ids  of the services, with a space between
 * @property {number} first  the number of the first condition that only services have
 * @property {string} conditions  of each service, for whom it is: how far back its condition stands from the next that is new, which is 0
 * @property {string} areas
 * @property {string} ways  the known ways to reach it: bit 0 is the phone, then booking, desk, mail and web
 * @property {string} answers_within  days; 0 where nobody said
 * @property {string} helps  of each service: with how many tasks it helps
 * @property {string} tasks
 * @property {Record<string, [number, number][]>} desks  by the number of a service that is open for whoever has no appointment: from when till when, as time stamps
 */
/**
 * What is said of a service where it is shown.
 * @typedef {object} ServiceWords
 * @property {string} service
 * @property {Text} title
 * @property {Text[]} [say]  what to say or write to them
 * @property {Text} [bring]
 * @property {string[]} [format]
 * @property {string} [cost]
 * @property {string} [booking]
 * @property {[string, string][]} [open]  when one may come without an appointment, the next first: the moment at which that is over, and in words
 */
/**
 * What is said of whoever gives services.
 * @typedef {object} PartnerWords
 * @property {string} partner
 * @property {string} name
 * @property {string} seen  how its file was seen: live, copy, archived, news or told
 * @property {string} checked  the day on which somebody last looked
 * @property {Text} [hours]
 * @property {string} [page]  its page with ways to reach it
 * @property {string} [website]
 * @property {string} [email]
 * @property {string} [address]
 * @property {string} [phone]
 * @property {string} [number_from]  whose page the number was found on, while nobody has called it
 * @property {ServiceWords[]} services
 */
/**
 * Which files hold the words, each named after its content; none where the model holds them.
 * @typedef {object} WordsApart
 * @property {string} tasks
 * @property {string[]} partners  the file of a partner stands at the place that the turn of its id without a seed gives
 */
/** @typedef {[number, number, number]} Key  Question index, mask of the options that hold, mask of those that leave it open; bit 0 is the first option. */
/**
 * Every distinct condition, as columns: one character a number (`rules/columns.py`).

A condition holds when one clause of `when` does (or there is none) and none of `unless`: every key of a clause must
hold.
 * @typedef {object} Conditions
 * @property {Key[]} keys  each distinct one once
 * @property {string} when  of each condition: how many clauses let it hold
 * @property {string} unless  and how many, after those, keep it from holding
 * @property {string} clauses  of each clause, those of a condition one after the other: how many keys it names
 * @property {string} named  the places in `keys` of those, clause by clause
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
 * What is said of a task on its card.
 * @typedef {object} TaskWords
 * @property {Text} [why]  in one line
 * @property {Text[]} [say]  what to say or write to whoever helps
 * @property {Text} [warning]
 */
/**
 * A step; tasks stand by phase, order and id.
 * @typedef {object} Task
 * @property {Text} [why]  in one line
 * @property {Text[]} [say]  what to say or write to whoever helps
 * @property {Text} [warning]
 * @property {string} id
 * @property {number} phase
 * @property {Text} title
 * @property {"required" | "recommended" | "optional"} kind
 * @property {number} condition
 * @property {number[]} before  every task that comes before it, through any number of steps
 * @property {string} version  a hash of what she reads of it: another one means that it changed
 * @property {Text} [decided_by]  who approves what was asked for
 * @property {number} [times]  how often it is worth doing
 * @property {string} [sum]  the page of the calculator that helps with it, below the language
 * @property {LeadTime} [lead]
 * @property {LastChange} [changed]
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
 * A file of words, of some of those that a model decides about.
 * @typedef {object} Words
 * @property {Record<string, TaskWords>} [tasks]  of all tasks, by their ids
 * @property {PartnerWords[]} partners
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
 * @property {Area[]} areas
 * @property {Services} services
 * @property {PartnerWords[]} words  of the services; empty where they stand apart
 * @property {WordsApart} words_apart  the files of words, where many help
 * @property {Conditions} conditions
 * @property {Theme[]} themes
 * @property {number[]} risks  the conditions of the points of the page about risks, in its order
 * @property {SelfAssessment} [mirror]
 * @property {true} [buckets]  conditions name what calculators came to
 * @property {Aliases} aliases
 * @property {Record<string, Text>} retired  task/<id> and service/<partner>/<service> -> what is said of what is no longer there
 */
/**
 * An event that starters are invited to, with its next dates.
 * @typedef {object} ComingEvent
 * @property {string} path  its page, below the language
 * @property {Text} title
 * @property {Text} where  the place, or empty
 * @property {number} condition  for whom it is: the number of a condition of this file
 * @property {number} area  the condition that it reaches her place
 * @property {string[]} tasks  the steps that it helps with
 * @property {[string, string, string][]} dates  when each begins and is over, in universal time, and in words
 */
/**
 * `coming.json` of a language.
 * @typedef {object} ComingEvents
 * @property {Conditions} conditions
 * @property {number[]} asked  of each question: the condition under which it is asked
 * @property {ComingEvent[]} events  in the order in which their next dates are held
 */
export {};
