"""A notice goes by itself when its day has passed, also from a page that was made before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect
from starterspad.output.build import build

from tests.browser.conftest import serve
from tests.conftest import TODAY


@pytest.mark.parametrize(("day", "shown"), [("2026-11-24T22:30:00Z", 2), ("2026-11-24T23:30:00Z", 0)])
def test_a_notice_is_there_up_to_the_last_minute_of_its_day_where_she_is(
    day: str, shown: int, instance: Path, write: Callable[[str, str], Path], new_context: Callable[..., BrowserContext]
) -> None:
    everywhere = "- id: moved\n  text: {en: The desk moves.}\n  until: 2026-11-24\n"
    here = "- id: closed\n  text: {en: The desk is closed.}\n  until: 2026-11-24\n  tasks: [register]\n"
    write("content/notices.yml", everywhere + here)
    build(instance, instance / "site", today=TODAY)
    server = serve(instance / "site")
    try:
        page = new_context(timezone_id="Europe/Brussels").new_page()
        page.clock.set_fixed_time(day)
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/en/tasks/register/")
        page.locator("html.ready").wait_for()
        expect(page.locator("portal-notice")).to_have_count(shown)
    finally:
        server.shutdown()
