// Loads the script of each element that stands on the page, and no other; says so when something does not come.
/** @import {LatePart} from "./base/late-sentence.js" */
import { tellLate } from "./base/late-sentence.js";

const elements = {
  "color-scheme": () => import("./elements/color-scheme/color-scheme.js"),
  "resume-banner": () => import("./elements/resume-banner/resume-banner.js"),
  answer: () => import("./elements/answer/answer.js"),
  search: () => import("./elements/search/search.js"),
  questions: () => import("./elements/questions/questions.js"),
  plan: () => import("./elements/plan/plan.js"),
  "export-import": () => import("./elements/export-import/export-import.js"),
  erase: () => import("./elements/erase/erase.js"),
  directory: () => import("./elements/directory/directory.js"),
  calendar: () => import("./elements/calendar/calendar.js"),
  dates: () => import("./elements/dates/dates.js"),
  meeting: () => import("./elements/meeting/meeting.js"),
  talk: () => import("./elements/talk/talk.js"),
  task: () => import("./elements/task/task.js"),
  "print-button": () => import("./elements/print-button/print-button.js"),
  coach: () => import("./elements/coach/coach.js"),
  "programme-progress": () => import("./elements/programme-progress/programme-progress.js"),
  notice: () => import("./elements/notice/notice.js"),
  "self-assessment": () => import("./elements/self-assessment/self-assessment.js"),
  "gate-decision": () => import("./elements/gate-decision/gate-decision.js"),
  worksheet: () => import("./elements/worksheet/worksheet.js"),
  workbook: () => import("./elements/workbook/workbook.js"),
  loans: () => import("./elements/loans/loans.js"),
  calculator: () => import("./elements/calculator/calculator.js"),
  bilingual: () => import("./elements/bilingual/bilingual.js"),
  risks: () => import("./elements/risks/risks.js"),
  "partner-form": () => import("./elements/partner-form/partner-form.js"),
  "record-form": () => import("./elements/record-form/record-form.js"),
};
const fieldLimits = () => import("./base/field-limits.js");
document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLElement && target.dataset.limit) bring(target, fieldLimits, true);
});
document.addEventListener("late", (event) => tellLate(/** @type {CustomEvent<LatePart>} */ (event).detail));

/**
 * Loads the script of an element; as long as it is not there, the page shows what it holds without it.
 * @param {Element} near
 * @param {() => Promise<unknown>} load
 * @param {boolean} [asked]  by what she does now
 */
async function bring(near, load, asked = false) {
  const came = await load().then(Boolean, () => false);
  near.toggleAttribute("data-failed", !came);
  tellLate([load, came, near, asked]);
  if (!came) addEventListener("online", () => bring(near, load), { once: true });
}

const arriving = Object.entries(elements).flatMap(([name, load]) => {
  const element = document.querySelector(`portal-${name}`);
  return element ? [bring(element, load)] : [];
});
Promise.all(arriving).then(() => document.documentElement.classList.add("ready"));
