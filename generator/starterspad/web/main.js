// Loads the script of each element that stands on the page, and no other.
const elements = {
  "color-scheme": () => import("./elements/color-scheme/color-scheme.js"),
  "resume-banner": () => import("./elements/resume-banner/resume-banner.js"),
  search: () => import("./elements/search/search.js"),
  questions: () => import("./elements/questions/questions.js"),
  plan: () => import("./elements/plan/plan.js"),
  "export-import": () => import("./elements/export-import/export-import.js"),
  directory: () => import("./elements/directory/directory.js"),
  task: () => import("./elements/task/task.js"),
  "print-button": () => import("./elements/print-button/print-button.js"),
  coach: () => import("./elements/coach/coach.js"),
  "programme-progress": () => import("./elements/programme-progress/programme-progress.js"),
  notice: () => import("./elements/notice/notice.js"),
  "self-assessment": () => import("./elements/self-assessment/self-assessment.js"),
  "gate-decision": () => import("./elements/gate-decision/gate-decision.js"),
  worksheet: () => import("./elements/worksheet/worksheet.js"),
  risks: () => import("./elements/risks/risks.js"),
  "partner-form": () => import("./elements/partner-form/partner-form.js"),
};
const arriving = Object.entries(elements)
  .filter(([name]) => document.querySelector(`portal-${name}`))
  .map(([, load]) => load());
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".bar a, .menu a"))) {
  if (link.href === location.href.split("#")[0]) link.setAttribute("aria-current", "page");
}
Promise.all(arriving).then(() => document.documentElement.classList.add("ready"));
