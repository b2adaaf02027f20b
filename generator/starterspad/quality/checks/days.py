"""What only a day can tell: a notice has ended, and nobody checked anything tomorrow.

The other checks say the same every day. These stand apart, so that a build does not warn of what an hour brings.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Location, Problem, quoted

# So many days may be mistyped; where more lie ahead, it is the clock that is wrong.
_MISTYPED = 10


def check_days(catalog: Catalog, today: datetime.date) -> Iterator[Problem]:
    """A notice still holds on `today`, and what a record says to have happened lies not ahead of it: warnings all."""
    for id, notice in catalog.notices.items():
        if notice.until < today:
            message = f"the notice {quoted(id)} ended on {notice.until}"
            remedy = "take it out, or say until when it holds"
            yield Problem(catalog.location("notice", id, "until"), message, remedy, "ended", "warning")
    ahead = [(location, day) for location, day in days_of(catalog) if day > today]
    if len(ahead) > _MISTYPED:
        location, day = min(ahead)
        message = f"{len(ahead)} days lie ahead of {today}, {day} among them"
        remedy = "set the clock of this machine, or name the day with --today"
        yield Problem(location, message, remedy, "ahead", "warning")
    else:
        for location, day in ahead:
            message = f"{day} lies ahead of {today}"
            yield Problem(location, message, "write the day on which it happened", "ahead", "warning")


def days_of(catalog: Catalog) -> Iterator[tuple[Location, datetime.date]]:
    """Yield every day on which something is said to have happened, with its place."""
    for id, fact in catalog.facts.items():
        yield catalog.location("fact", id, "checked"), fact.checked
    for id, task in catalog.tasks.items():
        yield catalog.location("task", id, "checked"), task.checked
        for index, change in enumerate(task.changes):
            yield catalog.location("task", id, "changes", index, "on"), change.on
    for id, programme in catalog.programmes.items():
        yield catalog.location("programme", id, "checked"), programme.checked
    for id, partner in catalog.partners.items():
        at = catalog.places["partner", id].location
        yield at("checked"), partner.checked
        if partner.confirmed:
            yield at("confirmed", "on"), partner.confirmed.on
        if partner.paused:
            yield at("paused"), partner.paused
        if partner.left:
            yield at("left"), partner.left
