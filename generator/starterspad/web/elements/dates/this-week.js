// On the plan: what is held this week and is for her.
/** @import {ComingEvents} from "../../core/model-types.js" */
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { answersOf, asideOf, doneOf } from "../../core/journal/journal-queries.js";
import { thisWeek } from "../../core/meet/this-week.js";
import { currentPlan } from "../../core/plan/current-plan.js";
import { JournalStore } from "../../store/journal-store.js";
import { copyTemplate, dataAt, painted, part, setText, showText } from "../../base/page-parts.js";

/**
 * Shows what is hers, now and after whatever she does on the plan; nothing where nothing is.
 * @param {PortalElement} element
 * @param {AbortSignal} signal
 */
export async function keepThisWeek(element, signal) {
  const store = new JournalStore();
  const load = /** @type {() => Promise<ComingEvents>} */ (dataAt(element.dataset.coming));
  const show = async () => {
    // What she did is drawn first.
    await painted();
    // A plan that is still being read shows nothing yet.
    const kept = started(shownOnPage()) ?? started(await store.read());
    // Without answers there is no plan, and nothing is asked for.
    if (!kept || !(await element.loadModel())) return;
    const coming = await element.late(load);
    if (coming) showThisWeek(element, coming, kept);
  };
  store.watch(show, signal);
  element.listen(document, "journal", show);
  // The plan changes its journal as she ticks or answers, and its listeners stand nearer to where she does.
  for (const type of ["change", "submit"]) document.addEventListener(type, show, { signal });
  // What somebody else goes through is not her week.
  element.listen(document, "look", () => element.remove());
  await show();
}

/** Returns a journal with answers. @param {Journal | undefined} journal */
function started(journal) {
  return journal && Object.keys(answersOf(journal)).length ? journal : undefined;
}

/** @returns {Journal | undefined} what the plan of this page shows, as far as it is there */
function shownOnPage() {
  /** @type {Journal | undefined} */
  let shown;
  const detail = (/** @type {Journal} */ journal) => {
    shown = journal;
  };
  document.dispatchEvent(new CustomEvent("journal-shown", { detail }));
  return shown;
}

/** @param {PortalElement} element @param {ComingEvents} coming @param {Journal} kept */
function showThisWeek(element, coming, kept) {
  const { journal, answers, plan } = currentPlan(element.model, kept);
  const behind = new Set([...doneOf(journal), ...asideOf(journal)]);
  const open = new Set(plan.tasks.flatMap(({ id, verdict }) => (verdict === "yes" && !behind.has(id) ? [id] : [])));
  const rows = thisWeek(element.model, coming, answers, open, Date.now()).map(({ event, words }) => {
    const row = copyTemplate(element, "week-date");
    const link = part(row, "week-title", HTMLAnchorElement);
    setText(link, event.title);
    link.href = `${element.dataset.root}${event.path}`;
    setText(part(row, "week-when"), words);
    showText(part(row, "week-where"), event.where);
    return row;
  });
  part(element, "week-dates").replaceChildren(...rows);
  element.hidden = !rows.length;
}
