// An e-mail to an organisation, written for her: she ticks what may be told, reads it, and sends it herself.
/** @import {Service} from "../core/plan/services.js" */
/** @import {CardPage} from "./step-card.js" */
import { answersOf } from "../core/journal/journal-queries.js";
import { answerSentences } from "../base/answer-words.js";
import { titleOf } from "../base/names-and-moments.js";
import { copyTemplate, firstOf, formatterOf, part, setText, textOf, tooLong } from "../base/page-parts.js";

/**
 * Opens the letter in its place on the card. Nothing of her answers stands in it before she ticks it.
 * @param {CardPage} page
 * @param {string} task
 * @param {Service} service
 * @param {HTMLElement} place
 */
export function openLetter({ element, model, journal }, task, service, place) {
  if (place.children.length) return place.querySelector("textarea")?.focus();
  const format = formatterOf(element);
  const letter = copyTemplate(element, "letter");
  const subject = textOf(titleOf(model, journal(), task));
  const [name, text] = [
    part(letter, "letter-name", HTMLInputElement),
    part(letter, "letter-text", HTMLTextAreaElement),
  ];
  const choices = answerSentences(format, model, answersOf(journal())).map((line) => {
    const choice = copyTemplate(element, "letter-choice");
    setText(part(choice, "title"), line);
    return { choice, line };
  });
  part(letter, "letter-choices").append(...choices.map(({ choice }) => choice));
  let [head, foot] = ["", ""];
  /** Brings what she ticked and her name into the text; what she wrote herself in it stays. */
  const write = () => {
    const ticked = choices.filter(({ choice }) => firstOf(choice, "input").checked).map(({ line }) => `- ${line}`);
    const about = ticked.length ? [format("letter.about"), ticked.join("\n")] : [];
    const before = [format("letter.greeting"), format("letter.step", { step: subject }), ...about, ""].join("\n\n");
    const after = `\n\n${format("letter.regards")}\n${tooLong(name) ? "" : name.value.trim()}`;
    if (text.value.startsWith(head)) text.value = before + text.value.slice(head.length);
    if (text.value.endsWith(foot)) text.value = text.value.slice(0, text.value.length - foot.length) + after;
    [head, foot] = [before, after];
    address();
  };
  const address = () => {
    const parts = { subject, body: text.value.replaceAll("\n", "\r\n") };
    const query = Object.entries(parts)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join("&");
    part(letter, "letter-send", HTMLAnchorElement).href = `mailto:${service.email}?${query}`;
  };
  letter.addEventListener("change", (/** @type {Event} */ { target }) => target !== text && write());
  text.addEventListener("input", address);
  part(letter, "letter-to").textContent = service.email ?? "";
  part(letter, "letter-copy").addEventListener("click", async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      part(letter, "letter-told").textContent = format("keep.copied");
    } catch {
      part(letter, "letter-told").textContent = format("keep.copy_yourself");
    }
  });
  const say = service.say ?? model.tasks.find(({ id }) => id === task)?.say ?? [];
  text.value = `${[format("letter.question"), ...say.map(textOf)].join("\n")}\n\n`;
  write();
  place.append(letter);
  part(letter, "letter-title").focus();
}
