// What a plan, a self-assessment, worksheets and a business plan show for a criterion of a gate.

/**
 * Says how a criterion stands: done when all that shows it is done, open when some of it is not, unknown when nothing
 * of it is on her plan and she has not begun with any.
 * Whoever writes no business plan here may have one on paper: it counts once she began. So do sums, once she did them.
 * @param {{tasks: string[], selfAssessment: boolean, worksheet: string, questions: string[], sums?: boolean}} criterion
 *   questions: of the business plan, each as section/question; sums: whether what a calculator came to will do,
 *   undefined where it came to nothing yet
 * @param {{done: Set<string>, planned: Set<string>, assessed: boolean, written: Set<string>, answered: Set<string>}}
 *   shown
 * @returns {"done" | "open" | "unknown"}
 */
export function standing(criterion, { done, planned, assessed, written, answered }) {
  const { tasks, selfAssessment, worksheet, questions, sums } = criterion;
  const counts = tasks.filter((task) => done.has(task) || planned.has(task));
  const shows = [
    ...counts.map((task) => done.has(task)),
    ...(selfAssessment ? [assessed] : []),
    ...(worksheet ? [written.has(worksheet)] : []),
    ...(answered.size ? questions.map((question) => answered.has(question)) : []),
    ...(sums === undefined ? [] : [sums]),
  ];
  const begun = sums !== undefined || written.has(worksheet) || questions.some((question) => answered.has(question));
  if (!counts.length && !(selfAssessment && assessed) && !begun) return "unknown";
  return shows.every(Boolean) ? "done" : "open";
}
