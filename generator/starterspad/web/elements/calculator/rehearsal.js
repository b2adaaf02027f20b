// Figures that nobody wrote, for a calculation whose result nobody sees.
/** @import {Calculator} from "../../core/money/calculator-types.js" */
/** @import {Filled} from "../../core/money/evaluate.js" */
import { exactly } from "../../core/money/arithmetic.js";
import { order, reduced } from "../../core/money/reduced.js";

// Odd enough that nothing is nought or cancelled out.
const USUAL = reduced(37n, 1n);

/**
 * Fills every input in within its limits.
 * @param {Calculator} calculator
 * @returns {Filled}
 */
export function rehearsed({ inputs }) {
  return Object.fromEntries(
    inputs.map(({ id, options, min, max }) => {
      const [least, most] = [exactly(min), exactly(max)];
      const within = order(USUAL, least) < 0 ? least : order(USUAL, most) > 0 ? most : USUAL;
      return [id, [options ? exactly(options[0]) : within]];
    }),
  );
}
