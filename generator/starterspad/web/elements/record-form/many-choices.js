// What is chosen of many on a form about a record: an organisation from a list, steps and languages by words.
/** @import {RecordForm as Asked} from "../../core/intake/form-types.js" */
/** @import {Tree} from "../../core/intake/partner-file.js" */
import { fold } from "../../core/search/fold.js";
import { formatterOf, part, setText } from "../../base/page-parts.js";

const SHOWN = 8;

/** @param {Asked} asked @param {string} kind @returns {Record<string, string>} id -> its name */
const namesOf = ({ form, names }, kind) => (kind === "languages" ? form.language_names : (names[kind] ?? {}));

/** Offers what may be chosen. @param {HTMLElement} element @param {Asked} asked */
export function offerChoices(element, asked) {
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (element.querySelectorAll("select[data-names]")))
    select.append(
      ...Object.entries(namesOf(asked, select.dataset.names ?? "")).map(([id, name]) => new Option(name, id)),
    );
  for (const box of picks(element)) {
    const find = part(box, "find", HTMLInputElement);
    find.addEventListener("input", () => {
      const sought = fold(find.value).split(" ").filter(Boolean);
      const matching = Object.entries(namesOf(asked, box.dataset.pick ?? ""))
        .filter(([, name]) => sought.length && sought.every((word) => fold(name).includes(word)))
        .slice(0, SHOWN);
      show(box, asked, [...chosenIn(box), ...matching.map(([id]) => id)]);
      setText(part(box, "told"), sought.length && !matching.length ? formatterOf(element)("propose.find_none") : "");
    });
    // Enter searches; it does not end the form.
    find.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  }
}

/**
 * Shows what a record has, so that it can be ticked off.
 * @param {HTMLElement} element @param {Asked} asked @param {Tree} tree
 */
export function showChoices(element, asked, tree) {
  for (const box of picks(element)) {
    const ids = /** @type {string[]} */ (tree[box.dataset.ask ?? ""] ?? []);
    show(box, asked, box.dataset.pick === "languages" ? [...ids, ...asked.form.languages] : ids);
  }
}

/** @param {HTMLElement} element @returns {NodeListOf<HTMLElement>} */
const picks = (element) => element.querySelectorAll("[data-pick]");

/** @param {HTMLElement} box */
const chosenIn = (box) =>
  /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll("input:checked")]).map(({ value }) => value);

/**
 * What stands there already stays as it is: the box under her finger must not move.
 * @param {HTMLElement} box @param {Asked} asked @param {string[]} ids
 */
function show(box, asked, ids) {
  const list = part(box, "found");
  const rows = new Map(/** @type {HTMLElement[]} */ ([...list.children]).map((row) => [row.dataset.id, row]));
  const names = namesOf(asked, box.dataset.pick ?? "");
  list.replaceChildren(
    ...[...new Set(ids)].map((id) => rows.get(id) ?? choice(box.dataset.ask ?? "", id, names[id] ?? id)),
  );
}

/**
 * A box to tick.
 * @param {string} path @param {string} value @param {string} words
 */
export function choice(path, value, words) {
  const row = document.createElement("li");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const name = document.createElement("span");
  row.dataset.id = value;
  label.className = "filter__choice";
  input.type = "checkbox";
  input.value = value;
  input.dataset.path = path;
  name.textContent = words;
  label.append(input, " ", name);
  row.append(label);
  return row;
}
