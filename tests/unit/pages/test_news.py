"""News: where it stands, in which order, and when it goes."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import NEWS
from starterspad.output.feed import render_news
from starterspad.pages import news_rows

from tests.support.rendered_pages import bodies, inputs_of

ATOM = "{http://www.w3.org/2005/Atom}"


def paths(catalog: Catalog, guide: str = "") -> list[str]:
    return [row.path for row in news_rows.news(inputs_of(catalog, "nl"), guide)]


def test_the_newest_stands_first_and_on_the_pages_it_belongs_to(town: Catalog) -> None:
    assert paths(town) == ["news/nieuw-loket/", "news/nieuwe-reeks/"]
    assert paths(town, "money") == ["news/nieuw-loket/"]
    pages = bodies(town, "nl")
    for path in ("", "news/", "guides/money/"):
        assert "Een nieuw loket in de bibliotheek" in pages[path], path
    assert "Een nieuw loket" not in pages["guides/papers/"]
    assert 'data-over="2026-12-31T23:00:00Z"' in pages["news/"]
    assert 'href="../../tasks/praat-met-iemand/"' in pages["news/nieuw-loket/"]


def test_what_is_no_news_any_more_keeps_its_page_alone(town: Catalog) -> None:
    item = town.of(NEWS)["nieuw-loket"]
    old = town.with_records(NEWS, {"old": item.model_copy(update={"until": datetime.date(2026, 11, 21)})})
    assert paths(old) == []
    pages = bodies(old, "nl")
    assert "Dit was nieuws tot en met 21 november 2026." in pages["news/old/"]
    assert '<p data-part="ask">Er is nu geen nieuws.</p>' in pages["news/"]
    assert "portal-dates" not in pages["guides/money/"]


def test_without_an_end_it_is_news_for_half_a_year(town: Catalog) -> None:
    assert town.of(NEWS)["nieuwe-reeks"].last_day == datetime.date(2027, 5, 17)


def test_an_instance_without_news_has_no_page_of_it(tiny: Catalog) -> None:
    assert "news/" not in bodies(tiny, "en")


def test_the_feed_tells_it_with_ids_that_stay(town: Catalog) -> None:
    today = datetime.date(2026, 11, 22)
    for language in town.site.languages:
        feed = ElementTree.fromstring(render_news(town, language, today))
        # What RFC 4287 asks of a feed and of an entry.
        for part in (feed, *feed.findall(f"{ATOM}entry")):
            assert all(part.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        assert [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")] == [
            f"tag:town.example,2026-11-20:{language}/news/nieuw-loket",
            f"tag:town.example,2026-11-15:{language}/news/nieuwe-reeks",
        ]
        links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
        assert f"https://town.example/{language}/news/nieuw-loket/" in links
    later = ElementTree.fromstring(render_news(town, "nl", datetime.date(2027, 1, 1)))
    assert len(later.findall(f"{ATOM}entry")) == 1
