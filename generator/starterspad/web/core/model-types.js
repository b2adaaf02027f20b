// The shapes that the engine reads and makes: the decision model is the contract with the compiler.
/**
 * @typedef {string | {text: string, lang: string}} Text  A text that fell back says its language.
 * @typedef {[number, number, number]} Key  Question index, mask of options that hold, mask that leaves it open.
 * @typedef {{when: Key[][], unless: Key[][]}} Condition
 * @typedef {{id: string, title: Text}} Option
 * @typedef {{id: string, title: Text, because: Text, several: boolean, options: Option[], exclusive: number, ask_when: number, sensitive?: boolean, page?: string}} Question
 *   page: where the answer is found that nobody is asked for, below the language
 * @typedef {{id: string, phase: number, title: Text, why: Text, kind: string, condition: number,
 *   before: number[], version: string, warning?: Text, decided_by?: Text, times?: number,
 *   lead?: {days: number, estimate: boolean}, changed?: {on: string, note: Text}}} Task
 * @typedef {{partner: string, service: string, name: string, title: Text, tasks: number[], conditions: number[], checked: string,
 *   format?: string[], cost?: string, booking?: string, page?: string, email?: string, phone?: string, hours?: Text, bring?: Text}} Service
 * @typedef {{model_schema: number, language: string, plan_after: number, fresh_days: number, old_days: number, phases: {id: string, title: Text, start?: boolean, gate?: Text}[],
 *   questions: Question[], tasks: Task[], services: Service[], conditions: Condition[],
 *   themes: {id: string, title: Text, tasks: number[]}[], aliases: Aliases, risks: number[],
 *   mirror?: {top: number, fields: {id: string, title: Text, competences: (import("./rules/self-assessment.js").Competence & {title: Text})[]}[]},
 *   retired: Record<string, Text>}} Model  retired: "task/<id>" and "service/<partner>/<service>" -> title
 * @typedef {{question: Record<string, string>, option: Record<string, string>, task: Record<string, string>,
 *   service: Record<string, string>}} Aliases  Old id -> today's; options as question/option, services as partner/service.
 * @typedef {Record<string, string[]>} Answers  Question id -> option ids; a question without an answer is absent.
 * @typedef {"yes" | "no" | "unknown"} Verdict
 * @typedef {{question: string, options: string[]}} Reason
 * @typedef {{verdict: Verdict, reasons: Reason[], missing: string[]}} Judgement
 * @typedef {{partner: string, service: string, verdict: Verdict, reasons: Reason[], missing: string[]}} PlannedService
 * @typedef {{id: string, phase: string, verdict: Verdict, reasons: Reason[], missing: string[], services: PlannedService[]}} PlannedTask
 * @typedef {{schema: number, tasks: PlannedTask[]}} Plan
 */
export {};
