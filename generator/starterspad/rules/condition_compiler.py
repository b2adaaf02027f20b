"""Conditions become bit masks: questions and options numbered, every distinct condition kept once, as columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from starterspad.content.catalog import Catalog
from starterspad.content.models.condition import Clause, Condition
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.rules.columns import column
from starterspad.rules.decision_model import ConditionsJson, KeyJson

Keys = tuple[KeyJson, ...]


class Masks(NamedTuple):
    """Holds when one clause of `when` does (or there is none) and none of `unless`: every key of a clause must hold."""

    when: tuple[Keys, ...] = ()
    unless: tuple[Keys, ...] = ()


class ConditionCompiler:
    """Numbers questions and options, and keeps every distinct condition once."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.bits = {
            id: {option: 1 << index for index, option in enumerate(question.option_ids())}
            for id, question in catalog.questions.items()
        }
        self.numbers = {id: index for index, id in enumerate(catalog.questions)}
        self.conditions: dict[Masks, int] = {}

    def condition(self, condition: Condition) -> int:
        """Return the number of a compiled condition."""
        return self._number(
            Masks(
                tuple(self._clause(clause) for clause in condition.when),
                tuple(self._clause(clause) for clause in condition.unless),
            )
        )

    def area(self, area: str) -> int:
        """Return the number of the condition that a service given in `area` reaches the starter's place.

        A condition of its own, not a key in others: an alternative that holds must not be held up by
        the place in another.
        """
        site = self.catalog.site
        if site.area_question is None or area == site.areas.id:
            return self._number(Masks())
        places = [option.id for option in self.catalog.questions[site.area_question].options]
        inside = [place for place in places if area in site.area_and_around(place)]
        wider = [place for place in places if place not in inside and place in site.area_and_around(area)]
        return self._number(Masks(when=((self._key(site.area_question, inside, wider),),)))

    def columns(self) -> ConditionsJson:
        """Return all conditions in the order of their numbers."""
        return condition_columns(list(self.conditions))

    def _number(self, masks: Masks) -> int:
        return self.conditions.setdefault(masks, len(self.conditions))

    def _clause(self, clause: Clause) -> Keys:
        return tuple(self._key(question, options) for question, options in clause.items())

    def _key(self, question: str, options: Iterable[str], open_options: Iterable[str] = ()) -> KeyJson:
        bits = self.bits[question]
        holds = sum(bits[option] for option in options)
        leaves_open = sum(bits[option] for option in (*open_options, DONT_KNOW) if option in bits)
        return self.numbers[question], holds, leaves_open


def condition_columns(conditions: Sequence[Masks]) -> ConditionsJson:
    """Return conditions as columns, and each distinct key once."""
    every = [(*masks.when, *masks.unless) for masks in conditions]
    keys = sorted({key for clauses in every for clause in clauses for key in clause})
    places = {key: place for place, key in enumerate(keys)}
    return {
        "keys": keys,
        "when": column(len(masks.when) for masks in conditions),
        "unless": column(len(masks.unless) for masks in conditions),
        "clauses": column(len(clause) for clauses in every for clause in clauses),
        "named": column(places[key] for clauses in every for clause in clauses for key in clause),
    }
