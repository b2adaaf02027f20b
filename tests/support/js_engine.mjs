// Answers expressions about the core of the browser's program: each line that comes in is a question, each line that goes
// out its answer. What the modules export can be named as it is, and everything of a module as modules["rules/evaluate"].
import { readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const core = process.argv[2];
globalThis.modules = {};
const exporters = new Map();
for (const file of readdirSync(core, { recursive: true }).filter((name) => name.endsWith(".js")).sort()) {
  const name = file.split(path.sep).join("/").replace(/\.js$/, "");
  modules[name] = await import(pathToFileURL(path.join(core, file)));
  for (const word of Object.keys(modules[name])) exporters.set(word, [...(exporters.get(word) ?? []), name]);
}
for (const [word, names] of exporters) {
  Object.defineProperty(globalThis, word, {
    get() {
      if (names.length > 1) throw new Error(`${word} is exported by ${names.join(" and ")}: say modules["${names[0]}"].${word}`);
      return modules[names[0]][word];
    },
  });
}

const functions = new Map();
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { expression, values } = JSON.parse(line);
  const key = JSON.stringify([expression, ...Object.keys(values)]);
  let answer;
  try {
    if (!functions.has(key)) functions.set(key, new Function(...Object.keys(values), `return (${expression});`));
    answer = { value: (await functions.get(key)(...Object.values(values))) ?? null };
  } catch (error) {
    answer = { error: error?.stack ?? String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
