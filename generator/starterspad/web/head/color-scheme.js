// Runs before the first paint: the chosen colours, and the mark that scripts are at work.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js") || root.classList.add("js");
  try {
    const scheme = localStorage.getItem("portal-scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage is blocked: the colours follow the device.
  }
  // When the module does not come to life, show what the page holds for readers without scripts.
  setTimeout(() => root.classList.contains("ready") || root.classList.remove("js"), 5000);
})();
