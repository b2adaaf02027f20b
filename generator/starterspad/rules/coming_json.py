"""The events of the next weeks as the browser reads them: what decides whose they are, and what is said of them."""

from __future__ import annotations

from typing import TypedDict

from starterspad.rules.decision_model import ConditionsJson
from starterspad.rules.text_json import TextJson


class ComingEventJson(TypedDict):
    """An event that starters are invited to, with its next dates."""

    path: str
    """its page, below the language"""
    title: TextJson
    where: TextJson
    """the place, or empty"""
    condition: int
    """for whom it is: the number of a condition of this file"""
    area: int
    """the condition that it reaches her place"""
    tasks: list[str]
    """the steps that it helps with"""
    dates: list[tuple[str, str, str]]
    """when each begins and is over, in universal time, and in words"""


class ComingEventsJson(TypedDict):
    """`coming.json` of a language."""

    conditions: ConditionsJson
    asked: list[int]
    """of each question: the condition under which it is asked"""
    events: list[ComingEventJson]
    """in the order in which their next dates are held"""
