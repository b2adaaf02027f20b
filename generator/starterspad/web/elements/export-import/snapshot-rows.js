// The earlier states of the plan, each with a button that brings it back.
/** @import {Journal} from "../../core/journal/journal.js" */
/** @import {Snapshot} from "../../store/snapshots.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { summaryOf } from "../../core/journal/passed-on.js";
import { answersOf } from "../../core/journal/journal-queries.js";
import { copyTemplate, part, writtenIn } from "../../base/page-parts.js";

/**
 * Lists the states in which there was a plan.
 * @param {PortalElement} element
 * @param {Snapshot[]} snapshots
 * @param {(journal: Journal) => void} restore
 */
export function listSnapshots(element, snapshots, restore) {
  const earlier = snapshots.filter(({ journal }) => Object.keys(answersOf(journal)).length);
  const moments = new Intl.DateTimeFormat(writtenIn(), { dateStyle: "long", timeStyle: "short" });
  const rows = earlier.map(({ at, journal }) => {
    const row = copyTemplate(element, "snapshot");
    const words = { moment: moments.format(at), done: summaryOf(journal).done };
    part(row, "words").textContent = element.format("keep.snapshot", words);
    part(row, "restore").addEventListener("click", () => restore(journal));
    return row;
  });
  part(element, "snapshots").replaceChildren(...rows);
  part(element, "earlier").hidden = !rows.length;
}
