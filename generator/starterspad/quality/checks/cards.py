"""What a card on the plan holds stays short, so that whom to call stands on the first screen of a phone."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.limits import CARD_LIMITS
from starterspad.content.problems import Problem


def check_cards(catalog: Catalog) -> Iterator[Problem]:
    """The one line that says why, and the danger, fit on a card in every language."""
    for id, task in catalog.tasks.items():
        short = "in_short" if task.in_short else "why"
        for key, text, limit in (
            (short, task.in_short or task.why, CARD_LIMITS["why"]),
            ("warning", task.warning or {}, CARD_LIMITS["danger"]),
        ):
            for language, words in text.items():
                if len(words) > limit:
                    message = f"{len(words)} characters stand on the card of this step; {limit} have room"
                    remedy = "write it shorter" + (", or a line of its own under in_short" if key == "why" else "")
                    yield Problem(catalog.location("task", id, key, language), message, remedy, "card", "warning")
