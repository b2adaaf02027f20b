"""Rules of the whole style sheet that match something on a page, and stand in none of the sheets that it links."""

from __future__ import annotations

import re
from functools import cache

from playwright.sync_api import Page
from starterspad.output.assets import PACKAGE
from starterspad.output.style_rules import split
from starterspad.output.styles import IN_PARTS, LAYERS, without_comments

_ALL = """(whole) => {
  const selectors = (rules) => [...rules].flatMap((rule) =>
    [...(rule.selectorText ? [rule.selectorText] : []), ...(rule.cssRules ? selectors(rule.cssRules) : [])]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(whole);
  return [selectors(sheet.cssRules), [...document.styleSheets].flatMap((linked) => selectors(linked.cssRules))];
}"""
# Also what waits in a template, to be copied onto the page.
_MATCHING = """(selectors) => {
  const within = (root) => [root, ...[...root.querySelectorAll("template")].flatMap((one) => within(one.content))];
  const roots = within(document);
  return selectors.filter(([, plain]) => roots.some((root) => root.querySelector(plain))).map(([selector]) => selector);
}"""
# What a page may come to: a pointer over it, a key, ink.
_STATE = re.compile(r"::[\w-]+(?:\([^()]*\))?|:(?:hover|active|focus(?:-visible|-within)?|checked|target)(?![\w-])")


def missing_styles(page: Page) -> list[str]:
    """Return the selectors of all our components that match something on the page, and that none of its sheets has."""
    whole, linked = page.evaluate(_ALL, _whole())
    lacking = {selector for listed in whole for selector in split(listed)}
    assert len(lacking) > 500
    lacking -= {selector for listed in linked for selector in split(listed)}
    plain = [(selector, _STATE.sub("", selector)) for selector in sorted(lacking)]
    found: list[str] = page.evaluate(_MATCHING, [(one, bare) for one, bare in plain if _is_whole(bare)])
    return found


def _is_whole(selector: str) -> bool:
    """Tell whether something is left of a selector without its states."""
    return bool(selector.strip()) and not re.search(r"\(\s*[,)]|[,>+~]\s*[,)]|[>+~]\s*$|,\s*$", selector)


@cache
def _whole() -> str:
    files = (name for layer in IN_PARTS for name in LAYERS[layer])
    return "".join(without_comments((PACKAGE / "web" / "styles" / f"{name}.css").read_text("utf-8")) for name in files)
