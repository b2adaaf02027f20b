"""The next open desk on the card of a step: in words, by the clocks of the town, and never one that is over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import FIVE
from tests.browser.screens import GIVE


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-12-02T10:00:00Z", "Donderdag 3 december, 14:00–17:00, zonder afspraak"),
        ("2026-12-03T15:59:00Z", "Donderdag 3 december, 14:00–17:00, zonder afspraak"),
        ("2026-12-03T16:00:00Z", "Donderdag 10 december, 14:00–17:00, zonder afspraak"),
        # What the build knew is over: nobody is sent to a desk that may be closed.
        ("2027-03-03T10:00:00Z", ""),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Brussels", "America/Montreal"])
def test_the_card_says_when_the_desk_is_open_next(
    moment: str, words: str, zone: str, new_context: Callable[..., BrowserContext], address: str
) -> None:
    page = new_context(locale="nl-BE", timezone_id=zone).new_page()
    page.clock.set_fixed_time(moment)
    page.goto(f"{address}nl/about/")
    page.evaluate(GIVE, FIVE)
    page.goto(f"{address}nl/tasks/pand/")
    expect(page.locator("[data-part=who]")).to_contain_text("Ondersteuningspunt Ondernemers")
    expect(page.locator("[data-part=open]")).to_have_text(words)
    page.goto(f"{address}nl/partners/oog/")
    page.locator("html.ready").wait_for()
    expect(page.locator("dt", has_text="Zonder afspraak")).to_have_count(1 if words else 0)
