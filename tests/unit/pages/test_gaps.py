"""Who does what, and what is missing, in sentences and as data."""

from __future__ import annotations

import datetime
import re

from starterspad.content.catalog import Catalog
from starterspad.pages.gaps import gaps_json
from starterspad.quality.coverage import coverage_of

from tests.support.rendered_pages import bodies


def test_the_page_of_gaps_says_every_state_in_words_and_offers_two_doors(ghent: Catalog) -> None:
    for language in ghent.site.languages:
        body, say = bodies(ghent, language)["gaps/"], ghent.messages[language].format
        cells = re.findall(r'<td class="heat--(\w+)">([^<]*)</td>', body)
        assert len({state for state, _ in cells}) == 6
        for state, words in cells:
            count = int("".join(filter(str.isdigit, words)) or 0)
            assert words == say(f"supply.{state}", count=count)
        told = body.count('class="gap__what"')
        assert told > 10
        assert body.count(say("gaps.we_can")) == body.count(say("gaps.set_up")) == told


def test_the_gaps_as_data_say_what_the_page_says(ghent: Catalog) -> None:
    coverage = coverage_of(ghent)
    data = gaps_json(coverage, datetime.date(2026, 11, 22))
    assert data["columns"] == ["task", "area", "language", "group", "cost", "state", "partners", "perhaps"]
    assert len(data["rows"]) == len(coverage.help)
    assert [one["task"] for one in data["missing"]] == [gap.task for gap in coverage.missing]
    assert ["btw", None, None, None, "free", "nobody", 0, 0] in data["rows"]
    assert data["date"] == "2026-11-22"
