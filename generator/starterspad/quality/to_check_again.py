"""What was checked a while ago and how many readers meet it, and which partners never said that all holds."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.freshness import freshness
from starterspad.quality.checks.facts import uses


@dataclass(frozen=True)
class Aged:
    """Something that was checked a while ago, and in how many places readers meet it.

    `kind` is `fact`, `task`, `programme` or `partner`. `uses` counts records of a fact, services for a task or of a
    partner, and 1 for a programme.
    """

    kind: str
    id: str
    checked: datetime.date
    uses: int


def to_check_again(catalog: Catalog, today: datetime.date) -> list[Aged]:
    """List what is no longer fresh: the oldest first, of equally old what is used most.

    `uses` counts the records that a fact stands in, the services that help with a task, the services of a partner.
    A partner that left is not listed.
    """
    used = uses(catalog)
    offers = Counter(task for _, _, service in catalog.services() for task in service.helps_with)
    records = [Aged("fact", id, fact.checked, used[id]) for id, fact in catalog.facts.items()]
    records += [Aged("task", id, task.checked, offers[id]) for id, task in catalog.tasks.items()]
    records += [Aged("programme", id, programme.checked, 1) for id, programme in catalog.programmes.items()]
    records += [
        Aged("partner", id, partner.last_checked, len(partner.services))
        for id, partner in catalog.partners.items()
        if not partner.left
    ]
    return sorted(
        (record for record in records if freshness(record.checked, today) != "fresh"),
        key=lambda record: (record.checked, -record.uses, record.kind, record.id),
    )


def unconfirmed(catalog: Catalog) -> list[str]:
    """Return the ids of partners that never said that all of their file holds; who left is not asked any more."""
    return [id for id, partner in catalog.partners.items() if not partner.confirmed and not partner.left]
