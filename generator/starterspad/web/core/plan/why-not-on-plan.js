// Says why a task does not apply: the fewest answers that decide it. Take those back, and it is open again.
/** @import {Answers, Key, Model, Reason, Verdict} from "../model-types.js" */
import { judgeOf, withAssumed } from "../rules/evaluate.js";

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
    const { when, unless } = model.conditions[number];
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
