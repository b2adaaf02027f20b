"""What anyone can open by its address, on a phone, where Chromium's sweep does not look."""

from __future__ import annotations

import pytest

from tests.browser.engines.conftest import WIDTHS
from tests.browser.engines.windows import Window
from tests.browser.screens import KINDS

# Once for each page.
PAGES = sorted({path for path, _ in KINDS.values() if path.startswith("{}/")})


@pytest.mark.parametrize("size", [WIDTHS["phone"]], ids=["phone"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_nothing_is_missing_on_any_page_and_none_is_too_wide(language: str, window: Window) -> None:
    for path in PAGES:
        window.goto(path.format(language))
        assert window.run("document.querySelector('[role=alert]')?.checkVisibility() ?? false") is False, path
        wide = window.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, path
