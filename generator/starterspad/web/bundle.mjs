// Makes a site's scripts of the browser's modules with esbuild, asked and answered in JSON.
// `output/script_bundler.py` asks; its `Bundling` says what at_once, late and together mean.
import path from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { build } from "esbuild";

const { web, out, target, at_once, late, together } = JSON.parse(await text(process.stdin));
const joined = Object.entries(late).filter(([, modules]) => modules.length > 1);
// A module -> the late file that it shares with others; a module -> all that are never sent apart from it.
const fileOf = new Map(joined.flatMap(([file, modules]) => modules.map((module) => [module, file])));
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
      if (kind === "dynamic-import")
        return fileOf.has(module) ? { path: fileOf.get(module), namespace: "late" } : undefined;
      const group = groupOf.get(module);
      if (!group || namespace === "together" || group.includes(below(web, importer))) return undefined;
      return { path: module, namespace: "together" };
    });
    builder.onLoad({ filter: /./, namespace: "late" }, ({ path: file }) =>
      made(late[file].map((module) => `export * from "./${module}";`)),
    );
    // Who imports a module of a group needs the whole group: esbuild joins what the same files need. These stand-ins
    // hold no code; they import each other, and not each other's modules, so that all of them are needed alike.
    builder.onLoad({ filter: /./, namespace: "together" }, ({ path: module }) =>
      made([...groupOf.get(module).map((other) => `import "together:${other}";`), `export * from "./${module}";`]),
    );
  },
};

// The zip of write-excel-file starts a worker from a blob, which the pages' policy refuses; this one starts none.
const zip = {
  name: "zip",
  setup(builder) {
    builder.onLoad({ filter: /write-excel-file[\\/]modules[\\/]zip[\\/]zipToArrayBuffer\.js$/ }, ({ path: file }) => ({
      contents: 'import { zipSync } from "fflate";\nexport default async (files) => zipSync(files).buffer;',
      resolveDir: path.dirname(file),
    }));
  },
};

// A file that one module fills is that module; where several share one, a stand-in gives what they export.
const entryPoints = [
  ...at_once.map((file) => ({ in: `./${file}`, out: file })),
  ...Object.entries(late).map(([file, modules]) => ({
    in: modules.length > 1 ? `late:${file}` : `./${modules[0]}`,
    out: file,
  })),
].map((entry) => ({ ...entry, out: entry.out.replace(/\.js$/, "") }));

// `export *` leaves out, and says nothing, what two modules export under one name: who loads it late would miss it.
async function checkExports() {
  const entryPoints = joined.flatMap(([, modules]) => modules);
  const { metafile } = await build({
    absWorkingDir: web,
    entryPoints,
    outdir: out,
    outbase: ".",
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const exportsOf = new Map(Object.values(metafile.outputs).map((output) => [output.entryPoint, output.exports]));
  for (const [file, modules] of joined) {
    const exporters = new Map();
    for (const module of modules) {
      for (const name of exportsOf.get(module)) {
        if (exporters.has(name))
          throw new Error(
            `${exporters.get(name)} and ${module} export ${name}, ` +
              `and are sent as ${file}: rename one, or send them apart`,
          );
        exporters.set(name, module);
      }
    }
  }
}

// What several files share is called by a number. Their folder has a hash of all that is in it, so one in each name
// would only be sent once more with every import.
function numbered(files) {
  const names = files.flatMap(([file]) => /^shared\/(\w+)\.js$/.exec(file)?.[1] ?? []).sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const named = (text) => text.replace(/(?<=\/)\w+(?=\.js\b)/g, (name) => numbers.get(name) ?? name);
  return Object.fromEntries(files.map(([file, text]) => [named(file), named(text)]));
}

async function bundled() {
  await checkExports();
  const { outputFiles, metafile } = await build({
    absWorkingDir: web,
    entryPoints,
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
    plugins: [table, zip],
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const asked = new Set(
    imports.filter(({ kind }) => kind === "dynamic-import").map((one) => one.path.replace(/^late:/, "")),
  );
  // What a package of others loads late is its own affair.
  const unnamed = [...asked].filter((file) => !late[file] && !file.includes("node_modules/"));
  const unasked = Object.keys(late).filter((file) => !asked.has(file));
  if (unnamed.length) throw new Error(`loaded late, and not in the table of output/scripts.py: ${unnamed.join(", ")}`);
  if (unasked.length)
    throw new Error(`in the table of output/scripts.py, and loaded late by nothing: ${unasked.join(", ")}`);
  const parts = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return {
    files: numbered(outputFiles.map((file) => [below(path.join(web, out), file.path), file.text])),
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
