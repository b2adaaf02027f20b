"""The cards that a change touches: what reads otherwise, in which language, and for how much work."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER, TASK
from starterspad.content.models.partner import Partner, Service
from starterspad.upkeep.changed_cards import changed_cards


def renamed(catalog: Catalog, name: str) -> Catalog:
    desk = catalog.partners["town-desk"].model_copy(update={"name": name})
    return catalog.with_records(PARTNER, {**catalog.partners, "town-desk": desk})


def test_a_partner_that_is_called_otherwise_changes_its_card_and_those_of_its_steps(tiny: Catalog) -> None:
    cards = {card.record: card for card in changed_cards(tiny, renamed(tiny, "The new desk"))}
    steps = {step for service in tiny.partners["town-desk"].services for step in service.helps_with}
    assert cards.keys() == {"partner/town-desk", *(f"task/{step}" for step in steps)}
    assert cards["partner/town-desk"].after[0].startswith("The new desk · ")
    assert all(card.after[-1] == "← The new desk" for record, card in cards.items() if record.startswith("task/"))


def test_what_is_not_shown_changes_no_card(tiny: Catalog) -> None:
    earlier = {id: task.model_copy(update={"order": task.order + 1}) for id, task in tiny.tasks.items()}
    assert changed_cards(tiny, tiny.with_records(TASK, earlier)) == changed_cards(tiny, tiny) == ()


def test_who_helps_is_gathered_once_a_language_however_many_steps_there_are(
    tiny: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Catalog] = []
    services = Catalog.services

    def counted(catalog: Catalog) -> tuple[tuple[str, Partner, Service], ...]:
        asked.append(catalog)
        return services(catalog)

    monkeypatch.setattr(Catalog, "services", counted)
    steps = {f"step-{number}": tiny.tasks["study"] for number in range(20)}
    many = tiny.with_records(TASK, {**tiny.tasks, **steps})
    assert changed_cards(tiny, many)
    assert len(asked) == 2 * len(tiny.site.languages)
