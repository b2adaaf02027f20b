// The address of a page follows what she does there. A browser may refuse that: Safari does after a hundred changes in
// half a minute. What the page shows never depends on it.

const PAUSE_MS = 400;
/** @type {number | undefined} */
let pause;
let write = () => {};
// When it was written last.
let written = -PAUSE_MS;

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
 * Writes what stands behind the # at once, and then no more often than a browser bears; the last when she leaves.
 * @param {string} words  empty: nothing stands there
 */
export function keepInAddress(words) {
  clearTimeout(pause);
  write = () => {
    clearTimeout(pause);
    write = () => {};
    written = performance.now();
    writeAddress(history.state, words ? `#${words}` : location.pathname);
  };
  const rest = written + PAUSE_MS - performance.now();
  if (rest > 0) pause = setTimeout(() => write(), rest);
  else write();
}

// What she presses may lead away.
for (const leaving of ["click", "pagehide"]) addEventListener(leaving, () => write(), { capture: true });
