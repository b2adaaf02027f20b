// A business plan in the order in which somebody wants to read it: our own, or that of a template.

/**
 * @typedef {{title: string, questions: string[]}} Heading  questions: each as section/question
 * @typedef {{question: string, text: string}} Answered
 * @typedef {{calculator: string, title: string, rows: [string, string][], results: string[]}} Table
 *   rows: what she filled in, with the figure; results: what came out, in sentences
 * @typedef {{title: string, answers: Answered[], tables: Table[]}} Part
 */

/**
 * Puts tables where a question of their section stands, each once; what has no place stands at the end.
 * @param {Heading[]} order
 * @param {Record<string, string[]>} calculators  section -> the calculators whose results stand with it
 * @param {Table[]} tables
 * @returns {{below: Table[][], rest: Table[]}} below: for each heading
 */
function placed(order, calculators, tables) {
  const left = new Map(tables.map((table) => [table.calculator, table]));
  const below = order.map(({ questions }) => {
    const sections = new Set(questions.map((question) => question.split("/")[0]));
    return [...sections]
      .flatMap((section) => calculators[section] ?? [])
      .flatMap((id) => {
        const table = left.get(id);
        left.delete(id);
        return table ?? [];
      });
  });
  return { below, rest: [...left.values()] };
}

/**
 * Puts answers below the headings of an order. What stands below no heading is not lost: it follows under its own.
 * @param {Heading[]} order
 * @param {Heading[]} own  the sections of the plan, which hold every question
 * @param {Record<string, string>} titles  section/question -> the question
 * @param {Record<string, string>} answers  section/question -> her words
 * @param {{calculators: Record<string, string[]>, tables: Table[], title: string}} sums  title: of what has no place
 * @returns {Part[]} a heading without an answer too: an empty place is to be seen
 */
export function outlined(order, own, titles, answers, sums) {
  const named = new Set(order.flatMap(({ questions }) => questions));
  const rest = own
    .map(({ title, questions }) => ({ title, questions: questions.filter((question) => !named.has(question)) }))
    .filter(({ questions }) => questions.some((question) => answers[question]));
  const headings = [...order, ...rest];
  const { below, rest: apart } = placed(headings, sums.calculators, sums.tables);
  const parts = headings.map(({ title, questions }, index) => ({
    title,
    tables: below[index],
    answers: questions
      .filter((question) => Object.hasOwn(titles, question))
      .map((question) => ({ question: titles[question], text: answers[question] ?? "" })),
  }));
  return apart.length ? [...parts, { title: sums.title, answers: [], tables: apart }] : parts;
}
