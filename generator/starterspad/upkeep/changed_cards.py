"""The cards that a change touches, as plain lines of what a reader sees: before it, and with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER, TASK, Kind
from starterspad.content.localised_text import localised
from starterspad.content.models.field_types import Record
from starterspad.content.models.partner import Partner
from starterspad.content.models.task import Task


@dataclass(frozen=True)
class ChangedCard:
    """A card that reads otherwise: `record` is kind/id; `before` or `after` is empty where there is none."""

    record: str
    language: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def changed_cards(base: Catalog, head: Catalog) -> tuple[ChangedCard, ...]:
    """Return the cards of partners and steps that read otherwise, in each language in which they do.

    Where a partner or a step cannot be read there are none: its fault is told, and who helps whom is not known.
    """
    if any(side.lacks(PARTNER, TASK) for side in (base, head)):
        return ()
    cards: list[ChangedCard] = []
    kinds: tuple[Kind[Record], ...] = (PARTNER, TASK)
    sides = {language: (_Words(base, language), _Words(head, language)) for language in head.site.languages}
    for kind in kinds:
        for id in dict.fromkeys((*head.of(kind), *base.of(kind))):
            for language, words in sides.items():
                before, after = (tuple(side.card(kind, id)) for side in words)
                if before != after:
                    cards.append(ChangedCard(f"{kind.name}/{id}", language, before, after))
    return tuple(cards)


class _Words:
    """Says records in one language, as their cards do; what one has nothing of has no line."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self.catalog = catalog
        self.helpers: dict[str, dict[str, None]] = defaultdict(dict)
        for _, partner, service in catalog.services():
            for step in service.helps_with:
                self.helpers[step][partner.name] = None
        self.language = language if language in catalog.messages else catalog.site.default_language
        self.messages = catalog.messages[self.language]

    def card(self, kind: Kind[Record], id: str) -> Iterator[str]:
        """Yield the lines of the card of a record; none where there is no such record."""
        record = self.catalog.of(kind).get(id)
        if record is None:
            return
        texts = self.partner(record) if isinstance(record, Partner) else self.task(id, record)
        for line in (line for text in texts for line in text.splitlines() if line.strip()):
            yield " ".join(line.split())

    def partner(self, partner: Partner) -> Iterator[str]:
        contact = partner.contact
        yield f"{partner.name} · {self._text(partner.kind)}"
        yield self._text(partner.summary)
        ways = (partner.website, contact.phone, contact.email, contact.page, contact.address)
        yield from (str(way) for way in ways if way)
        yield self._text(contact.hours)
        for service in partner.services:
            yield f"• {self._text(service.title)}"
            cost = self.messages.format(f"cost.{service.cost}") if service.cost else ""
            yield " · ".join(part for part in (cost, self._text(service.cost_note)) if part)
            yield self._text(service.for_whom)
            yield str(service.booking.url or "") if service.booking else ""
            yield "→ " + ", ".join(self._titles(service.helps_with))

    def task(self, id: str, task: Record) -> Iterator[str]:
        assert isinstance(task, Task)
        for text in (task.title, task.warning, task.why, task.how, task.if_skipped, task.who_may_skip):
            yield self._text(text)
        for estimate in (task.cost, task.effort, task.lead_time):
            yield self._text(estimate.text) if estimate else ""
        yield from (str(link.url) for link in task.links)
        yield "← " + ", ".join(self.helpers[id]) if id in self.helpers else ""

    def _text(self, text: Mapping[str, str] | None) -> str:
        return localised(text, self.language, self.catalog.site.default_language)[0] if text else ""

    def _titles(self, tasks: Iterable[str]) -> Iterator[str]:
        return (self._text(self.catalog.tasks[id].title) if id in self.catalog.tasks else id for id in tasks)
