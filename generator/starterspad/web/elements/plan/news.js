// What is new or changed on her plan since her last visit. Loaded when there is any.
/** @import {News} from "../../core/plan/plan-changes.js" */
/** @import {PlanPage} from "./task-row.js" */
import { see } from "../../core/plan/plan-changes.js";
import { titleOf } from "../../base/names-and-moments.js";
import { copyTemplate, dateOf, formatterOf, part, setText, textOf } from "../../base/page-parts.js";

/** Lists what is new or changed, with a button that says she saw it. @param {PlanPage} page @param {News[]} news */
export function showNews({ element, model, journal, plan, edit, refresh }, news) {
  const format = formatterOf(element);
  part(element, "news-title").textContent = format("news.count", { count: news.length });
  const rows = news.map(({ id, kind, on, note }) => {
    const row = copyTemplate(element, "news");
    const link = part(row, "title", HTMLAnchorElement);
    setText(link, titleOf(model, journal(), id));
    link.href = `${element.dataset.root}tasks/${id}/`;
    const words = [on && dateOf(on), textOf(note)].filter(Boolean).join(": ");
    part(row, "note").textContent = [
      format(`news.${kind}`),
      words || (kind === "changed" ? format("news.text_changed") : ""),
    ]
      .filter(Boolean)
      .join(" · ");
    return row;
  });
  part(element, "news-list").replaceChildren(...rows);
  part(element, "news-seen").onclick = async () => {
    await edit((set, kept) => see(set, model, plan(), kept));
    await refresh();
    part(element, "progress").focus();
  };
}
