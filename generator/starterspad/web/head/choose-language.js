// On the page at the site's root: go on to the reader's own language, where the site has it.
const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"))];
const wanted = navigator.languages.map((language) => language.toLowerCase().split("-")[0]);
const own = wanted.map((language) => links.find((link) => link.hreflang === language)).find(Boolean);
if (own) location.replace(own.href);
