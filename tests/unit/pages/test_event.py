"""The page of an event, and what it tells other programs."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import EVENT

from tests.support.rendered_pages import bodies


@pytest.fixture(scope="module")
def pages(town: Catalog) -> dict[str, str]:
    return bodies(town, "nl")


def data(body: str) -> list[dict[str, Any]]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    told = json.loads(text)
    return told if isinstance(told, list) else [told]


def test_each_date_is_told_to_other_programs_with_the_clocks_of_the_place(pages: dict[str, str]) -> None:
    dates = data(pages["events/elf-workshops/"])
    assert len(dates) == 11
    for date in dates:
        # What schema.org and search engines ask of an event.
        assert (date["@context"], date["@type"]) == ("https://schema.org", "Event")
        assert {"name", "startDate", "location", "eventStatus", "eventAttendanceMode", "organizer"} <= date.keys()
        assert date["organizer"]["@type"] == "Organization"
        assert [place["@type"] for place in date["location"]] == ["Place"]
    assert (dates[0]["startDate"], dates[0]["endDate"]) == ("2027-02-18T18:30:00+01:00", "2027-02-18T21:00:00+01:00")
    assert dates[6]["startDate"] == "2027-04-01T18:30:00+02:00"
    moved = dates[8]
    assert moved["eventStatus"] == "https://schema.org/EventRescheduled"
    assert (moved["startDate"], moved["previousStartDate"]) == ("2027-04-23T17:00:00+02:00", "2027-04-22")


def test_what_is_cancelled_online_or_free_says_so(pages: dict[str, str]) -> None:
    (cancelled,) = data(pages["events/adviesdag/"])
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"
    assert cancelled["startDate"] == "2027-01-16"
    (online,) = data(pages["events/vragen-over-btw/"])
    assert online["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert online["location"] == [{"@type": "VirtualLocation", "url": "https://xerius.example/btw"}]
    assert online["isAccessibleForFree"] is True


def test_nobody_registers_for_what_is_cancelled(pages: dict[str, str]) -> None:
    body = pages["events/adviesdag/"]
    assert "Gaat niet door" in body
    assert "https://oog.example/adviesdag" in body, "as the source"
    assert "Schrijf je in" not in body


def test_who_registers_once_for_all_is_told_so(pages: dict[str, str]) -> None:
    assert "Je schrijft je één keer in voor alle data." in pages["events/elf-workshops/"]
    assert "één keer" not in pages["events/infosessie-starterslabo/"]


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b", "&lt;b>", '"}]'])
def test_no_words_end_the_element_that_they_stand_in(words: str, town: Catalog) -> None:
    event = town.events["starters-ontmoeten"].model_copy(update={"title": {"nl": words}, "place": {"nl": words}})
    body = bodies(town.with_records(EVENT, {"evening": event}), "nl")["events/evening/"]
    (date,) = data(body)
    assert date["name"] == words
    assert date["location"][0]["name"] == words
    assert body.count("<script") == body.count("</script") == 1
    assert f"<h1>{html.escape(words, quote=False)}" in body.replace("&#34;", '"')
