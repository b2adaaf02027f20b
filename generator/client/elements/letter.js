// An e-mail to an organisation, written for her: she ticks what may be told, reads it, and sends it herself.
/** @import {Service} from "../engine/types.js" */
/** @import {PlanPage} from "./row.js" */
import { answersOf } from "../engine/story.js";
import { titleOf } from "./moment.js";
import { copyTemplate, part, setText, textOf, titlesOf, wordsOf } from "./page.js";

/**
 * Opens the letter in its place on the card. Nothing of her answers stands in it before she ticks it.
 * @param {PlanPage} page
 * @param {string} task
 * @param {Service} service
 * @param {HTMLElement} place
 */
export function openLetter({ element, model, journal }, task, service, place) {
  if (place.children.length) return place.querySelector("textarea")?.focus();
  const say = wordsOf(element);
  const letter = copyTemplate(element, "letter");
  const answers = answersOf(journal());
  const subject = textOf(titleOf(model, journal(), task));
  const [name, text] = [part(letter, "letter-name"), part(letter, "letter-text")];
  const choices = model.questions.flatMap(({ id, because }) => {
    const words = titlesOf(model, id, answers[id] ?? []).join("; ");
    if (!words) return [];
    const choice = copyTemplate(element, "letter-choice");
    const line = say("sheet.answer", { question: textOf(because), answer: words });
    setText(part(choice, "title"), line);
    return [{ choice, line }];
  });
  part(letter, "letter-choices").append(...choices.map(({ choice }) => choice));
  const write = () => {
    const told = choices.filter(({ choice }) => choice.querySelector("input").checked).map(({ line }) => `- ${line}`);
    const about = told.length ? [say("letter.about"), told.join("\n")] : [];
    text.value = [say("letter.greeting"), say("letter.step", { step: subject }), ...about, say("letter.question"), "", `${say("letter.regards")}\n${name.value.trim()}`].join("\n\n");
    address();
  };
  const address = () => {
    const parts = { subject, body: text.value.replaceAll("\n", "\r\n") };
    const query = Object.entries(parts).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
    part(letter, "letter-send").href = `mailto:${service.email}?${query}`;
  };
  letter.addEventListener("change", (/** @type {Event} */ { target }) => target !== text && write());
  text.addEventListener("input", address);
  part(letter, "letter-to").textContent = service.email;
  part(letter, "letter-copy").addEventListener("click", async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      part(letter, "letter-told").textContent = say("keep.copied");
    } catch {
      part(letter, "letter-told").textContent = say("keep.copy_yourself");
    }
  });
  write();
  place.append(letter);
  part(letter, "letter-title").focus();
}
