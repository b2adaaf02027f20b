"""What only a day can tell."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.quality.checks.days import check_days, days_of

from tests.conftest import Write

LAST = datetime.date(2026, 6, 30)
NOTICE = "- id: works\n  text: {en: The street is open only in the morning.}\n  until: 2026-06-30\n"
FACT = "- {id: fee, text: {en: It costs money.}, source: 'https://law.example', seen: archived, checked: 2026-05-01}\n"


def said(root: Path, day: datetime.date) -> list[str]:
    return [f"{problem.location}: {problem.message}" for problem in sorted(check_days(load_catalog(root), day))]


def test_a_notice_ends_when_its_last_day_has_passed(instance: Path, write: Write) -> None:
    write("content/notices.yml", NOTICE)
    assert said(instance, LAST) == []
    expected = ['content/notices.yml:3: the notice "works" ended on 2026-06-30']
    assert said(instance, LAST + datetime.timedelta(1)) == expected


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("partners/town-desk.yml", "confirmed: {on: 2026-05-01, by: A. Person}\n", "partners/town-desk.yml:22"),
        ("partners/town-desk.yml", "paused: 2026-05-01\n", "partners/town-desk.yml:22"),
        ("partners/town-desk.yml", "left: 2026-05-01\n", "partners/town-desk.yml:22"),
        ("content/tasks/study.yml", "changes:\n  - {on: 2026-05-01, note: {en: New.}}\n", "content/tasks/study.yml:14"),
        ("content/facts/fees.yml", FACT, "content/facts/fees.yml:1"),
    ],
)
def test_nothing_has_happened_on_a_day_that_lies_ahead(
    file: str, text: str, place: str, instance: Path, write: Write
) -> None:
    path = instance / file
    write(file, (path.read_text("utf-8") if path.exists() else "") + text)
    assert said(instance, datetime.date(2026, 5, 1)) == []
    assert said(instance, datetime.date(2026, 4, 30)) == [f"{place}: 2026-05-01 lies ahead of 2026-04-30"]


def test_where_nearly_everything_lies_ahead_it_is_the_clock_that_is_wrong(town: Catalog) -> None:
    (problem,) = check_days(town, datetime.date(2000, 1, 1))
    assert re.fullmatch(r"\d{2,} days lie ahead of 2000-01-01, 20\d\d-\d\d-\d\d among them", problem.message)
    assert problem.severity == "error"


def test_every_day_of_checking_is_looked_at(town: Catalog) -> None:
    paths = {location.path for location, _ in days_of(town)}
    for kind, records in (("fact", town.facts), ("task", town.tasks), ("partner", town.partners)):
        assert {town.location(kind, id).path for id in records} <= paths
    assert {town.location("programme", id).path for id in town.programmes} <= paths
