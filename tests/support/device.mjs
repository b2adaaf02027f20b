// A device with pages of the portal on it, for tests: the store as the browser runs it, on a database and a local copy that
// can be full, silent or lost, and a clock that jumps. Each line that comes in is a command, each line that goes out its
// answer. The database is fake-indexeddb; whatever it does waits in a queue that can be stopped.
import { AsyncLocalStorage } from "node:async_hooks";
import { registerHooks } from "node:module";
import { createInterface } from "node:readline";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [web, fake] = process.argv.slice(2);
const load = (path, page) => import(`${pathToFileURL(`${web}/${path}`)}?page=${page}`);

// Each page has modules of its own, as in a browser.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const page = /\?page=\w+$/.exec(context.parentURL ?? "")?.[0];
    return page && found.url.startsWith("file:") && !found.url.includes("?") ? { ...found, url: found.url + page } : found;
  },
});

const realImmediate = globalThis.setImmediate;
// The clock stands still within a command; nothing depends on the hour of the test.
let now = 1_795_400_000_000;
let drawn = 0;
globalThis.crypto.getRandomValues = (numbers) => numbers.map(() => 0).fill(++drawn);
const at = new AsyncLocalStorage();
const device = { silent: false, localFull: false, databaseFull: false, clock: 0, held: [], waiting: [] };
let pages = 0;

const turns = async (count) => {
  for (let turn = 0; turn < count; turn++) await new Promise((done) => realImmediate(done));
};

// While the database is silent, what it does waits, and the patience of pages ends after a few turns.
globalThis.setImmediate = (act, ...values) => {
  if (device.silent) device.held.push(() => act(...values));
  else realImmediate(act, ...values);
};
globalThis.setTimeout = (act) => {
  const run = AsyncLocalStorage.bind(act);
  device.waiting.push(run);
  if (device.silent) void patienceEnds();
};
async function patienceEnds() {
  await turns(8);
  if (device.silent) for (const run of device.waiting.splice(0)) run();
}
Date.now = () => now + device.clock;

globalThis.addEventListener = (type, act) => {
  const page = at.getStore();
  if (type === "storage") page.listeners.push(act);
};
globalThis.localStorage = {
  getItem: (key) => device.local.get(key) ?? null,
  setItem(key, value) {
    if (device.localFull) throw new DOMException("full", "QuotaExceededError");
    device.local.set(key, value);
    tell(key, value);
  },
  removeItem(key) {
    if (device.local.delete(key)) tell(key, null);
  },
};
function tell(key, newValue) {
  const writer = at.getStore();
  for (const page of device.pages.values()) {
    if (page !== writer) realImmediate(() => at.run(page, () => page.listeners.forEach((act) => act({ key, newValue }))));
  }
}

const { IDBFactory, IDBObjectStore } = await import(pathToFileURL(fake));
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...values) {
  if (device.databaseFull) throw new DOMException("full", "QuotaExceededError");
  return put.apply(this, values);
};
globalThis.IDBKeyRange = (await import(pathToFileURL(fake))).IDBKeyRange;

const { openKept } = await load("core/journal/opening.js", "judge");
const { merge, emptyJournal, write } = await load("core/journal/journal.js", "judge");
const { asFile } = await load("core/journal/journal-file.js", "judge");
const { fromFile } = await load("core/journal/passed-on.js", "judge");
const { renamed } = await load("core/journal/renamed-ids.js", "judge");
const { NAME } = await load("store/journal-presence.js", "judge");

Object.assign(device, { local: new Map(), pages: new Map(), aliases: {}, others: {} });
for (const name of ["tablet", "laptop"]) device.others[name] = emptyJournal();
globalThis.indexedDB = new IDBFactory();
const valuesOf = ({ fields }) => Object.fromEntries(Object.entries(fields).map(([path, { value }]) => [path, value]));
const seen = (journal) => valuesOf(renamed(journal, { question: {}, option: {}, service: {}, task: device.aliases }));

async function freshPage(name) {
  const page = { listeners: [] };
  device.pages.set(name, page);
  // Few sets of modules take turns: what a page keeps of its own stands in its store.
  const { JournalStore } = await load("store/journal-store.js", name === "judge" ? name : `p${++pages % 12}`);
  page.store = at.run(page, () => new JournalStore());
  return page;
}
const inPage = (name, act) => at.run(device.pages.get(name), () => act(device.pages.get(name).store));

