// What the figures that she filled in mean to conditions; the same in `rules/money/buckets.py`.
/** @import {Bucket, ToldCalculator} from "./calculator-types.js" */
/** @import {Value} from "./arithmetic.js" */
/** @import {Journal} from "../journal/journal.js" */
/** @import {Answers} from "../plan-types.js" */
import { filledIn } from "../journal/sums.js";
import { exactly, isUnknown } from "./arithmetic.js";
import { order, reduced, times } from "./reduced.js";
import { namedPart, resultsOf } from "./results.js";

/**
 * Returns which cut each bucket is in; what cannot be worked out is left out, and so is a calculator in which nothing
 * is filled in: what it assumes is not hers.
 * @param {Record<string, ToldCalculator>} named
 * @param {Journal} journal
 * @returns {Answers} such as `{"money.runway": ["under-3-months"]}`
 */
export function bucketAnswers(named, journal) {
  const all = Object.values(named).map(({ computation }) => computation);
  const calculators = Object.fromEntries(all.map((computation) => [computation.id, computation]));
  const filled = filledIn(all, journal);
  /** @type {Answers} */
  const answers = {};
  for (const [id, { computation, buckets = [] }] of Object.entries(named)) {
    if (!buckets.length || !Object.keys(filled[id]).length) continue;
    const values = resultsOf(calculators, id, filled);
    for (const bucket of buckets) {
      const value = values.get(bucket.output);
      const cut = value && !Array.isArray(value) && cutOf(bucket, value, namedPart(computation, bucket.output).scale);
      if (cut) answers[`money.${bucket.id}`] = [cut];
    }
  }
  return answers;
}

/** @param {Bucket} bucket @param {Value} value @param {number} scale @returns {string | undefined} */
function cutOf({ cuts }, value, scale) {
  if (isUnknown(value)) {
    const empty = value.fault === "none" && !value.missing.size;
    return empty ? cuts.find(({ none }) => none)?.id : undefined;
  }
  const seen = times(value, reduced(BigInt(scale), 1n));
  return cuts.find(({ none, below }) => !none && (!below || order(seen, exactly(below)) < 0))?.id;
}
