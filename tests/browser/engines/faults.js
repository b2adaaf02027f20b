// Stands first in each page that an engine opens: what went wrong, of which no engine but WebKit's console would know.
// Kept in the session, so that it outlives the page; a test reads it at its end.
(() => {
  const note = (/** @type {unknown[]} */ ...words) => {
    const known = JSON.parse(sessionStorage.getItem("faults") ?? "[]");
    sessionStorage.setItem("faults", JSON.stringify([...known, `${location.pathname}: ${words.join(" ")}`]));
  };
  const { error } = console;
  console.error = (...words) => {
    note("console:", ...words);
    error.call(console, ...words);
  };
  // Caught on its way down: a file that does not come tells its own element alone.
  const broken = (/** @type {ErrorEvent} */ event) =>
    note("error:", event.message ?? /** @type {HTMLElement} */ (event.target).outerHTML);
  addEventListener("error", broken, true);
  addEventListener("unhandledrejection", ({ reason }) => note("rejected:", reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    note("policy:", violatedDirective, blockedURI),
  );
})();
