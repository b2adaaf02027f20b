// Who helps with a step: numbers of services, of which words are made where somebody looks.
/** @import {Model} from "../model-types.js" */
/** @import {Answers, PlannedService} from "../plan-types.js" */
import { Judging, NO, OPEN } from "../rules/evaluate.js";
import { rankOf, turnOf, turnsOf } from "./helper-order.js";
import { idOf, servicesOf } from "./services.js";

/**
 * @typedef {object} Ranked  what those who help with any step have in common
 * @property {Model} model
 * @property {Judging} judging
 * @property {Answers} answers
 * @property {Float64Array} ranks  of all services: the lowest is suggested first
 */

const DAY = 24 * 3600;
// Of more of them it takes too long to say all.
const MANY = 24;

/** Those who help with a step. */
export class Helpers {
  #of;
  #numbers;
  #sorted = false;

  /** @param {Ranked} of @param {number[]} numbers  of those whose conditions do not rule them out */
  constructor(of, numbers) {
    this.#of = of;
    this.#numbers = numbers;
  }

  get length() {
    return this.#numbers.length;
  }

  /** How many organisations they are: one may help in several ways. */
  get partners() {
    return new Set(this.#numbers.map((number) => servicesOf(this.#of.model).partner[number])).size;
  }

  /** The numbers of their services, as they are suggested. */
  get numbers() {
    const { ranks } = this.#of;
    // Of hundreds, most are never looked at.
    if (!this.#sorted) this.#numbers.sort((left, right) => ranks[left] - ranks[right] || left - right);
    this.#sorted = true;
    return this.#numbers;
  }

  get ranks() {
    return this.numbers.map((number) => this.#of.ranks[number]);
  }

  /** @param {number} [from] @param {number} [to] @returns {PlannedService[]} as they are suggested */
  slice(from, to) {
    const { model, judging } = this.#of;
    return this.numbers.slice(from, to).map((number) => {
      const { partners, partner, ids, condition, area } = servicesOf(model);
      const judgement = judging.judge([condition[number], model.areas[area[number]].condition]);
      return { partner: partners[partner[number]], service: ids[number], ...judgement };
    });
  }

  /** Their ids, as partner/service. @param {number} [to] */
  ids(to) {
    return this.numbers.slice(0, to).map((number) => idOf(this.#of.model, number));
  }

  /** The one with this id, and the first where it is none of them. @param {string} id  as partner/service */
  preferring(id) {
    const place = Math.max(this.ids().indexOf(id), 0);
    return this.slice(place, place + 1).at(0);
  }

  /** What is another where anything that is said of them is: of many, any answer. */
  get mark() {
    return this.length > MANY ? this.#of.answers : this.slice();
  }
}

export const NOBODY = new Helpers(/** @type {Ranked} */ ({}), []);

/**
 * Returns who helps with each task of the model, for the person with this seed.
 * @param {Model} model
 * @param {Answers} answers
 * @param {string} seed
 * @param {number} [moment]  now, in seconds: without it nobody was looked up too long ago, and no desk opens
 * @returns {Helpers[]}
 */
export function helpersOf(model, answers, seed, moment = 0) {
  const { partners, partner, checked, condition, area, ways, helps, tasks } = servicesOf(model);
  const judging = new Judging(model, answers);
  const oldest = Math.floor(moment / DAY) - model.fresh_days;
  const turns = turnsOf(seed, partners);
  const ranks = new Float64Array(partner.length);
  const numbers = model.tasks.map(() => /** @type {number[]} */ ([]));
  partner.forEach((by, number) => {
    const { condition: reached, depth } = model.areas[area[number]];
    const lowest = Math.min(judging.state(condition[number]), judging.state(reached));
    if (lowest === NO) return;
    const questions = judging.questions(condition[number]);
    const opens = moment && model.services.desks[number]?.find(([, over]) => over > moment)?.[0];
    const turn = turnOf(turns[by], opens ? opens - moment : undefined);
    ranks[number] = rankOf(lowest === OPEN, questions, depth, ways[number], checked[by] < oldest) + turn;
    for (let at = helps[number]; at < helps[number + 1]; at += 1) numbers[tasks[at]].push(number);
  });
  const of = { model, judging, answers, ranks };
  return numbers.map((those) => new Helpers(of, those));
}
