"""Services as the browser reads them, declared key by key: what decides, as columns; and what is said of them."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from starterspad.rules.text_json import TextJson


class AreaJson(TypedDict):
    """Where services are offered."""

    condition: int
    """that it reaches her place"""
    depth: int
    """how many areas lie around it"""


class ServicesJson(TypedDict):
    """What decides of the services, as columns: one character a number (`rules/columns.py`).

    The services of a partner stand one after the other, in the order of the partners.
    """

    partners: str
    """ids, with a space between"""
    counts: str
    """of each partner: how many services it has"""
    since: str
    """the day on which the first of the checks below was"""
    checked: str
    """of each partner: so many days later somebody last looked"""
    ids: str
    """of the services, with a space between"""
    first: int
    """the number of the first condition that only services have"""
    conditions: str
    """of each service, for whom it is: how far back its condition stands from the next that is new, which is 0"""
    areas: str
    ways: str
    """the known ways to reach it: bit 0 is the phone, then booking, desk, mail and web"""
    answers_within: str
    """days; 0 where nobody said"""
    helps: str
    """of each service: with how many tasks it helps"""
    tasks: str
    desks: dict[str, list[tuple[int, int]]]
    """by the number of a service that is open for whoever has no appointment: from when till when, as time stamps"""


class ServiceWordsJson(TypedDict):
    """What is said of a service where it is shown."""

    service: str
    title: TextJson
    say: NotRequired[list[TextJson]]
    """what to say or write to them"""
    bring: NotRequired[TextJson]
    format: NotRequired[list[str]]
    cost: NotRequired[str]
    booking: NotRequired[str]
    open: NotRequired[list[tuple[str, str]]]
    """when one may come without an appointment, the next first: the moment at which that is over, and in words"""


class PartnerWordsJson(TypedDict):
    """What is said of whoever gives services."""

    partner: str
    name: str
    seen: str
    """how its file was seen: live, copy, archived, news or told"""
    checked: str
    """the day on which somebody last looked"""
    hours: NotRequired[TextJson]
    page: NotRequired[str]
    """its page with ways to reach it"""
    website: NotRequired[str]
    email: NotRequired[str]
    address: NotRequired[str]
    phone: NotRequired[str]
    number_from: NotRequired[str]
    """whose page the number was found on, while nobody has called it"""
    services: list[ServiceWordsJson]


class WordsApartJson(TypedDict):
    """Which files hold the words, each named after its content; none where the model holds them."""

    tasks: str
    partners: list[str]
    """the file of a partner stands at the place that the turn of its id without a seed gives"""
