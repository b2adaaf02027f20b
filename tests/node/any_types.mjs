// Prints where the modules named have `any` as a type in their comments, as JSON: [[path, line]].
import { readFileSync } from "node:fs";
import ts from "typescript";

const places = [];
for (const path of process.argv.slice(2)) {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword || node.kind === ts.SyntaxKind.JSDocAllType) {
      places.push([path, source.getLineAndCharacterOfPosition(node.pos).line + 1]);
    }
    for (const comment of node.jsDoc ?? []) visit(comment);
    ts.forEachChild(node, visit);
  };
  visit(source);
}
console.log(JSON.stringify(places));
