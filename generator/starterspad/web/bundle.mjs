// Makes a site's scripts of the browser's modules: one call of esbuild, asked and answered in JSON.
// `output/script_bundler.py` asks; its `Bundling` says what at_once, late and together mean.
import path from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { build } from "esbuild";

const { web, out, target, at_once, late, together } = JSON.parse(await text(process.stdin));
const entries = { ...Object.fromEntries(at_once.map((file) => [file, [file]])), ...late };
// A module -> the file in which it is sent, where it shares one; a module -> all that are never sent apart from it.
const fileOf = new Map(Object.entries(entries).flatMap(([file, modules]) => (modules.length > 1 ? modules.map((module) => [module, file]) : [])));
const groupOf = new Map(together.flatMap((group) => group.map((module) => [module, group])));
const below = (directory, name) => path.relative(directory, name).split(path.sep).join("/");
const made = (lines) => ({ contents: lines.join("\n"), resolveDir: web });

const table = {
  name: "table",
  setup(builder) {
    builder.onResolve({ filter: /^(?:late|together):/ }, ({ path: name }) => {
      const [namespace, ...rest] = name.split(":");
      return { path: rest.join(":"), namespace };
    });
    builder.onResolve({ filter: /^\./ }, ({ path: name, importer, namespace, kind, resolveDir }) => {
      const module = below(web, path.join(resolveDir, name));
      if (kind === "dynamic-import") return fileOf.has(module) ? { path: fileOf.get(module), namespace: "late" } : undefined;
      const group = groupOf.get(module);
      if (!group || namespace === "together" || group.includes(below(web, importer))) return undefined;
      return { path: module, namespace: "together" };
    });
    // A file of several modules gives what each of them exports.
    builder.onLoad({ filter: /./, namespace: "late" }, ({ path: file }) => made(entries[file].map((module) => `export * from "./${module}";`)));
    // Who imports a module of a group needs the whole group: esbuild joins what the same files need. These stand-ins
    // hold no code; they import each other, and not each other's modules, so that all of them are needed alike.
    builder.onLoad({ filter: /./, namespace: "together" }, ({ path: module }) =>
      made([...groupOf.get(module).map((other) => `import "together:${other}";`), `export * from "./${module}";`]),
    );
  },
};

async function bundled() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: web,
    entryPoints: Object.entries(entries).map(([file, modules]) => ({ in: modules.length > 1 ? `late:${file}` : `./${modules[0]}`, out: file.replace(/\.js$/, "") })),
    outdir: out,
    chunkNames: "shared/[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    legalComments: "none",
    charset: "utf8",
    target,
    write: false,
    metafile: true,
    logLevel: "silent",
    plugins: [table],
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const asked = new Set(imports.filter(({ kind }) => kind === "dynamic-import").map((one) => one.path.replace(/^late:/, "")));
  const unnamed = [...asked].filter((file) => !late[file]);
  const unasked = Object.keys(late).filter((file) => !asked.has(file));
  if (unnamed.length) throw new Error(`loaded late, and not in the table of output/scripts.py: ${unnamed.join(", ")}`);
  if (unasked.length) throw new Error(`in the table of output/scripts.py, and loaded late by nothing: ${unasked.join(", ")}`);
  const parts = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return {
    files: Object.fromEntries(outputFiles.map((file) => [below(path.join(web, out), file.path), file.text])),
    inputs: [...new Set(parts.filter(([, { bytesInOutput }]) => bytesInOutput).map(([input]) => input))],
  };
}

try {
  process.stdout.write(JSON.stringify(await bundled()));
} catch (error) {
  // What esbuild finds wrong is in its message, each with its file and line: a trace of this program would hide it.
  console.error(error.message);
  process.exitCode = 1;
}
