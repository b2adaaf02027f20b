// Loads the script of each element that stands on the page, and no other.
const elements = ["color-scheme", "resume-banner", "search", "questions", "plan", "directory", "task", "print-button", "coach", "programme-progress", "notice", "self-assessment", "gate-decision", "worksheet", "risks", "partner-form"];
const arriving = elements.filter((name) => document.querySelector(`portal-${name}`)).map((name) => import(`./elements/${name}/${name}.js`));
// This path stands whole, because it is sent within the plan's file: where modules are joined, only whole paths are followed.
if (document.querySelector("portal-export-import")) arriving.push(import("./elements/export-import/export-import.js"));
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".bar a, .menu a"))) {
  if (link.href === location.href.split("#")[0]) link.setAttribute("aria-current", "page");
}
Promise.all(arriving).then(() => document.documentElement.classList.add("ready"));
