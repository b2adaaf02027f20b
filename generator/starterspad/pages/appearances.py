"""Where a partner appears on people's plans, for whom, and beside whom."""

from __future__ import annotations

from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.condition_words import condition_sentences
from starterspad.content.models.condition import Conditional
from starterspad.content.models.partner import Service
from starterspad.pages.localizer import Localizer


@dataclass(frozen=True)
class Appearance:
    """One service: for each of its tasks, which other partners help with it too."""

    service: Service
    neighbours: dict[str, tuple[str, ...]]


def appearances(catalog: Catalog, partner: str) -> list[Appearance]:
    """Return where each service of a partner appears, in the order of its file."""
    helping = catalog.partners_by_task
    return [
        Appearance(
            service, {task: tuple(id for id in helping.get(task, ()) if id != partner) for task in service.helps_with}
        )
        for service in catalog.partners[partner].services
    ]


def for_whom(catalog: Catalog, localizer: Localizer, service: Conditional) -> list[str]:
    """Say who a service is for, as `condition_sentences` does, in the language of a page."""
    return condition_sentences(service.condition, catalog.questions, localizer.messages, localizer.fallback)
