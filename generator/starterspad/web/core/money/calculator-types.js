// A calculator, and what comes out of it. `make types` writes this file.
/** @typedef {"number" | "name" | "month" | "before" | "none" | "fact" | "add" | "sub" | "mul" | "div" | "neg" | "lt" | "le" | "gt" | "ge" | "eq" | "ne" | "and" | "or" | "not" | "if" | "min" | "max" | "round" | "round_up" | "round_down" | "power" | "sum" | "last" | "running" | "earlier"} Op  what a part of a formula does */
/**
 * A formula, or a part of one.
 * @typedef {object} Node
 * @property {Op} op
 * @property {Node[]} [of]  the parts that it works with
 * @property {string} [number]  the figure of a number or of a fact, exactly: p/q
 * @property {string} [name]  the input, step or fact that is named
 */
/**
 * An input, as the engine needs it. Figures are exact, as p/q, in the unit that people see.
 * @typedef {object} ComputedInput
 * @property {string} id
 * @property {string} unit
 * @property {number} scale  what a figure is divided by before a formula sees it: 100 for percent
 * @property {number} decimals
 * @property {string} min
 * @property {string} max
 * @property {string[]} [options]  the figures of which one is chosen
 * @property {string[]} [default]  what counts until something is written: one figure, or one for each month
 * @property {string} [fact]  the fact that the default comes from
 * @property {string[]} [taken]  a calculator and its output, whose result counts until something is written
 * @property {number} [asked]  how many figures are asked, where they are asked for months; 0 for as many as there are months
 */
/**
 * A step, as the engine needs it.
 * @typedef {object} ComputedStep
 * @property {string} id
 * @property {string} unit
 * @property {number} scale  what a result is multiplied by before a person sees it: 100 for percent
 * @property {number} decimals
 * @property {boolean} [monthly]
 * @property {Node} formula
 */
/**
 * What the engine of the browser works with; the words stand in the page.
 * @typedef {object} Calculator
 * @property {string} id
 * @property {string[]} [aliases]  the ids that it had before: what was filled in under them is still hers
 * @property {number | string} months  how many months there are, or the input that says it; 0 where nothing is monthly
 * @property {ComputedInput[]} inputs
 * @property {ComputedStep[]} steps
 * @property {string[]} outputs
 */
/** @typedef {"" | "none" | "division" | "too-large" | "outside"} FigureFault  why there is no figure: a formula says none; by zero; no end; what another calculator gives is outside the limits */
/**
 * A figure that came out: rounded and exact, or what is missing.
 * @typedef {object} Figure
 * @property {string | null} value  rounded half away from zero, to the cent unless its step says otherwise; nothing where it is not known
 * @property {string | null} exact  the same, exactly and reduced: p/q
 * @property {string} unit
 * @property {string[]} missing  the inputs without which it is not known
 * @property {FigureFault} fault  why it cannot be worked out, or empty
 */
/**
 * What an input is called, and its choices by their figures.
 * @typedef {object} InputWords
 * @property {string} label
 * @property {Record<string, string>} choices
 */
/**
 * The sentence of an output, and what is said where there is no figure.
 * @typedef {object} OutputWords
 * @property {string} text
 * @property {string} otherwise
 */
/**
 * A part of the figures.
 * @typedef {object} Cut
 * @property {string} id
 * @property {string} [below]  up to this figure, exactly: p/q
 * @property {true} [none]  where the formula says that there is no figure
 */
/**
 * What a figure means, as conditions name it.
 * @typedef {object} Bucket
 * @property {string} id
 * @property {string} output
 * @property {Cut[]} cuts
 */
/**
 * A calculator with its words.
 * @typedef {object} ToldCalculator
 * @property {string} title
 * @property {Calculator} computation
 * @property {Record<string, InputWords>} inputs
 * @property {Record<string, string>} steps  what each step is called
 * @property {Record<string, OutputWords>} outputs
 * @property {Bucket[]} [buckets]
 */
export {};
