// What this browser says of its memory: whether it promised to keep what stands there, and whether it may be a memory
// of one window alone.
/** @import {Journal} from "../core/journal/journal.js" */

const STATE = /^tasks\/[^/]+\/state$/;

/** @type {Promise<boolean> | undefined} the last answer */
let answer;
let asked = false;

/** Tells whether this browser promised to erase nothing by itself; asks nobody. */
export function promised() {
  answer ??= orNot(() => navigator.storage.persisted());
  return answer;
}

/**
 * Asks for that promise, once her first step has a state: before that there is little to lose, and some browsers pass
 * the question on to her.
 * @param {Journal} journal  with the state
 */
export function askForPromise(journal) {
  const states = Object.entries(journal.fields).filter(([path, { value }]) => STATE.test(path) && value !== null);
  if (asked || states.length !== 1) return;
  asked = true;
  answer = orNot(() => navigator.storage.persist());
}

/** @param {() => Promise<boolean>} ask  throws where the browser does not know the question */
async function orNot(ask) {
  try {
    return await ask();
  } catch {
    return false;
  }
}

/** Tells whether this window was opened from a home screen: some devices give it a memory of its own. */
export function fromHomeScreen() {
  const { standalone } = /** @type {Navigator & {standalone?: boolean}} */ (navigator);
  return standalone === true || matchMedia("(display-mode: standalone)").matches;
}
