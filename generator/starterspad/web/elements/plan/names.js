// Whom a plan names: where many help, their words come once it is drawn.
/** @import {TaskLists} from "./task-lists.js" */
/** @import {PlanPage} from "./task-row.js" */
import { servicesNamed, servicesOnPaper } from "../../core/plan/words.js";
import { bringWords } from "../../base/words.js";
import { showDashboard } from "./dashboard.js";

// Where a menu prints, paper waits for nothing: then the words of all who stand on the sheet come too.
const DESK = matchMedia("(hover: hover)");

/**
 * Brings the words of whom she chose, waits for or meets, and shows them; nothing else waits for that.
 * @param {PlanPage} page
 * @param {TaskLists} lists
 */
export async function bringNames(page, lists) {
  const { element, journal, plan } = page;
  const services = DESK.matches ? servicesOnPaper(plan(), journal()) : servicesNamed(journal());
  if (!(await bringWords(element, services))) return;
  lists.update();
  showDashboard(page);
}
