// Stands last in each page of a browser that is going to be killed: looks whether the last edit was kept, and makes
// the next one, as the server says. The page itself does all that a person would have it do.
const { site, kind, number, last } = await (await fetch("/kills/next")).json();
const from = (/** @type {string} */ path) => import(`${site}assets/sources/${path}`);
const { JournalStore } = await from("store/journal-store.js");
const { Draft } = await from("elements/partner-form/draft.js");
const store = new JournalStore();
const text = `Wat ik schreef ${number}`;

/** What is found on the page; waited for. */
async function first(/** @type {string} */ selector, /** @type {(found: any) => boolean} */ wanted = () => true) {
  for (;;) {
    const found = [...document.querySelectorAll(selector)].find(wanted);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const shown = (/** @type {string} */ selector) => first(selector, (found) => found.checkVisibility());
const says = (/** @type {string} */ selector, /** @type {string} */ words) =>
  first(selector, (found) => found.textContent.includes(words));

function write(/** @type {any} */ field, /** @type {string} */ words) {
  field.focus();
  field.value = words;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

function unfold(/** @type {any} */ row) {
  for (let box = row; box; box = box.parentElement) if (box.localName === "details") box.open = true;
}

/** The story of a step of the plan. */
async function story() {
  const row = await first("[data-task]");
  unfold(row);
  if ((await first("[data-task] [data-part=card]")).hidden) row.querySelector("[data-part=unfold]").click();
  unfold(await first("[data-task] [data-part=story]"));
  return first(".story");
}

/** Each kind of edit; ends when the page shows it, with a pattern of its path in the journal and what stands there. */
const EDITS = {
  async answer() {
    const field = await first('[data-question="living"] input:not(:checked)');
    field.click();
    field.form.querySelector('[type="submit"]').click();
    // Where other steps follow from it, she is asked whether she means it.
    await first("body", () => {
      const yes = document.querySelector("[data-part=change-keep]");
      if (yes?.checkVisibility()) /** @type {HTMLElement} */ (yes).click();
      return !field.checkVisibility() && !yes?.checkVisibility();
    });
    return ["^answers/living$", [field.value]];
  },
  async tick() {
    const box = await first("[data-task] .tick input:not(:checked)");
    const { task } = box.closest("[data-task]").dataset;
    box.click();
    await first(`[data-task="${task}"]`, ({ dataset }) => dataset.state === "done");
    return [`^tasks/${task}/state$`, "done"];
  },
  async note() {
    const panel = await story();
    write(panel.querySelector("[data-part=notes]"), text);
    await says(".story [data-part=kept]", "Bewaard");
    return ["^tasks/.*/notes$", text];
  },
  async appointment() {
    const panel = await story();
    write(panel.querySelector("[data-part=day]"), "2030-01-31");
    write(panel.querySelector("[data-part=place]"), text);
    panel.querySelector("[data-part=appointment]").requestSubmit();
    await says(".story [data-part=kept]", "Bewaard");
    return ["^appointments/.*/place$", text];
  },
  async "own step"() {
    write(await first("[data-part=own-title]"), text);
    (await first("form[data-part=own]")).requestSubmit();
    await says("#own .row__title", text);
    return ["^tasks/0.*/title$", text];
  },
  async mirror() {
    (await shown("[data-part=short], [data-part=again]")).click();
    const box = await first(".statement--here input:not(:checked)", ({ value }) => value === String(1 + (number % 5)));
    box.click();
    return [`^mirror/.*/given/${box.name}$`, Number(box.value)];
  },
  async decision() {
    (await shown('[data-part=change], input[name="decision"]')).click();
    (await shown('input[value="go"]')).click();
    write(await first("[data-part=why]"), text);
    (await shown("[data-part=form]")).requestSubmit();
    await says("[data-part=kept] [data-part=kept-why]", text);
    return ["^gates/.*/why$", text];
  },
  async worksheet() {
    write(await shown("textarea"), text);
    await says("[data-part=told]", "Bewaard");
    return ["^sheets/.*/1/.*$", text];
  },
  async "business plan"() {
    unfold(await first("[data-question] textarea"));
    write(await shown("[data-question] textarea"), text);
    await says("[data-part=told]", "Bewaard");
    return ["^book/.*/.*$", text];
  },
  async calculator() {
    write(await shown('[data-input="price"]'), String(10 + number));
    await says("[data-part=kept]", "Bewaard");
    return ["^money/break-even/now/price$", String(10 + number)];
  },
  async import() {
    const fields = { "tasks/kbo/why": { value: text, at: [Date.now(), 0, "x"] } };
    await offer("[data-part=file]", { kind: "starterspad-plan", journal_schema: 2, fields });
    (await shown("[data-part=merge]")).click();
    await says("portal-export-import [data-part=told]", "geopend");
    return ["^tasks/kbo/why$", text];
  },
  async "partner form"() {
    write(await shown('[data-path="name"]'), text);
    await says("[data-part=card-name]", text);
    return ["partner form", text];
  },
  async "coach's draft"() {
    await offer("[data-part=files]", {
      kind: "starterspad-plan",
      journal_schema: 2,
      fields: (await store.read()).fields,
    });
    (await first("[data-part=rows] [data-part=open]")).click();
    const field = await first("[data-step] [data-part=comment]");
    unfold(field);
    write(field, text);
    await says("[data-step] [data-part=kept]", "concept");
    return ["coach's draft", text];
  },
  /** All is erased: nothing of it may come back. */
  async erased() {
    // Where the page begins anew after it, so does this script.
    sessionStorage.erasing = true;
    (await first("[data-part=erase]")).click();
    await shown("[data-part=empty]");
    return ["erased", false];
  },
};

async function offer(/** @type {string} */ selector, /** @type {object} */ plan) {
  const field = await first(selector);
  const data = new DataTransfer();
  data.items.add(new File([JSON.stringify(plan)], "plan.json", { type: "application/json" }));
  field.files = data.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

const journalOf = async () => /** @type {[string, {value: unknown}][]} */ (Object.entries((await store.read()).fields));

async function kept(/** @type {string} */ path, /** @type {unknown} */ value) {
  if (path === "partner form") return (await new Draft("", {}).restore())?.name === value;
  if (path === "coach's draft") return JSON.stringify({ ...sessionStorage }).includes(String(value));
  const fields = await journalOf();
  if (path === "erased") return !fields.some(([name]) => name === "answers/stage");
  const same = JSON.stringify(value);
  return fields.some(([name, field]) => name.match(path) && JSON.stringify(field.value) === same);
}

const tell = (/** @type {object} */ words) => fetch("/kills/told", { method: "POST", body: JSON.stringify(words) });

/** Her five answers stand there before anything is tried. */
async function begun() {
  const answers = {
    stage: "idea",
    situation: "unemployment-benefit",
    activity: "food",
    experience: "new",
    living: "both",
  };
  if ((await journalOf()).some(([path]) => path === "answers/stage")) return true;
  const give = (/** @type {import("../../../generator/starterspad/web/core/journal/journal.js").SetField} */ set) => {
    for (const [question, option] of Object.entries(answers)) set(`answers/${question}`, [option]);
  };
  await store.edit(give);
  return false;
}

// A page that is loaded again has looked already.
if (last && !sessionStorage.looked) {
  // A database that answers late still has it: looked for as long as somebody would wait for her plan.
  const until = Date.now() + 5000;
  let found = await kept(last[0], last[1]);
  while (!found && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    found = await kept(last[0], last[1]);
  }
  sessionStorage.looked = true;
  await tell({ found });
}
if (sessionStorage.erasing) {
  await shown("[data-part=empty]");
  await tell({ edit: ["erased", false] });
} else if (!(await begun())) location.reload();
else if (!kind && !last) await tell({ begun: true });
else if (kind) {
  await first("html.ready");
  await first("body", () => !document.querySelector("[aria-busy]"));
  await tell({ edit: await EDITS[kind]() });
}
