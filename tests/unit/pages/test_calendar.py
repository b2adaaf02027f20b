"""The calendar as a page: its list, its months, its filters; and what it says where nothing stands in it."""

from __future__ import annotations

import datetime
import re

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import EVENT
from starterspad.content.messages import Messages
from starterspad.pages import calendar
from starterspad.pages.calendar import CalendarPage, event_filters
from starterspad.rules.event_dates import DAYS_AHEAD, dates_in

from tests.support.rendered_pages import bodies, inputs_of


def shown(catalog: Catalog, language: str = "nl") -> CalendarPage:
    (page,) = calendar.pages(inputs_of(catalog, language))
    assert isinstance(page.context, CalendarPage)
    return page.context


def test_every_date_of_thirteen_months_stands_in_the_list_and_in_a_month(town: Catalog) -> None:
    today = datetime.date(2026, 11, 22)
    dates = dates_in(town, today, today + datetime.timedelta(DAYS_AHEAD))
    page = shown(town)
    assert [row.date for month in page.months for row in month.rows] == dates
    assert page.count == len(dates) > 25
    for month in page.months:
        days = {row.date.day.day for row in month.rows}
        cells = [day for week in month.weeks for day in week]
        assert {day.number for day in cells if day.titles} == days
        assert all(len(week) == 7 for week in month.weeks)
        assert [day.number for day in cells if day.number] == list(range(1, max(day.number for day in cells) + 1))


def test_a_day_of_a_month_leads_to_its_first_date(town: Catalog) -> None:
    body = bodies(town, "nl")["calendar/"]
    ids = re.findall(r'<li class="card date" id="(on-[\d-]+)"', body)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#(on-[\d-]+)"', body)) == set(ids)
    assert "on-2026-12-03" in ids


def test_a_week_begins_where_its_readers_begin_it(town: Catalog) -> None:
    assert [short for short, _ in shown(town).weekdays] == ["ma", "di", "wo", "do", "vr", "za", "zo"]
    assert shown(town, "fr").weekdays[0][1] == "lundi"
    # 1 December 2026 is a Tuesday.
    assert [day.number for day in shown(town).months[0].weeks[0]] == [0, 1, 2, 3, 4, 5, 6]
    assert Messages("en", {}, "US").weekdays[0] == ("Su", "Sunday")


def test_filters_offer_what_at_least_one_event_answers_to(town: Catalog) -> None:
    groups, answers = event_filters(inputs_of(town, "nl"))
    values = {group: [choice.value for choice in choices] for group, choices in groups.items()}
    assert values["kind"] == ["info", "workshop", "meeting", "advice", "fair"]
    assert values["audience"] == ["starters", "advisers"]
    assert values["attend"] == ["there", "online"]
    numbers = {(choice.group, choice.value): choice.number for choices in groups.values() for choice in choices}
    of_workshops = set(map(int, answers["elf-workshops"].split()))
    assert {numbers["kind", "workshop"], numbers["cost", "paid"], numbers["area", "gent"]} <= of_workshops
    assert numbers["audience", "advisers"] not in of_workshops
    # What is for a whole province is for its towns.
    assert numbers["area", "gent"] in map(int, answers["infosessie-starterslabo"].split())


def test_an_event_without_a_known_day_is_something_to_ask_about(town: Catalog) -> None:
    assert [row.path for row in shown(town).rhythms] == ["events/praatcafe/"]
    body = bodies(town, "nl")["events/praatcafe/"]
    assert "Een paar keer per jaar. We kennen nu geen dag. Vraag aan Dyzo of dit nog doorgaat, en wanneer." in body
    assert "application/ld+json" not in body


def test_an_empty_calendar_says_what_to_do_and_how_to_add_to_it(tiny: Catalog) -> None:
    body = bodies(tiny, "en")["calendar/"]
    assert '<div data-part="empty">' in body
    assert "There is nothing in the calendar right now." in body
    assert 'href="../talk/"' in body
    assert "Your organisation in this calendar" in body
    assert "<table" not in body
    assert ".ics" not in body


def test_a_step_and_an_organisation_show_what_comes_next_of_theirs(town: Catalog) -> None:
    pages = bodies(town, "nl")
    assert pages["tasks/leergroep/"].count("data-over=") == 3
    assert 'href="../../calendar/step-leergroep.ics"' in pages["tasks/leergroep/"]
    assert pages["partners/xerius/"].count("data-over=") == 1
    assert "data-over=" not in pages["tasks/kbo/"]
    for path in ("tasks/vangnet/", "partners/dyzo/"):
        assert "Vraag wanneer dit weer is" in pages[path], path
        assert "Een paar keer per jaar" in pages[path], path
    assert "Vraag wanneer" not in pages["tasks/kbo/"]
    without = bodies(town.with_records(EVENT, {}), "nl")
    assert "portal-dates" not in without["tasks/leergroep/"]
