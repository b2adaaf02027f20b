"""The main pages of the city that stands in the repository, whichever it is: a fork runs these too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starterspad.content.loader import load_catalog
from starterspad.output.build import build

from tests.browser.conftest import Watch, serve
from tests.city.conftest import root
from tests.conftest import REPOSITORY, TODAY, SiteOf
from tests.support.accessibility import violations


@pytest.fixture(scope="module")
def address(site_of: SiteOf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("city") / "site"
    if root() == REPOSITORY:
        out = site_of("ghent")
    else:
        build(root(), out, today=TODAY)
    server = serve(out)
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_the_main_pages_work_in_a_browser_in_every_language(address: str, new_context: Callable[..., Any]) -> None:
    city = load_catalog(root())
    page = new_context(viewport={"width": 320, "height": 700}, reduced_motion="reduce").new_page()
    watch = Watch(address)
    watch.follow(page)
    partner = next(iter(city.partners))
    for language in city.site.languages:
        for path in ("", "questions/", "plan/", "partners/", f"partners/{partner}/", "join/"):
            page.goto(f"{address}{language}/{path}")
            page.locator("html.ready").wait_for(state="attached")
            page.locator("h1:visible").first.wait_for()
            assert violations(page) == [], page.url
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    assert watch.faults == []
