"""What axe says of a page: injected once, and asked all rules or the two that depend on colours and sizes."""

from __future__ import annotations

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

# What another scheme or width may change; everything else axe reads out of the document's structure.
BY_SCHEME_AND_WIDTH = ("color-contrast", "target-size")


def violations(page: Page, only: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds wrong with a page as it stands, one report a rule; `only` names rules.

    All of axe's rules are asked that it has for WCAG, and its best practices.
    """
    # Size of targets (WCAG 2.2 AA) is a rule that axe leaves out unless it is asked.
    options: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    # The style sheets are fetched anew for one rule alone, which axe leaves out as well: on how a phone is held.
    options["preload"] = False
    if only:
        options["runOnly"] = {"type": "rule", "values": list(only)}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    results = AxeResults(page.evaluate(f"axe.run(document, {json.dumps(options)})"))
    return [results.generate_report(violation["id"]) for violation in results.response["violations"]]
