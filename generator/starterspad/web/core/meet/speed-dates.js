// Who talks to whom at a meeting, as rules/speed_dates.py plans it: groups stay at their table, alumni move on.

/**
 * @typedef {{alumnusAt: Map<number, number>, waiting: number[], resting: number[]}} Round
 *   alumnusAt: by table, both from 1; waiting: tables without an alumnus; resting: alumni without a table
 * @typedef {object} SpeedDates
 * @property {number[][]} tables  the numbers of the candidates of each table
 * @property {Round[]} rounds
 * @property {boolean} everyoneMeets
 * @property {number} waiting  how often a candidate sits a round out, all rounds together
 * @property {number} waitingBound  what no plan can stay below
 * @property {number} resting  the same of alumni
 * @property {number} restingBound
 */

/**
 * @param {number} candidates
 * @param {number} alumni
 * @param {number | null} [size]  the most candidates at a table; without it, as many as leave nobody waiting
 * @param {number | null} [mostRounds]  ends the meeting before everybody met everybody
 * @returns {SpeedDates}
 */
export function speedDates(candidates, alumni, size, mostRounds) {
  const seats = size || Math.ceil(candidates / alumni);
  const tables = tablesOf(candidates, alumni, seats);
  const needed = Math.max(tables.length, alumni);
  const count = Math.min(mostRounds || needed, needed);
  const rounds = Array.from({ length: count }, (_, number) => roundOf(tables.length, alumni, number));
  const meetings = Math.min(candidates * Math.min(count, alumni), alumni * Math.min(count * seats, candidates));
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
  return {
    tables,
    rounds,
    everyoneMeets: count === needed,
    waiting: sum(rounds.flatMap(({ waiting }) => waiting.map((table) => tables[table - 1].length))),
    waitingBound: candidates * count - meetings,
    resting: sum(rounds.map(({ resting }) => resting.length)),
    restingBound: count * Math.max(0, alumni - candidates),
  };
}

/** @param {number} candidates @param {number} alumni @param {number} size */
function tablesOf(candidates, alumni, size) {
  const count = Math.max(Math.ceil(candidates / size), Math.min(candidates, alumni));
  const small = Math.floor(candidates / count);
  let first = 1;
  return upTo(count).map((table) => {
    const seats = small + Number(table <= candidates % count);
    first += seats;
    return upTo(seats).map((place) => first - seats + place - 1);
  });
}

/** @param {number} tables @param {number} alumni @param {number} number  of the round, from 0 @returns {Round} */
function roundOf(tables, alumni, number) {
  const [longer, shorter] = [Math.max(tables, alumni), Math.min(tables, alumni)];
  const shift = number * shorter + Math.floor(number / (longer / commonDivisor(longer, shorter)));
  /** @type {[table: number, alumnus: number][]} */
  const pairs = upTo(shorter).map((place) => {
    const other = ((place - 1 + shift) % longer) + 1;
    return tables >= alumni ? [other, place] : [place, other];
  });
  const alumnusAt = new Map(pairs.sort(([left], [right]) => left - right));
  const busy = new Set(alumnusAt.values());
  return {
    alumnusAt,
    waiting: upTo(tables).filter((table) => !alumnusAt.has(table)),
    resting: upTo(alumni).filter((alumnus) => !busy.has(alumnus)),
  };
}

/** @param {number} count @returns {number[]} from 1 */
function upTo(count) {
  return Array.from({ length: count }, (_, place) => place + 1);
}

/** @param {number} left @param {number} right @returns {number} */
function commonDivisor(left, right) {
  return right ? commonDivisor(right, left % right) : left;
}
