"""The monthly digest: what aged while many read it, and the letters that ask organisations whether all still holds."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.fact_life import has_ended
from starterspad.content.freshness import freshness
from starterspad.content.models.fact import Fact
from starterspad.quality.to_check_again import Aged, to_check_again
from starterspad.upkeep.confirmation_letter import ConfirmationLetter, confirmation_letter

# What one person can look at in a month.
MOST_FACTS, MOST_LETTERS = 20, 10


@dataclass(frozen=True)
class Digest:
    """What ended, what aged, what readers meet most first, and whom to ask: who was checked longest ago first.

    All that ended; at most 20 and 10 of the others, what one person can do in a month. `waiting` counts the letters for
    another one.
    """

    ended: tuple[Fact, ...]
    aged: tuple[Aged, ...]
    letters: tuple[ConfirmationLetter, ...]
    waiting: int


def digest_of(catalog: Catalog, today: datetime.date) -> Digest:
    """Gather a month's work, as of a day: facts and tasks that aged, letters to partners not confirmed or not fresh.

    `MOST_FACTS` of the first at most, most read first; `MOST_LETTERS` of the second, checked longest ago first.
    """
    aged = [record for record in to_check_again(catalog, today) if record.kind != "partner"]
    aged.sort(key=lambda record: (-record.uses, record.checked))
    asked = [
        id
        for id, partner in catalog.partners.items()
        if not partner.left and (not partner.confirmed or freshness(partner.last_checked, today) != "fresh")
    ]

    def longest_ago(id: str) -> tuple[datetime.date, int, str]:
        return catalog.partners[id].last_checked, -len(catalog.partners[id].services), id

    asked.sort(key=longest_ago)
    letters = tuple(confirmation_letter(catalog, id) for id in asked[:MOST_LETTERS])
    ended = tuple(fact for fact in catalog.facts.values() if has_ended(fact, today))
    return Digest(ended, tuple(aged[:MOST_FACTS]), letters, max(0, len(asked) - MOST_LETTERS))
