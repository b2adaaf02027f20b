"""What is held in the next weeks, compiled for the browser, which shows on her plan what is hers and this week.

It stands apart from the decision model: that is loaded before anything is shown, and dates change each day.
"""

from __future__ import annotations

import datetime

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PROGRAMME
from starterspad.content.models.condition import Condition
from starterspad.content.models.event import Event
from starterspad.rules.coming_json import ComingEventJson, ComingEventsJson
from starterspad.rules.condition_compiler import ConditionCompiler
from starterspad.rules.event_dates import EventDate, dates_in, written_moment, zone_of
from starterspad.rules.in_language import InLanguage
from starterspad.rules.text_json import TextJson

# So many days ahead the file knows: a site that is built each month never runs out of weeks.
_DAYS_AHEAD = 38


def coming_dates(catalog: Catalog, language: str, today: datetime.date) -> dict[str, list[EventDate]]:
    """Return the dates of the next weeks by event: those that starters are invited to, in a language of the page.

    An event that says in which languages it is held, and not in this one, is left to the calendar.
    """
    dates: dict[str, list[EventDate]] = {}
    for date in dates_in(catalog, today, today + datetime.timedelta(_DAYS_AHEAD)):
        event = catalog.events[date.event]
        if event.audience != "starters" or date.cancelled or (event.languages and language not in event.languages):
            continue
        dates.setdefault(date.event, []).append(date)
    steps = steps_by_event(catalog)
    return {id: own for id, own in dates.items() if steps[id]}


def steps_by_event(catalog: Catalog) -> dict[str, list[str]]:
    """Return the steps that each event helps with: its own, and those of the stages of programmes that hold it."""
    steps = {id: list(event.helps_with) for id, event in catalog.events.items()}
    for programme in catalog.of(PROGRAMME).values():
        for stage in programme.stages:
            for id in stage.events:
                steps.get(id, []).extend(stage.tasks)
    return {id: list(dict.fromkeys(own)) for id, own in steps.items()}


def compile_coming_events(catalog: Catalog, language: str, today: datetime.date) -> ComingEventsJson:
    """Return the events of the next weeks in one language, ready to be written as JSON."""
    compiler = ConditionCompiler(catalog)
    asked = [
        compiler.condition(Condition.model_construct(when=question.ask_when, unless=()))
        for question in catalog.questions.values()
    ]
    steps = steps_by_event(catalog)
    coming = coming_dates(catalog, language, today)
    events = [_event(compiler, language, id, steps[id], dates) for id, dates in coming.items()]
    return {"conditions": compiler.columns(), "asked": asked, "events": events}


def _event(
    compiler: ConditionCompiler, language: str, id: str, steps: list[str], dates: list[EventDate]
) -> ComingEventJson:
    catalog = compiler.catalog
    event, say, zone = catalog.events[id], InLanguage(catalog.site, language), zone_of(catalog)
    return {
        "path": f"events/{id}/",
        "title": say(event.title),
        "where": _where(catalog, language, event, say),
        "condition": compiler.condition(event.condition),
        "area": compiler.area(event.area or catalog.site.areas.id),
        "tasks": steps,
        "dates": [
            (
                written_moment(date.begins(zone), seconds=False),
                written_moment(date.over(zone), seconds=False),
                _words(catalog, language, date),
            )
            for date in dates
        ],
    }


def _where(catalog: Catalog, language: str, event: Event, say: InLanguage) -> TextJson:
    if event.place:
        return say(event.place)
    return event.address or (catalog.messages[language].format("attend.online") if event.online else "")


def _words(catalog: Catalog, language: str, date: EventDate) -> str:
    messages = catalog.messages[language]
    words = f"{messages.weekday(date.day)}, {messages.hours(date.starts, date.ends)}"
    return words[:1].upper() + words[1:]
