"""A changed card as a block of text, for a pull request: what went and what came, line by line."""

from __future__ import annotations

import difflib
import textwrap
from typing import TYPE_CHECKING

from starterspad.cli.formats.problems import plain, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starterspad.upkeep.changed_cards import ChangedCard

# What a phone shows without scrolling sideways, and how many cards stand there before the rest is named.
_WIDTH, _MOST = 60, 6
# Lines around one that differs.
_AROUND = 1


def card_blocks(cards: Sequence[ChangedCard]) -> Iterator[str]:
    """Write each card in Markdown: a block in which hosts mark what went and what came.

    Nothing in a block is read as Markdown, and no text of a card can end it or command a log of a host.
    """
    for card in cards[:_MOST]:
        state = " (new)" if not card.before else " (taken away)" if not card.after else ""
        yield from (f"**{plain(card.record)}**, {plain(card.language)}{state}", "", "```diff")
        yield from _differing(_wrapped(card.before), _wrapped(card.after))
        yield from ("```", "")
    if len(cards) > _MOST:
        rest = dict.fromkeys(plain(card.record) for card in cards[_MOST:])
        yield from (f"Other cards that read otherwise: {', '.join(rest)}.", "")


def _differing(before: list[str], after: list[str]) -> Iterator[str]:
    lines = difflib.unified_diff(before, after, n=_AROUND, lineterm="")
    for number, line in enumerate(lines):
        # The first two name files, and others places in them.
        if number > 2:
            yield "  …" if line.startswith("@@") else f"{line[:1]} {line[1:]}"


def _wrapped(card: Sequence[str]) -> list[str]:
    safe = (printable(line).replace("`", "'").replace("::", ": :").replace("##[", "## [") for line in card)
    return [part for line in safe for part in textwrap.wrap(line, _WIDTH, subsequent_indent="  ")]
