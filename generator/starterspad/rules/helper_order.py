"""Who helps with a step, in the order in which they are suggested. The browser does the same (`helper-order.js`).

Who fits for certain comes before who perhaps fits; then whose conditions name more of her answers, who is for her place
rather than for the whole country, who can be reached otherwise than by a website; then who was looked up lately. Among
equals the one whose desk opens next for whoever has no appointment comes first. What is equal in all of that takes
turns, which a seed decides: nobody stands first for everyone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeVar, get_args

from starterspad.content.models.partner import Partner, Service

# After whatever opens.
NOT_KNOWN = float("inf")
Way = Literal["phone", "booking", "desk", "mail", "web"]
WAYS: tuple[Way, ...] = get_args(Way)
Why = Literal["only", "certain", "yours", "near", "reachable"]
T = TypeVar("T")


class Standing(NamedTuple):
    """What decides the place of a helper: what is smaller comes first."""

    perhaps: bool
    """its conditions are not all answered"""
    general: int
    """minus the questions of hers, the place left aside, that its conditions name"""
    far: int
    """minus how deep its area lies inside the portal's"""
    web_only: bool
    """no way to reach it is known but a website, or none"""
    ageing: bool
    """nobody looked for long whether it still holds"""
    opens: float = NOT_KNOWN
    """when its desk opens next, as a time stamp; one that is open now opened before"""


def ways_of(partner: Partner, service: Service) -> tuple[Way, ...]:
    """Return the known ways to reach who gives a service, the quickest to use first."""
    contact = partner.contact
    ways: tuple[tuple[Way, object], ...] = (
        ("phone", contact.phone),
        ("booking", service.booking and service.booking.url),
        ("desk", contact.address),
        ("mail", contact.email),
        ("web", contact.page or partner.website),
    )
    return tuple(way for way, value in ways if value)


def in_order(
    helpers: Sequence[T], standing: Callable[[T], Standing], partner: Callable[[T], str], seed: str
) -> list[T]:
    """Return who helps as they are suggested to the person with this seed."""
    return sorted(helpers, key=lambda helper: (standing(helper), turn(seed, partner(helper))))


def why_first(standings: Sequence[Standing]) -> list[Why]:
    """Say what put the first of these before the others: of what all have alike, nothing."""
    if not standings:
        return []
    if len(standings) == 1:
        return ["only"]
    first, *rest = standings
    words: tuple[tuple[Why, bool], ...] = (
        ("certain", not first.perhaps and any(other.perhaps for other in rest)),
        ("yours", any(other.general > first.general for other in rest)),
        ("near", any(other.far > first.far for other in rest)),
        ("reachable", not first.web_only and any(other.web_only for other in rest)),
    )
    return [word for word, holds in words if holds]


def turn(seed: str, partner: str) -> int:
    """Return a number that says nothing of the text (FNV-1a over its UTF-16 units, then mixed; 32 bits)."""
    hash = 0x811C9DC5
    units = f"{seed}/{partner}".encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2], strict=True):
        hash = (hash ^ (low | high << 8)) * 0x01000193 & 0xFFFFFFFF
    hash = (hash ^ hash >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return hash ^ hash >> 13
