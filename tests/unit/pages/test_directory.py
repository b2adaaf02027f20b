"""The directory's filters: the browser shows what a plain reading of the records says."""

from __future__ import annotations

import random
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.folding import fold
from starterspad.pages.directory import Directory, directory_of, service_values

from tests.support.js_engine import Engine
from tests.support.trials import trials

COMBINATIONS = trials(500)


def reference(catalog: Catalog, chosen: dict[str, set[str]], query: str, texts: dict[str, str]) -> set[str]:
    """Return the partners of whom one service answers to every group in which something is chosen."""
    return {
        id
        for id, partner in catalog.partners.items()
        if all(word in texts[id] for word in fold(query).split())
        and any(
            all(any((group, value) in values for value in wanted) for group, wanted in chosen.items() if wanted)
            for values in (service_values(catalog, partner, service) for service in partner.services)
        )
    }


def index_of(catalog: Catalog, directory: Directory, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "groups": [[choice.number for choice in choices] for choices in directory.groups.values()],
        "services": [
            {"partner": place, "id": "", "answers": list(numbers)}
            for place, id in enumerate(catalog.partners)
            for numbers in directory.services[id]
        ],
        "texts": [texts[id] for id in catalog.partners],
    }


def test_the_browser_filters_as_the_records_say(town: Catalog, engine: Engine) -> None:
    directory = directory_of(town)
    texts = {id: fold(f"{partner.name} {partner.summary['nl']}") for id, partner in town.partners.items()}
    chance = random.Random(500)
    choices = [choice for group in directory.groups.values() for choice in group]
    batch, wanted = [], []
    for _ in range(COMBINATIONS):
        ticked = chance.sample(choices, chance.choice((0, 1, 1, 2, 2, 3, 4)))
        query = chance.choice(("", "", "", "lening", "gent", "STARTERS", "zzz", "student on"))
        batch.append({"chosen": [choice.number for choice in ticked], "query": query})
        chosen: dict[str, set[str]] = {}
        for choice in ticked:
            chosen.setdefault(choice.group, set()).add(choice.value)
        shown = reference(town, chosen, query, texts)
        counts = {
            choice.number: len(reference(town, {**chosen, choice.group: {choice.value}}, query, texts))
            for choice in chance.sample(choices, 3)
        }
        wanted.append((shown, counts))
    call = "batch.map(({chosen, query}) => filterDirectory(index, new Set(chosen), query))"
    found = engine.call(call, index=index_of(town, directory, texts), batch=batch)
    ids = list(town.partners)
    for one, (shown, counts), asked in zip(found, wanted, batch, strict=True):
        assert {ids[place] for place, is_shown in enumerate(one["shown"]) if is_shown} == shown, asked
        for number, count in counts.items():
            assert one["counts"][number] == count, (asked, number)
    assert len({len(shown) for shown, _ in wanted}) > 5


def test_a_choice_that_nobody_answers_to_is_not_offered(tiny: Catalog) -> None:
    groups = {group: [choice.value for choice in choices] for group, choices in directory_of(tiny).groups.items()}
    assert groups == {
        "help": ["papers", "hard-times"],
        "phase": ["first", "second"],
        "whom": ["everyone"],
        "area": ["country", "town", "quarter", "elsewhere"],
        "cost": ["paid"],
        "format": [],
        "language": [],
    }


@pytest.mark.parametrize(
    ("service", "areas"), [(0, {"town", "quarter"}), (1, {"country", "town", "quarter", "elsewhere"})]
)
def test_a_service_answers_to_every_place_inside_its_area(service: int, areas: set[str], tiny: Catalog) -> None:
    partner = tiny.partners["town-desk"]
    values = service_values(tiny, partner, partner.services[service])
    assert {value for group, value in values if group == "area"} == areas
