"""When a desk is open next for whoever comes without an appointment: nothing that has expired, or that nobody knows."""

from __future__ import annotations

import datetime
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import SITE
from starterspad.content.models.opening import Opening
from starterspad.content.models.partner import Partner
from starterspad.rules.evaluate import Answers
from starterspad.rules.model_compiler import compile_decision_model
from starterspad.rules.open_desks import open_desks
from starterspad.rules.plan import make_plan

from tests.support.js_engine import Engine

TODAY = datetime.date(2026, 11, 22)
BRUSSELS = ZoneInfo("Europe/Brussels")


def days(catalog: Catalog, today: datetime.date = TODAY, **changes: object) -> list[str]:
    partner: Partner = catalog.partners["oog"].model_copy(update=changes)
    return [str(desk.day) for desk in open_desks(catalog, partner, partner.services[0], today)]


def test_the_next_four_weeks_are_known_and_closed_days_left_out(town: Catalog) -> None:
    # The first Tuesday of December is an exception of the file; 24 December a closed day of the town.
    assert days(town) == ["2026-11-26", "2026-12-03", "2026-12-10", "2026-12-17"]
    assert days(town, datetime.date(2026, 12, 18)) == ["2026-12-31", "2027-01-05", "2027-01-07", "2027-01-14"]


def test_a_desk_is_closed_on_the_public_holidays_of_the_country_next_year_too(town: Catalog) -> None:
    there = town.with_records(SITE, {SITE.name: town.site.model_copy(update={"region": "BE", "closed_days": ()})})
    # Christmas and New Year fall on a Friday; Ascension Day on a Thursday.
    assert "2027-05-06" in days(town, datetime.date(2027, 5, 1))
    assert "2027-05-06" not in days(there, datetime.date(2027, 5, 1))
    assert days(there, datetime.date(2026, 12, 18))[:3] == ["2026-12-24", "2026-12-31", "2027-01-05"]


def test_hours_that_expired_or_that_nobody_looked_at_for_long_say_nothing(town: Catalog) -> None:
    assert days(town, left=TODAY) == days(town, paused=TODAY) == []
    assert days(town, checked=datetime.date(2024, 1, 1)) == []
    service = town.partners["oog"].services[0]
    ended = tuple(hours.model_copy(update={"until": datetime.date(2026, 12, 4)}) for hours in service.walk_in)
    services = (service.model_copy(update={"walk_in": ended}),)
    assert days(town, services=services) == ["2026-11-26", "2026-12-03"]


def test_the_browser_gets_words_and_the_moment_at_which_each_is_over(town: Catalog) -> None:
    words = compile_decision_model(town, "nl", TODAY)["words"]
    (service,) = next(partner for partner in words if partner["partner"] == "oog")["services"]
    assert service["open"][0] == ("2026-11-26T16:00Z", "Donderdag 26 november, 14:00–17:00, zonder afspraak")
    assert [partner["partner"] for partner in words if any("open" in item for item in partner["services"])] == ["oog"]
    without = compile_decision_model(town, "nl")["words"]
    assert not any("open" in item for partner in without for item in partner["services"])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"closes": "13:00"}, "it closes at 13:00, and opens at 14:00"),
        ({"closes": "14:00"}, "it closes at 14:00, and opens at 14:00"),
        ({"until": "2026-01-01"}, "it ends on 2026-01-01, before it begins"),
        ({"from": "0001-01-01"}, "0001-01-01 lies too far away"),
        ({"until": "9999-12-31"}, "9999-12-31 lies too far away"),
        ({"except": ["2026-09-04"]}, "2026-09-04 is no day of the rule"),
        ({"rule": "FREQ=HOURLY"}, "a rule says FREQ=DAILY"),
        ({"opens": "2 pm"}, "this must be a time of the day"),
    ],
)
def test_hours_that_make_no_sense_are_refused(changes: dict[str, object], words: str) -> None:
    good: dict[str, object] = {
        "rule": "FREQ=WEEKLY;BYDAY=TH",
        "opens": "14:00",
        "closes": "16:30",
        "from": "2026-09-01",
    }
    Opening.model_validate(good)
    with pytest.raises(ValidationError, match=words):
        Opening.model_validate(good | changes)


def test_among_equals_whose_desk_opens_next_is_suggested_first_in_both_engines(town: Catalog, engine: Engine) -> None:
    hours = town.partners["oog"].services[0].walk_in
    partner = town.partners["oog"]

    def with_desk(days: tuple[Opening, ...]) -> Partner:
        return partner.model_copy(update={"services": (partner.services[0].model_copy(update={"walk_in": days}),)})

    # Three that differ in nothing but their hours: on Thursdays, on Tuesdays, and never.
    later = tuple(desk.model_copy(update={"rule": "FREQ=WEEKLY;BYDAY=TU", "except_": ()}) for desk in hours[:1])
    of = {"a-never": with_desk(()), "b-thursday": with_desk(hours[:1]), "c-tuesday": with_desk(later)}
    catalog = replace(town, records={**town.records, "partner": of})
    for moment, first in (
        ("2026-11-22T09:00:00+00:00", "c-tuesday"),
        # Open until five, by the clocks of the town; a minute later the next week's is as far as the other's.
        ("2026-11-26T15:59:00+00:00", "b-thursday"),
        ("2026-11-26T16:00:00+00:00", "c-tuesday"),
    ):
        now = datetime.datetime.fromisoformat(moment)
        for seed in ("1", "2", "3"):
            answers = Answers(catalog.questions, {})
            here = [
                [service.partner for service in task.services]
                for task in make_plan(catalog, answers, seed, TODAY, now).tasks
                if task.id == "pand"
            ]
            there = engine.call(
                """makePlan(model, {}, { seed, moment }).tasks.filter(({ id }) => id === "pand")
                  .map(({ services }) => services.ids().map((id) => id.split("/")[0]))""",
                model=compile_decision_model(catalog, "nl", TODAY),
                seed=seed,
                moment=now.timestamp(),
            )
            assert here == there
            assert here[0][0] == first
            assert here[0][-1] == "a-never"
