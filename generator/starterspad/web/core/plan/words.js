// The words of services and steps that stand in files of their own, where many help: which are asked for, and taken in.
/** @import {Model, Words} from "../model-types.js" */
/** @import {Journal} from "../journal/journal.js" */
/** @import {PlanOfSteps} from "./plan.js" */
import { turnsOf } from "./helper-order.js";

/**
 * Returns the names of the files that are not there yet: those of these services, and that of all steps.
 * @param {Model} model
 * @param {string[]} services  as partner/service
 */
export function missingWords({ words_apart: { tasks, partners } }, services) {
  const turns = turnsOf(
    "",
    services.map((id) => id.split("/")[0]),
  );
  const places = [...turns].map((turn) => partners[Math.floor(turn * partners.length)]);
  return [...new Set([tasks, ...places])].filter(Boolean);
}

/** Takes in what a file holds. @param {Model} model @param {string} name @param {Words} words */
export function takeWords({ tasks, words, words_apart: apart }, name, { tasks: ofTasks, partners }) {
  words.push(...partners);
  for (const task of tasks) Object.assign(task, ofTasks?.[task.id]);
  apart.partners = apart.partners.map((other) => (other === name ? "" : other));
  if (apart.tasks === name) apart.tasks = "";
}

/** Lists the services of which words stand on a sheet of paper. @param {PlanOfSteps} plan @param {Journal} journal */
export function servicesOnPaper({ tasks }, journal) {
  return [...servicesNamed(journal), ...tasks.flatMap(({ services }) => services.ids(1))];
}

/** Lists the services that a journal names: whom she chose, waits for or meets. @param {Journal} journal */
export function servicesNamed({ fields }) {
  return Object.entries(fields).flatMap(([path, { value }]) => {
    const [, chosen = value] = path.match(/\/chosen\/(.+)/) ?? [];
    return value && /\/(chosen\/.+|waits-for|service)$/.test(path) ? [String(chosen)] : [];
  });
}
