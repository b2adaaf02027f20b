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
  const judgeKey = keyJudge(model, withAssumed(model, answers), answers, judgeOne);
  /** @type {Map<number, Judgement>} */
  const known = new Map();

  /** @param {number[]} numbers @returns {Judgement} */
  const judge = (...numbers) => {
    if (numbers.length === 1) return judgeOne(numbers[0]);
    const judgements = numbers.map(judgeOne);
    if (judgements.some(({ verdict }) => verdict === "no")) return NO;
    const missing = inAskingOrder(
      model,
      judgements.flatMap((judgement) => judgement.missing),
    );
    return {
      verdict: missing.length ? "unknown" : "yes",
      reasons: once(
        model,
        judgements.flatMap(({ reasons }) => reasons),
      ),
      missing,
    };
  };
  return judge;

  /** @param {number} number */
  function judgeOne(number) {
    let judgement = known.get(number);
    if (!judgement) {
      judgement = judgeCondition(model, model.conditions[number], judgeKey);
      known.set(number, judgement);
    }
    return judgement;
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

/**
 * Returns what judges one key of a clause.
 * @param {Model} model
 * @param {Answers} answers  her own, and assumed ones
 * @param {Answers} own
 * @param {(condition: number) => Judgement} judgeOne
 * @returns {(key: Key) => Judgement}
 */
function keyJudge(model, answers, own, judgeOne) {
  const masks = model.questions.map((question) => maskOf(question.options, answers[question.id]));
  return ([index, holds, open]) => {
    const question = model.questions[index];
    // A question depends on earlier ones only, so this ends.
    const asked = judgeOne(question.ask_when);
    if (asked.verdict !== "yes") return { ...asked, reasons: [] };
    const matching = masks[index] & holds;
    if (matching)
      return { verdict: "yes", reasons: [reasonOf(question, matching, !own[question.id]?.length)], missing: [] };
    if (!masks[index] || masks[index] & open) return { verdict: "unknown", reasons: [], missing: [question.id] };
    return NO;
  };
}

/** @param {Model} model @param {Condition} condition @param {(key: Key) => Judgement} judgeKey @returns {Judgement} */
function judgeCondition(model, { when, unless }, judgeKey) {
  const holds = when.length ? anyOf(when, judgeKey) : YES;
  const except = unless.length ? anyOf(unless, judgeKey) : NO;
  if (holds.verdict === "no" || except.verdict === "yes") return NO;
  const missing = inAskingOrder(model, [...holds.missing, ...except.missing]);
  return { verdict: missing.length ? "unknown" : "yes", reasons: holds.reasons, missing };
}

/** @param {Key[][]} clauses @param {(key: Key) => Judgement} judgeKey @returns {Judgement} */
function anyOf(clauses, judgeKey) {
  /** @type {string[]} */
  const missing = [];
  for (const clause of clauses) {
    const judgement = allOf(clause, judgeKey);
    if (judgement.verdict === "yes") return judgement;
    missing.push(...judgement.missing);
  }
  return missing.length ? { verdict: "unknown", reasons: [], missing } : NO;
}

/** @param {Key[]} clause @param {(key: Key) => Judgement} judgeKey @returns {Judgement} */
function allOf(clause, judgeKey) {
  const judgements = clause.map(judgeKey);
  if (judgements.some(({ verdict }) => verdict === "no")) return NO;
  const missing = judgements.flatMap((judgement) => judgement.missing);
  if (missing.length) return { verdict: "unknown", reasons: [], missing };
  return { verdict: "yes", reasons: judgements.flatMap(({ reasons }) => reasons), missing: [] };
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

/**
 * @param {{id: string, options: {id: string}[]}} question
 * @param {number} mask
 * @param {boolean} assumed
 * @returns {Reason}
 */
function reasonOf(question, mask, assumed) {
  const options = question.options.filter((_, index) => mask & (1 << index)).map(({ id }) => id);
  return { question: question.id, options, ...(assumed && { assumed: /** @type {const} */ (true) }) };
}
