"""Where a partner appears on people's plans, for whom, and beside whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.models.condition import Clause, Conditional
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
    """Say a condition in plain sentences: each alternative, then each exception; none when it is for everyone."""
    say = localizer.messages.format
    sentences = [say("appears.when", answers=_clause(catalog, localizer, clause)) for clause in service.when]
    return sentences + [say("appears.unless", answers=_clause(catalog, localizer, clause)) for clause in service.unless]


def _clause(catalog: Catalog, localizer: Localizer, clause: Clause) -> str:
    """Say what must be answered: every question of the clause, with one of its answers."""
    parts = []
    for id, options in clause.items():
        question = catalog.questions[id]
        titles = {option.id: localizer.plain(option.title) for option in question.options}
        answers = _joined((titles[option] for option in options), localizer.messages.format("appears.or"))
        parts.append(
            localizer.messages.format("sheet.answer", question=localizer.plain(question.because), answer=answers)
        )
    return _joined(parts, localizer.messages.format("appears.and"))


def _joined(parts: Iterable[str], word: str) -> str:
    return f" {word} ".join(parts)
