// One offer in the form: its steps found by plain words, its languages, and for whom it is, as a condition.
/** @import {Offer} from "../../core/intake/partner-file.js" */
/** @import {Model} from "../../core/model-types.js" */
/** @import {PartnerFormPage} from "./partner-form.js" */
import { fold } from "../../core/search/fold.js";
import { answerSentences } from "../../base/answer-words.js";
import { fill, read } from "../../base/form-fields.js";
import { searchAt } from "../../base/search-files.js";
import { copyTemplate, firstOf, formatterOf, part, setText, textOf } from "../../base/page-parts.js";

const SHOWN = 8;

/** @typedef {{id: string, name: string, hint: string}} Choice */

/**
 * Makes the block of an offer; `read` says what it holds, on top of what its file said besides.
 * @param {PartnerFormPage} page @param {Offer} tree @param {() => void} remove
 * @returns {{node: HTMLElement, read: () => Offer}}
 */
export function serviceBlock(page, tree, remove) {
  const { element, form, model } = page;
  const node = copyTemplate(element, "service");
  fill(node, "services.", tree);
  const find = searchAt(element.dataset.index);
  let sought = "";
  const steps = () => find(sought, { folder: "tasks" });
  /** @param {string} id @returns {Choice} */
  const choiceOfTask = (id) => {
    const task = model.tasks.find((candidate) => candidate.id === id);
    return { id, name: task ? textOf(task.title) : id, hint: textOf(task?.why ?? "") };
  };
  const place = pickOf(node, "tasks");
  const propose = titleOf(page, node);
  const chosen = (/** @type {string[]} */ ids) => propose(ids.length ? choiceOfTask(ids[0]).name : "");
  const tasks = picker(page, place, tree.helps_with ?? [], choiceOfTask, [], chosen, async (words) => {
    // What could not be loaded is asked for again with the next letter.
    sought = words;
    const came = await element.late(steps, place);
    const ids = came?.pages.map(({ path }) => /^tasks\/([^/]+)\/$/.exec(path)?.[1] ?? "");
    return ids?.filter((id) => form.tasks.includes(id));
  });
  /** @param {string} id @returns {Choice} */
  const language = (id) => ({ id, name: form.language_names[id] ?? id, hint: "" });
  const languages = picker(
    page,
    pickOf(node, "languages"),
    tree.languages ?? [],
    language,
    form.languages,
    () => {},
    async (words) => form.codes.filter((code) => fold(form.language_names[code]).startsWith(fold(words))),
  );
  const when = condition(page, node, tree);
  part(node, "remove").addEventListener("click", remove);
  chosen(tasks());
  return {
    node,
    read: () => ({
      ...read(node, "services.", structuredClone(tree)),
      helps_with: tasks(),
      languages: languages(),
      ...when(),
    }),
  };
}

/**
 * Asks what an offer is called once its first step is known, and proposes the name of that step.
 * @param {PartnerFormPage} page @param {HTMLElement} node
 * @returns {(step: string) => void}  takes the name of the first step that is chosen; empty where none is
 */
function titleOf({ element }, node) {
  const format = formatterOf(element);
  const ask = /** @type {HTMLElement} */ (
    node.querySelector(`[data-ask="services.title.${element.dataset.language}"]`)
  );
  const title = firstOf(ask, "input");
  let proposed = "";
  const say = () =>
    setText(part(node, "proposed"), proposed && title.value === proposed ? format("join.proposed") : "");
  title.addEventListener("input", say);
  return (step) => {
    if (!title.value || title.value === proposed) title.value = proposed = step;
    ask.hidden = !step && !title.value;
    say();
  };
}

/**
 * Names and numbers follow the order of the offers, and so do the ids of what is filled in.
 * @param {HTMLElement} element @param {{node: HTMLElement}[]} blocks
 */
export function numberBlocks(element, blocks) {
  const format = formatterOf(element);
  blocks.forEach(({ node }, index) => {
    setText(part(node, "number"), format("join.service_number", { number: index + 1 }));
    part(node, "remove").hidden = blocks.length < 2;
    for (const place of node.querySelectorAll("[id], [for], [aria-describedby]")) {
      for (const name of ["id", "for", "aria-describedby"]) {
        const value = place.getAttribute(name);
        if (value) place.setAttribute(name, value.replace(/join-services\.(\d+\.)?/g, `join-services.${index}.`));
      }
    }
  });
}

/** @param {HTMLElement} node @param {string} kind @returns {HTMLElement} */
function pickOf(node, kind) {
  return /** @type {HTMLElement} */ (node.querySelector(`[data-pick="${kind}"]`));
}

