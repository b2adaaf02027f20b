// Judges the conditions of a decision model by bit masks. No DOM; held against the Python reference by shared cases.
/** @import {Answers, Condition, Judgement, Key, Model, Reason} from "../model-types.js" */

/** @type {Judgement} */
const NO = { verdict: "no", reasons: [], missing: [] };
/** @type {Judgement} */
const YES = { verdict: "yes", reasons: [], missing: [] };

/**
 * Returns `judge(...numbers)`, which judges conditions of the model that must all hold, each one once.
 * @param {Model} model
 * @param {Answers} answers
 */
export function judgeOf(model, answers) {
  const masks = model.questions.map((question) => maskOf(question.options, answers[question.id]));
  /** @type {Judgement[]} */
  const asked = [];
  /** @type {Map<number, Judgement>} */
  const known = new Map();

  /** @param {number[]} numbers @returns {Judgement} */
  const judge = (...numbers) => {
    if (numbers.length === 1) return judgeOne(numbers[0]);
    const judgements = numbers.map(judgeOne);
    if (judgements.some(({ verdict }) => verdict === "no")) return NO;
    const missing = inOrder(judgements.flatMap((judgement) => judgement.missing));
    return { verdict: missing.length ? "unknown" : "yes", reasons: once(judgements.flatMap(({ reasons }) => reasons)), missing };
  };

  /** Puts the reasons of several conditions in asking order, each one once. @param {Reason[]} reasons */
  const once = (reasons) => {
    const number = (/** @type {Reason} */ { question }) => model.questions.findIndex(({ id }) => id === question);
    const distinct = new Map(reasons.map((reason) => [`${reason.question} ${reason.options}`, reason]));
    return [...distinct.values()].sort((left, right) => number(left) - number(right) || (`${left.options}` < `${right.options}` ? -1 : 1));
  };

  /** @param {number} number */
  const judgeOne = (number) => {
    let judgement = known.get(number);
    if (!judgement) {
      judgement = judgeCondition(model.conditions[number]);
      known.set(number, judgement);
    }
    return judgement;
  };

  /** @param {Condition} condition @returns {Judgement} */
  const judgeCondition = ({ when, unless }) => {
    const holds = when.length ? anyOf(when) : YES;
    const except = unless.length ? anyOf(unless) : NO;
    if (holds.verdict === "no" || except.verdict === "yes") return NO;
    const missing = inOrder([...holds.missing, ...except.missing]);
    return { verdict: missing.length ? "unknown" : "yes", reasons: holds.reasons, missing };
  };

  /** @param {Key[][]} clauses @returns {Judgement} */
  const anyOf = (clauses) => {
    /** @type {string[]} */
    const missing = [];
    for (const clause of clauses) {
      const judgement = allOf(clause);
      if (judgement.verdict === "yes") return judgement;
      missing.push(...judgement.missing);
    }
    return missing.length ? { verdict: "unknown", reasons: [], missing } : NO;
  };

  /** @param {Key[]} clause @returns {Judgement} */
  const allOf = (clause) => {
    const judgements = clause.map(judgeKey);
    if (judgements.some(({ verdict }) => verdict === "no")) return NO;
    const missing = judgements.flatMap((judgement) => judgement.missing);
    if (missing.length) return { verdict: "unknown", reasons: [], missing };
    return { verdict: "yes", reasons: judgements.flatMap(({ reasons }) => reasons), missing: [] };
  };

  /** @param {Key} key @returns {Judgement} */
  const judgeKey = ([index, holds, open]) => {
    if (asked[index].verdict !== "yes") return { ...asked[index], reasons: [] };
    const question = model.questions[index];
    const matching = masks[index] & holds;
    if (matching) return { verdict: "yes", reasons: [reasonOf(question, matching)], missing: [] };
    if (!masks[index] || masks[index] & open) return { verdict: "unknown", reasons: [], missing: [question.id] };
    return NO;
  };

  /** @param {string[]} ids */
  const inOrder = (ids) => (ids.length > 1 ? model.questions.map(({ id }) => id).filter((id) => ids.includes(id)) : ids);

  // A question depends on earlier ones only, so one pass in question order settles which are asked.
  for (const question of model.questions) asked.push(judge(question.ask_when));
  return judge;
}

/** @param {{id: string}[]} options @param {string[] | undefined} answer */
function maskOf(options, answer) {
  return options.reduce((mask, option, index) => (answer?.includes(option.id) ? mask | (1 << index) : mask), 0);
}

/** @param {{id: string, options: {id: string}[]}} question @param {number} mask @returns {Reason} */
function reasonOf(question, mask) {
  const options = question.options.filter((_, index) => mask & (1 << index)).map(({ id }) => id);
  return { question: question.id, options };
}
