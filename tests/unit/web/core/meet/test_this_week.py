"""What is held this week and is for her: by her answers, her place, the language, and the steps open on her plan."""

from __future__ import annotations

import datetime

from starterspad.content.catalog import Catalog
from starterspad.rules.coming_events import coming_dates, compile_coming_events
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine

TODAY = datetime.date(2026, 11, 22)


def shown(
    catalog: Catalog, engine: Engine, now: str, answers: dict[str, list[str]], *open_steps: str, today: datetime.date
) -> list[tuple[str, str]]:
    found = engine.call(
        """thisWeek(model, coming, answers, new Set(open), Date.parse(now))
          .map(({ event, words }) => [event.path, words])""",
        model=compile_decision_model(catalog, "nl"),
        coming=compile_coming_events(catalog, "nl", today),
        answers=answers,
        open=open_steps,
        now=now,
    )
    return [(path, words) for path, words in found]


def test_two_at_most_that_fit_her_answers_help_with_an_open_step_and_are_held_within_a_week(
    town: Catalog, engine: Engine
) -> None:
    seeker = {"situation": ["jobseeker"], "place": ["gent"]}
    info, btw = "events/infosessie-starterslabo/", "events/vragen-over-btw/"
    meet = "events/starters-ontmoeten/"
    all_steps = ("infosessie", "btw", "leergroep")

    def at(now: str, answers: dict[str, list[str]], *steps: str) -> list[str]:
        return [path for path, _ in shown(town, engine, now, answers, *steps, today=TODAY)]

    # More than a week before, nothing; within the week the two earliest; what is over makes room for the next.
    assert at("2026-11-25T08:00:00Z", seeker, *all_steps) == []
    assert at("2026-12-03T08:00:00Z", seeker, *all_steps) == [info, btw]
    assert at("2026-12-03T11:00:00Z", seeker, *all_steps) == [btw]
    assert at("2026-12-03T20:00:00Z", seeker, *all_steps) == [meet]
    # Another situation, a place elsewhere, or no step of hers: not hers. Unanswered, its condition does not hold yet.
    assert at("2026-12-03T08:00:00Z", {"situation": ["employee"]}, "infosessie") == []
    assert at("2026-12-03T08:00:00Z", {}, "infosessie") == []
    assert at("2026-12-03T20:00:00Z", {**seeker, "place": ["elsewhere"]}, "leergroep") == []
    assert at("2026-12-03T08:00:00Z", seeker, "kbo") == []
    assert shown(town, engine, "2026-12-03T20:00:00Z", {}, "leergroep", today=TODAY) == [
        (meet, "Donderdag 10 december, 12:00")
    ]


def test_who_has_the_steps_of_a_stage_sees_when_its_group_meets(town: Catalog, engine: Engine) -> None:
    (dated,) = shown(town, engine, "2027-02-15T08:00:00Z", {}, "prijslijst", today=datetime.date(2027, 2, 15))
    assert dated == ("events/elf-workshops/", "Donderdag 18 februari, 18:30–21:00")


def test_what_is_cancelled_for_others_or_in_another_language_is_left_to_the_calendar(town: Catalog) -> None:
    day = datetime.date(2027, 1, 10)
    assert coming_dates(town, "nl", day).keys() & {"adviesdag", "avond-voor-adviseurs"} == set()
    assert "infosessie-starterslabo" in coming_dates(town, "nl", TODAY)
    assert "infosessie-starterslabo" not in coming_dates(town, "fr", TODAY)
