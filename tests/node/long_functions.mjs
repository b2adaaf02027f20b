// Prints which functions of the modules named are longer than so many lines, as JSON: [[path, name, lines]].
import { readFileSync } from "node:fs";
import ts from "typescript";

const [most, ...paths] = process.argv.slice(2);
const long = [];
for (const path of paths) {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const lines = lineOf(node.end) - lineOf(node.getStart()) + 1;
      if (lines > Number(most)) long.push([path, node.name?.getText() ?? "", lines]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
console.log(JSON.stringify(long));
