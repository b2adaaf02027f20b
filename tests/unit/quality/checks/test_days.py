"""What only a day can tell."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from pydantic import BaseModel
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS
from starterspad.content.loader import load_catalog
from starterspad.content.models.field_types import Record
from starterspad.content.validation import model_in
from starterspad.quality.checks.days import COMING, SOURCE_DATES, check_days, days_of

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
        (
            "partners/town-desk.yml",
            "contact: {page: 'https://desk.example/', sources: {page: "
            "{url: 'https://desk.example/', date: 2026-05, seen: archived}}}\n",
            "partners/town-desk.yml:22",
        ),
        (
            "content/facts/fees.yml",
            FACT.replace("2026-05-01", "2026-01-01, source_date: 2026-05"),
            "content/facts/fees.yml:1",
        ),
        (
            "content/seen_live.yml",
            "- {kind: task, id: study, on: 2026-05-01, by: A. Person}\n",
            "content/seen_live.yml:1",
        ),
    ],
)
def test_nothing_has_happened_on_a_day_that_lies_ahead(
    file: str, text: str, place: str, instance: Path, write: Write
) -> None:
    path = instance / file
    write(file, (path.read_text("utf-8") if path.exists() else "") + text)
    assert said(instance, datetime.date(2026, 4, 30)) == []
    assert said(instance, datetime.date(2026, 4, 29)) == [f"{place}: 2026-05-01 lies ahead of 2026-04-29"]


def test_where_nearly_everything_lies_ahead_it_is_the_clock_that_is_wrong(town: Catalog) -> None:
    (problem,) = check_days(town, datetime.date(2000, 1, 1))
    assert re.fullmatch(r"\d{2,} days lie ahead of 2000-01-01, 20\d\d-\d\d-\d\d among them", problem.message)
    assert problem.severity == "error"


def test_every_day_of_checking_is_looked_at(town: Catalog) -> None:
    paths = {place.source.path for place, _, _ in days_of(town)}
    for kind, records in (("fact", town.facts), ("task", town.tasks), ("partner", town.partners)):
        assert {town.location(kind, id).path for id in records} <= paths
    assert {town.location("programme", id).path for id in town.programmes} <= paths


def test_every_field_that_holds_a_day_has_been_or_is_named_as_coming() -> None:
    """A new kind of day is taken for one that has been; who adds one that may come is told so by this."""
    dates: set[str] = set()
    written: set[str] = set()
    models = [kind.model for kind in KINDS]
    seen: set[type[BaseModel]] = set()
    while models:
        model = models.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            inner = model_in(field.annotation)
            models += [inner] if inner and issubclass(inner, Record) else []
            if "datetime.date" in str(field.annotation):
                dates.add(name)
            if "2026-01'" in str(field.annotation):  # the example of such a date
                written.add(name)
    assert dates - COMING == {"checked", "on", "paused", "left"}
    assert dates >= COMING
    assert written == SOURCE_DATES
