// Runs before the first paint: the chosen colours, and the mark that scripts are at work.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js") || root.classList.add("js");
  try {
    // As the journal of this portal is called: others may live on its host, each below a path of its own.
    const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
    const scheme = localStorage.getItem(`starterspad:${new URL(src).pathname.split("/assets/")[0]}/:scheme`);
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage is blocked: the colours follow the device.
  }
  // When the module does not come to life, show what the page holds for readers without scripts.
  setTimeout(() => root.classList.contains("ready") || root.classList.remove("js"), 5000);
})();
