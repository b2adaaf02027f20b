// Judges the conditions of a decision model by bit masks. No DOM; held against the Python reference by shared cases.
/** @import {Key, Model} from "../model-types.js" */
/** @import {Answers, Judgement, Reason} from "../plan-types.js" */
import { numbersIn, onceFor, startsOf } from "./columns.js";

// What a condition comes to; 0 is what nobody judged yet. Of alternatives the highest counts, of what must hold
// together the lowest.
export const [NO, OPEN, YES] = [1, 2, 3];
/** @type {Judgement} */
const RULED_OUT = { verdict: "no", reasons: [], missing: [] };
const ASSUMED = /** @type {const} */ ({ assumed: true });

/** The clauses of condition `n` stand from `first[n]`, those of `when` first; the keys of clause `c` from `keys[c]`. */
export const clausesIn = onceFor(({ conditions: { when, unless, clauses, named } }) => {
  const [holds, excepts] = [numbersIn(when), numbersIn(unless)];
  const first = startsOf(holds.map((count, number) => count + excepts[number]));
  return { holds, first, keys: startsOf(numbersIn(clauses)), named: numbersIn(named) };
});

/**
 * Returns `judge(...numbers)`, which judges conditions of the model that must all hold, each one once.
 * @param {Model} model
 * @param {Answers} answers
 */
export function judgeOf(model, answers) {
  const judging = new Judging(model, answers);
  return (/** @type {number[]} */ ...numbers) => judging.judge(numbers);
}

/** Judges the conditions of a model for these answers: as numbers, for whoever judges thousands, and in words. */
export class Judging {
  #model;
  #answers;
  #clauses;
  #masks;
  #states;
  #keyStates;

  /** @param {Model} model @param {Answers} answers */
  constructor(model, answers) {
    const known = withAssumed(model, answers);
    this.#model = model;
    this.#answers = answers;
    this.#clauses = clausesIn(model);
    this.#masks = model.questions.map((question) => maskOf(question.options, known[question.id]));
    this.#states = new Uint8Array(this.#clauses.holds.length);
    this.#keyStates = new Uint8Array(model.conditions.keys.length);
  }

  /** What a condition comes to. @param {number} number @returns {number} */
  state(number) {
    this.#states[number] ||= this.#judgeCondition(number);
    return this.#states[number];
  }

