// Judges the services of a decision model until so many are judged, each time from nothing: `judge.mjs MODEL COUNT`.
// Prints the milliseconds of several times, the first one cold, as JSON. Reads the core of the browser's program.
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const CORE = path.resolve(import.meta.dirname, "../../generator/starterspad/web/core");
const TIMES = 21;
const [file, count] = process.argv.slice(2);
const model = JSON.parse(readFileSync(file, "utf8"));
const core = (name) => import(pathToFileURL(path.join(CORE, name)));
const { Judging, NO } = await core("rules/evaluate.js");
const { servicesOf } = await core("plan/services.js");

// Somebody who answered every question, with its first option.
const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0].id ?? options[0]]]));
// The page reads the columns once, when it opens.
const { condition: conditions, area: areas } = servicesOf(model);

function judged() {
  const judging = new Judging(model, answers);
  let fitting = 0;
  for (let service = 0; service < conditions.length; service += 1) {
    const { condition } = model.areas[areas[service]];
    if (judging.state(conditions[service]) !== NO && judging.state(condition) !== NO) fitting += 1;
  }
  return fitting;
}

const took = [];
for (let time = 0; time < TIMES; time += 1) {
  const started = performance.now();
  for (let left = Number(count); left > 0; left -= conditions.length) judged();
  took.push(performance.now() - started);
}
console.log(JSON.stringify({ services: conditions.length, took }));
