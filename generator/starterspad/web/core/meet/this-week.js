// What is held this week and is for her: by her answers, her place and the steps that are open on her plan.
/** @import {ComingEvent, ComingEvents, Model} from "../model-types.js" */
/** @import {Answers} from "../plan-types.js" */
import { judgeOf } from "../rules/evaluate.js";

const WEEK = 7 * 24 * 3600 * 1000;
// More would be a calendar.
const MOST = 2;

/**
 * Returns the next date of each event that is hers, the earliest first.
 * @param {Model} model
 * @param {ComingEvents} coming
 * @param {Answers} answers
 * @param {Set<string>} open  the ids of the steps that she has before her
 * @param {number} now  in milliseconds
 * @returns {{event: ComingEvent, words: string}[]}
 */
export function thisWeek(model, { conditions, asked, events }, answers, open, now) {
  const questions = model.questions.map((question, place) => ({ ...question, ask_when: asked[place] }));
  const judge = judgeOf({ ...model, conditions, questions }, answers);
  const hers = events.filter(
    // Of her place it is enough that nothing speaks against it: a card asks for that later than for the rest.
    ({ condition, area, tasks }) =>
      judge(condition).verdict === "yes" && judge(area).verdict !== "no" && tasks.some((task) => open.has(task)),
  );
  const next = hers.flatMap((event) => {
    const date = event.dates.find(([, over]) => Date.parse(over) > now);
    return date && Date.parse(date[0]) < now + WEEK ? [{ event, begins: date[0], words: date[2] }] : [];
  });
  return next
    .sort((left, right) => Date.parse(left.begins) - Date.parse(right.begins))
    .slice(0, MOST)
    .map(({ event, words }) => ({ event, words }));
}