  /** How many of her answers made a condition hold, the place left aside. @param {number} number */
  questions(number) {
    const { questions, conditions, area_question: area } = this.#model;
    let count = 0;
    for (const key of this.#metBy(number) ?? []) if (questions[conditions.keys[key][0]].id !== area) count += 1;
    return count;
  }

  /** @param {number[]} numbers  of conditions that must all hold @returns {Judgement} */
  judge(numbers) {
    const parts = numbers.map((number) => this.#explain(number));
    if (parts.includes(RULED_OUT)) return RULED_OUT;
    const open = parts.flatMap((part) => part.missing);
    const missing = inAskingOrder(this.#model, open);
    const reasons = parts.flatMap((part) => part.reasons);
    const verdict = missing.length ? "unknown" : "yes";
    return { verdict, reasons: numbers.length > 1 ? once(this.#model, reasons) : reasons, missing };
  }

  /** @param {number} key */
  #keyState(key) {
    this.#keyStates[key] ||= this.#judgeKey(this.#model.conditions.keys[key]);
    return this.#keyStates[key];
  }

  /** @param {Key} key */
  #judgeKey([question, options, open]) {
    // A question depends on earlier ones only, so this ends.
    const asked = this.state(this.#model.questions[question].ask_when);
    const mask = this.#masks[question];
    if (asked !== YES) return asked;
    return mask & options ? YES : !mask || mask & open ? OPEN : NO;
  }

  /** @param {number} number */
  #judgeCondition(number) {
    const { holds, first } = this.#clauses;
    const except = first[number] + holds[number];
    const held = holds[number] ? this.#anyOf(first[number], except) : YES;
    return Math.min(held, YES + NO - this.#anyOf(except, first[number + 1]));
  }

  /** @param {number} from @param {number} to */
  #anyOf(from, to) {
    let best = NO;
    for (let clause = from; clause < to && best < YES; clause += 1) best = Math.max(best, this.#clauseState(clause));
    return best;
  }

  /** @param {number} clause */
  #clauseState(clause) {
    const { keys, named } = this.#clauses;
    let worst = YES;
    for (let at = keys[clause]; at < keys[clause + 1] && worst > NO; at += 1) {
      worst = Math.min(worst, this.#keyStates[named[at]] || this.#keyState(named[at]));
    }
    return worst;
  }

  /** @param {number} clause */
  #keysOf(clause) {
    const { keys, named } = this.#clauses;
    return named.subarray(keys[clause], keys[clause + 1]);
  }

  /** Returns the keys of the first clause that lets a condition hold. @param {number} number */
  #metBy(number) {
    const { holds, first } = this.#clauses;
    for (let clause = first[number]; clause < first[number] + holds[number]; clause += 1) {
      if (this.#clauseState(clause) === YES) return this.#keysOf(clause);
    }
    return undefined;
  }

  /** @param {number} number @returns {Omit<Judgement, "verdict">} */
  #explain(number) {
    if (this.state(number) === NO) return RULED_OUT;
    const { holds, first } = this.#clauses;
    const met = this.#metBy(number);
    /** @type {string[]} */
    const missing = [];
    for (let clause = first[number] + (met ? holds[number] : 0); clause < first[number + 1]; clause += 1) {
      if (this.#clauseState(clause) === OPEN)
        missing.push(...[...this.#keysOf(clause)].flatMap((key) => this.#missingFor(key)));
    }
    return { reasons: [...(met ?? [])].map((key) => this.#reasonOf(key)), missing };
  }

  /** @param {number} key @returns {string[]} ids of questions */
  #missingFor(key) {
    if (this.#keyState(key) !== OPEN) return [];
    const { id, ask_when } = this.#model.questions[this.#model.conditions.keys[key][0]];
    return this.state(ask_when) === YES ? [id] : this.#explain(ask_when).missing;
  }

  /** @param {number} key @returns {Reason} */
  #reasonOf(key) {
    const [number, holding] = this.#model.conditions.keys[key];
    const { id, options } = this.#model.questions[number];
    const ids = options.filter((_, bit) => this.#masks[number] & holding & (1 << bit)).map((option) => option.id);
    return { question: id, options: ids, ...(!this.#answers[id]?.length && ASSUMED) };
  }
}

/**
 * Returns her answers, and what the city assumes where she gave none.
 * @param {Model} model
 * @param {Answers} answers
 * @returns {Answers}
 */
export function withAssumed({ assume }, answers) {
  const assumed = Object.entries(assume).filter(([id]) => !answers[id]?.length);
  return { ...answers, ...Object.fromEntries(assumed.map(([id, option]) => [id, [option]])) };
}

/** @param {Model} model @param {string[]} ids */
function inAskingOrder(model, ids) {
  return ids.length > 1 ? model.questions.map(({ id }) => id).filter((id) => ids.includes(id)) : ids;
}

/**
 * Puts the reasons of several conditions in asking order, each one once.
 * @param {Model} model
 * @param {Reason[]} reasons
 */
function once(model, reasons) {
  const number = (/** @type {Reason} */ { question }) => model.questions.findIndex(({ id }) => id === question);
  const distinct = new Map(reasons.map((reason) => [`${reason.question} ${reason.options}`, reason]));
  return [...distinct.values()].sort(
    (left, right) => number(left) - number(right) || (`${left.options}` < `${right.options}` ? -1 : 1),
  );
}

/** @param {{id: string}[]} options @param {string[] | undefined} answer */
function maskOf(options, answer) {
  return options.reduce((mask, option, index) => (answer?.includes(option.id) ? mask | (1 << index) : mask), 0);
}
