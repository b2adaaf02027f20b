// Fractions of whole numbers of any size, and the four sums with them. They are reduced by what the parts have in
// common before anything is multiplied: that is small where the figures are large, and looking for what two large ones
// have in common takes most of a calculation.

/** @typedef {{s: bigint, n: bigint, d: bigint}} Fraction  its sign, 1 or -1; above the line; below it, more than 0 */

// Below this a number is counted with exactly, and many times faster.
const SMALL = BigInt(Number.MAX_SAFE_INTEGER);
// What is drawn is drawn no finer than this.
const FINE = 10n ** 9n;

/**
 * Makes a fraction of an end that is reduced already.
 * @param {bigint} above  with its sign
 * @param {bigint} below  above 0
 * @returns {Fraction}
 */
export function reduced(above, below) {
  return above < 0n ? { s: -1n, n: -above, d: below } : { s: 1n, n: above, d: below };
}

/**
 * Reads a figure: p/q, or digits with a point.
 * @param {string} text  such as -12.50
 * @returns {Fraction}
 */
export function fractionOf(text) {
  const [line, below = "1"] = text.split("/");
  const [whole, digits = ""] = line.split(".");
  const [above, under] = [BigInt(whole + digits), BigInt(below) * 10n ** BigInt(digits.length)];
  const shared = common(above < 0n ? -above : above, under);
  return reduced(above / shared, under / shared);
}

/** Returns about how much it is, to draw it. @param {Fraction} figure */
export function about({ s, n, d }) {
  return Number((s * n * FINE) / d) / Number(FINE);
}

/**
 * Returns the greatest number that both hold whole.
 * @param {bigint} left  0 or more
 * @param {bigint} right  0 or more
 * @returns {bigint}
 */
export function common(left, right) {
  let [more, less] = [left, right];
  while (less > SMALL) [more, less] = [less, more % less];
  if (!less) return more;
  let [whole, rest] = [Number(less), Number(more % less)];
  while (rest) [whole, rest] = [rest, whole % rest];
  return BigInt(whole);
}

/** @param {Fraction} left @param {Fraction} right @returns {Fraction} */
export function plus(left, right) {
  const [above, other] = [left.s * left.n, right.s * right.n];
  const shared = common(left.d, right.d);
  if (shared === 1n) return reduced(above * right.d + other * left.d, left.d * right.d);
  const below = left.d / shared;
  const total = above * (right.d / shared) + other * below;
  const again = common(total < 0n ? -total : total, shared);
  return reduced(total / again, below * (right.d / again));
}

/** @param {Fraction} left @param {Fraction} right @returns {Fraction} */
export function minus(left, right) {
  return plus(left, reduced(-right.s * right.n, right.d));
}

/** @param {Fraction} left @param {Fraction} right @returns {Fraction} */
export function times(left, right) {
  const first = common(left.n, right.d);
  const second = common(right.n, left.d);
  return reduced(left.s * right.s * (left.n / first) * (right.n / second), (left.d / second) * (right.d / first));
}

/** @param {Fraction} left @param {Fraction} right  not 0 @returns {Fraction} */
export function parted(left, right) {
  return times(left, reduced(right.s * right.d, right.n));
}

/**
 * Tells which is more: below 0 where it is the other one.
 * @param {Fraction} left
 * @param {Fraction} right
 * @returns {number}
 */
export function order(left, right) {
  const apart = left.s * left.n * right.d - right.s * right.n * left.d;
  return apart < 0n ? -1 : Number(apart > 0n);
}
