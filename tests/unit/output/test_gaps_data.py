"""What is missing, for programs."""

from __future__ import annotations

import datetime

from starterspad.content.catalog import Catalog
from starterspad.output.gaps_data import gaps_json
from starterspad.quality.coverage import coverage_of


def test_the_gaps_as_data_say_what_the_page_says(town: Catalog) -> None:
    coverage = coverage_of(town)
    data = gaps_json(coverage, datetime.date(2026, 11, 22))
    assert data["columns"] == ["task", "area", "language", "group", "cost", "state", "partners", "perhaps"]
    assert len(data["rows"]) == len(coverage.help)
    assert [one["task"] for one in data["missing"]] == [gap.task for gap in coverage.missing]
    assert ("btw", None, None, None, "free", "nobody", 0, 0) in data["rows"]
    assert data["date"] == "2026-11-22"