async function told(work) {
  try {
    return { kept: true, now: seen(await work) };
  } catch (error) {
    return { kept: false, why: error.constructor.name };
  }
}

// What the database holds, read past any page.
async function inDatabase() {
  const opening = indexedDB.open(NAME);
  let fresh = false;
  opening.onupgradeneeded = () => {
    fresh = true;
    opening.result.createObjectStore("journal");
  };
  const database = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
  const request = database.transaction("journal").objectStore("journal").get("journal");
  const stored = await new Promise((done) => (request.onsuccess = () => done(request.result)));
  database.close();
  return fresh ? undefined : stored;
}

const commands = {
  open: async ({ page }) => void (await freshPage(page)),
  read: async ({ page }) => ({ now: seen(await inPage(page, (store) => store.read())), late: device.pages.get(page).store.late }),
  edit: ({ page, fields }) =>
    inPage(page, (store) =>
      told(store.edit((set) => Object.entries(fields).forEach(([path, value]) => set(path, value)))),
    ),
  // Two pages write, and neither waits for the other.
  both: ({ edits }) => Promise.all(edits.map((edit) => commands.edit(edit))),
  merge: ({ page, text }) => {
    const opened = fromFile(text, Date.now());
    if (!opened || opened.newer) return { kept: false, why: "no plan" };
    return inPage(page, (store) => told(store.replace((mine) => merge(mine, opened.journal))));
  },
  undo: ({ page }) =>
    inPage(page, (store) => told(store.snapshots().then(([last]) => store.replace(() => last.journal)))),
  erase: ({ page }) => inPage(page, (store) => told(store.erase().then(() => store.read()))),
  file: ({ page }) => inPage(page, (store) => store.asFile()),
  // What a page opened now would find.
  async reload() {
    const page = await freshPage("judge");
    const now = seen(await at.run(page, () => page.store.read()));
    device.pages.delete("judge");
    return { now, late: page.store.late };
  },
  clock: ({ ahead }) => void (device.clock = ahead),
  full: ({ local, database }) => void Object.assign(device, { localFull: local, databaseFull: database }),
  async silent() {
    device.silent = true;
    await patienceEnds();
  },
  async answering() {
    device.silent = false;
    for (const act of device.held.splice(0)) realImmediate(act);
    await turns(60);
  },
  // Takes one copy away, where the other has all of it.
  async lose({ copy }) {
    const [stored, text] = [await inDatabase(), device.local.get(NAME)];
    const [database, local] = [stored, text && JSON.parse(text)].map((found) => openKept(found)?.journal);
    const survivor = copy === "local" ? database : local;
    const whole = [database, local].filter(Boolean).reduce(merge, emptyJournal());
    if (!survivor || JSON.stringify(valuesOf(merge(survivor, whole))) !== JSON.stringify(valuesOf(merge(whole, survivor)))) return false;
    if (Object.entries(whole.fields).some(([path, { value }]) => JSON.stringify(survivor.fields[path]?.value) !== JSON.stringify(value))) return false;
    if (copy === "local") device.local.delete(NAME);
    else {
      const request = indexedDB.deleteDatabase(NAME);
      await new Promise((done) => (request.onsuccess = done));
    }
    return true;
  },
  rename: ({ from, to }) => void (device.aliases[from] = to),
  // Other devices of hers, and a file that goes between.
  other: ({ name, fields, ahead }) => {
    for (const [path, value] of Object.entries(fields)) {
      write(device.others[name], path, value, { now: now + ahead, by: name });
    }
  },
  otherFile: ({ name }) => asFile(device.others[name]),
  otherTakes: ({ name, text }) => {
    device.others[name] = merge(device.others[name], fromFile(text, Date.now()).journal);
    return valuesOf(device.others[name]);
  },
};

for (const name of ["one", "two"]) await freshPage(name);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { command, ...values } = JSON.parse(line);
  now += 1000;
  let answer;
  try {
    answer = { value: (await commands[command](values)) ?? null };
  } catch (error) {
    answer = { error: error?.stack ?? String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
