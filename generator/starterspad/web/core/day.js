// The day of a moment.

/** Returns the day of a moment where she is, such as 2026-01-31. @param {number} moment  in milliseconds */
export function dayOf(moment) {
  const there = new Date(moment);
  const parts = [there.getMonth() + 1, there.getDate()].map((part) => String(part).padStart(2, "0"));
  return [String(there.getFullYear()).padStart(4, "0"), ...parts].join("-");
}
