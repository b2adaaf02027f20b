// The address of a page follows what she does there. A browser may refuse that: Safari does after a hundred changes in
// half a minute. What the page shows never depends on it.

const PAUSE_MS = 400;
/** @type {number | undefined} */
let pause;
let write = () => {};

/**
 * Writes the address, as a step back where `way` says so.
 * @param {unknown} state
 * @param {string} address
 * @param {"replaceState" | "pushState"} [way]
 */
export function writeAddress(state, address, way = "replaceState") {
  try {
    history[way](state, "", address);
  } catch {
    // The page shows what she asked for; only its address is an older one.
  }
}

/**
 * Writes what stands behind the # once she has paused, or leaves.
 * @param {string} words  empty: nothing stands there
 */
export function keepInAddress(words) {
  clearTimeout(pause);
  write = () => {
    clearTimeout(pause);
    write = () => {};
    writeAddress(history.state, words ? `#${words}` : location.pathname);
  };
  pause = setTimeout(() => write(), PAUSE_MS);
}

// What she presses may lead away.
for (const leaving of ["click", "pagehide"]) addEventListener(leaving, () => write(), { capture: true });