/**
 * Lets one choose from many by typing: what is chosen stands first, then what is offered always, then what is found.
 * @param {PartnerFormPage} page
 * @param {HTMLElement} place
 * @param {string[]} chosen
 * @param {(id: string) => Choice} choiceOf
 * @param {string[]} always
 * @param {(ids: string[]) => void} tell  what is chosen, after each choice
 * @param {(words: string) => Promise<string[] | undefined>} find  undefined where what it searches did not come
 * @returns {() => string[]} what is chosen
 */
function picker({ element, changed }, place, chosen, choiceOf, always, tell, find) {
  const format = formatterOf(element);
  const [status, list] = [part(place, "told"), part(place, "found")];
  const input = part(place, "find", HTMLInputElement);
  const picked = [...chosen];
  const row = (/** @type {string} */ id) => {
    const item = copyTemplate(element, "choice");
    const box = firstOf(item, "input");
    const { name, hint } = choiceOf(id);
    item.dataset.id = id;
    box.value = id;
    box.checked = picked.includes(id);
    setText(part(item, "name"), name);
    setText(part(item, "hint"), hint);
    box.addEventListener("change", () => {
      if (box.checked) picked.push(id);
      else picked.splice(picked.indexOf(id), 1);
      tell(picked);
      changed();
    });
    return item;
  };
  let asked = "";
  /** What stands there already stays as it is: the box under her finger must not move. @param {string[]} ids */
  const show = (ids) => {
    const wanted = [...new Set([...picked, ...always, ...ids])];
    const items = /** @type {HTMLElement[]} */ ([...list.children]);
    const rows = new Map(items.map((item) => [item.dataset.id, item]));
    list.replaceChildren(...wanted.map((id) => rows.get(id) ?? row(id)));
  };
  input.addEventListener("input", async (event) => {
    event.stopPropagation();
    const words = input.value.trim();
    asked = words;
    const ids = words ? (await find(words))?.slice(0, SHOWN) : [];
    if (words !== asked || !ids) return;
    show(ids);
    setText(status, words && !ids.length ? format("join.search_none") : "");
  });
  // Enter searches; it does not end the form.
  input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  show([]);
  return () => [...picked];
}

/**
 * The maintainer's part: answers chosen become a condition, said back as a sentence.
 * @param {PartnerFormPage} page @param {HTMLElement} node @param {Offer} tree
 * @returns {() => Offer}  the keys of the condition
 */
function condition({ element, form, model, changed }, node, tree) {
  const format = formatterOf(element);
  const box = part(node, "condition", HTMLDetailsElement);
  const simple = !tree.unless && !Array.isArray(tree.when);
  /** @type {Record<string, string[]>} */
  const when = simple
    ? Object.fromEntries(Object.entries(tree.when ?? {}).map(([id, options]) => [id, [options].flat()]))
    : {};
  const tell = () =>
    setText(part(node, "sentence"), simple ? sentenceOf(model, when, format) : format("join.complicated"));
  box.open = Boolean(tree.when || tree.unless);
  const draw = () => {
    if (!simple || part(node, "questions").children.length || !box.open) return;
    for (const question of model.questions.filter(({ page }) => !page)) {
      const set = copyTemplate(element, "condition-question");
      setText(part(set, "name"), question.title);
      for (const option of question.options.filter(({ id }) => !form.reserved.includes(id))) {
        const label = firstOf(copyTemplate(element, "choice"), "label");
        const input = firstOf(label, "input");
        input.checked = when[question.id]?.includes(option.id) ?? false;
        setText(part(label, "name"), option.title);
        input.addEventListener("change", () => {
          const others = (when[question.id] ?? []).filter((id) => id !== option.id);
          const now = input.checked ? [...others, option.id] : others;
          if (now.length) when[question.id] = question.options.map(({ id }) => id).filter((id) => now.includes(id));
          else delete when[question.id];
          tell();
          changed();
        });
        set.append(label);
      }
      part(node, "questions").append(set);
    }
  };
  box.addEventListener("toggle", draw);
  draw();
  tell();
  return () => (simple ? { when } : {});
}

/**
 * Says a condition in a sentence.
 * @param {Model} model
 * @param {Record<string, string[]>} when
 * @param {ReturnType<typeof formatterOf>} format
 */
function sentenceOf(model, when, format) {
  const parts = answerSentences(format, model, when, ` ${format("appears.or")} `);
  return parts.length
    ? format("appears.when", { answers: parts.join(` ${format("appears.and")} `) })
    : format("join.everyone");
}
