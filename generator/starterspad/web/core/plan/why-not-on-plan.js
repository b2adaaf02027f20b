// Says why a task does not apply: the fewest answers that decide it. Take those back, and it is open again.
/** @import {Key, Model} from "../model-types.js" */
/** @import {Answers, Reason, Verdict} from "../plan-types.js" */
import { clausesIn, judgeOf, withAssumed } from "../rules/evaluate.js";

const ASSUMED = /** @type {const} */ ({ assumed: true });

/**
 * Lists the tasks that do not apply, in the model's order, each with the answers that decide so.
 * @param {Model} model
 * @param {Answers} answers
 * @returns {{id: string, reasons: Reason[]}[]}
 */
export function whyNot(model, answers) {
  const judge = judgeOf(model, answers);
  const known = withAssumed(model, answers);

  /** @param {Key} key @returns {{verdict: Verdict, reasons: Reason[]}} with why it holds, or why it does not */
  const judgeKey = ([index, holds, open]) => {
    const question = model.questions[index];
    const asked = judge(question.ask_when).verdict;
    if (asked !== "yes") return { verdict: asked, reasons: asked === "no" ? against(question.ask_when) : [] };
    const options = question.options.map(({ id }) => id).filter((id) => known[question.id]?.includes(id));
    const mask = question.options.reduce(
      (bits, { id }, place) => (options.includes(id) ? bits | (1 << place) : bits),
      0,
    );
    const reason = { question: question.id, options, ...(!answers[question.id]?.length && ASSUMED) };
    if (mask & holds) return { verdict: "yes", reasons: [reason] };
    if (!mask || mask & open) return { verdict: "unknown", reasons: [] };
    return { verdict: "no", reasons: [reason] };
  };

  /** @param {number} number  of a condition that does not hold @returns {Reason[]} */
  const against = (number) => {
    const { when, unless } = clausesOf(model, number);
    const excepted = unless
      .map((clause) => clause.map(judgeKey))
      .filter((keys) => keys.every(({ verdict }) => verdict === "yes"));
    const failing = when.map((clause) => clause.map(judgeKey).filter(({ verdict }) => verdict === "no"));
    const [fewest] = failing.every(({ length }) => length)
      ? [...failing].sort((left, right) => left.length - right.length)
      : [];
    const reasons = [...excepted.flat(), ...(fewest ?? [])].flatMap((key) => key.reasons);
    return reasons.filter(
      ({ question }, place) => reasons.findIndex((reason) => reason.question === question) === place,
    );
  };

  return model.tasks
    .filter(({ condition }) => judge(condition).verdict === "no")
    .map(({ id, condition }) => ({ id, reasons: against(condition) }));
}

/**
 * Returns the clauses of a condition, with the keys of each.
 * @param {Model} model
 * @param {number} number
 * @returns {{when: Key[][], unless: Key[][]}}
 */
export function clausesOf(model, number) {
  const { holds, first, keys, named } = clausesIn(model);
  const starts = keys.subarray(first[number], first[number + 1]);
  const clauses = [...starts].map((start, place) =>
    [...named.subarray(start, keys[first[number] + place + 1])].map((key) => model.conditions.keys[key]),
  );
  return { when: clauses.slice(0, holds[number]), unless: clauses.slice(holds[number]) };
}
