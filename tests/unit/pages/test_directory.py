"""The directory's filters: the browser shows what a plain reading of the records says."""

from __future__ import annotations

import random

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.folding import fold
from starterspad.output.directory_data import columns_of, words_of
from starterspad.pages.directory import ServiceValues, directory_of
from starterspad.pages.page_inputs import PageInputs

from tests.support.js_engine import Engine
from tests.support.rendered_pages import inputs_of
from tests.support.trials import trials

COMBINATIONS = trials(500)


def reference(catalog: Catalog, chosen: dict[str, set[str]], query: str, texts: dict[str, str]) -> set[str]:
    """Return the partners of whom one service answers to every group in which something is chosen."""
    values_of = ServiceValues(catalog).of
    return {
        id
        for id, partner in catalog.partners.items()
        if partner.helps
        and all(word in texts[id] for word in fold(query).replace("'", " ").split())
        and any(
            all(any((group, value) in values for value in wanted) for group, wanted in chosen.items() if wanted)
            for values in (values_of(partner, service) for service in partner.services)
        )
    }


def groups_of(inputs: PageInputs) -> list[list[int]]:
    """Return the numbers of the choices of each group, as the browser reads them on the page."""
    return [[choice.number for choice in choices] for choices in inputs.directory.groups.values()]


def test_the_browser_filters_as_the_records_say(town: Catalog, engine: Engine) -> None:
    inputs = inputs_of(town, "nl")
    directory = inputs.directory
    texts = {
        id: fold(f"{partner.name}\n{inputs.localizer.plain(partner.kind)}\n{inputs.localizer.plain(partner.summary)}")
        for id, partner in town.partners.items()
    }
    chance = random.Random(500)
    choices = [choice for group in directory.groups.values() for choice in group]
    batch, wanted = [], []
    for _ in range(COMBINATIONS):
        ticked = chance.sample(choices, chance.choice((0, 1, 1, 2, 2, 3, 4)))
        query = chance.choice(("", "", "", "lening", "gent", "STARTERS", "zzz", "student on", "e", "v.z", "d'info"))
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
    call = """batch.map(({chosen, query}) => {
        const index = indexOf(columns, groups);
        const said = sayingAll(searchable(words), index.services.length, query);
        const asked = [index, new Set(chosen), said];
        return {shown: [...shownBy(...asked)], counts: [...countsOf(...asked)]};
    })"""
    found = engine.call(call, columns=columns_of(inputs), groups=groups_of(inputs), words=words_of(inputs), batch=batch)
    ids = list(directory.services)
    for one, (shown, counts), asked in zip(found, wanted, batch, strict=True):
        assert {ids[place] for place, is_shown in enumerate(one["shown"]) if is_shown} == shown, asked
        for number, count in counts.items():
            assert one["counts"][number] == count, (asked, number)
    assert len({len(shown) for shown, _ in wanted}) > 5


def test_the_page_and_the_files_say_the_same_words(town: Catalog, engine: Engine) -> None:
    inputs = inputs_of(town, "nl")
    plain = inputs.localizer.plain
    texts = [
        f"\n  {partner.name}\n  {plain(partner.kind)}\n  {plain(partner.summary)}\n"
        for partner in (town.partners[id] for id in inputs.directory.services)
    ]
    call = "[searchable(words), wordsOfTexts(texts)].map(({text, first, places}) => [text, [...first], [...places]])"
    of_files, of_page = (cards_by_word(*words) for words in engine.call(call, words=words_of(inputs), texts=texts))
    assert of_files == of_page
    assert len(of_files) > 100


def cards_by_word(text: str, first: list[int], places: list[int]) -> dict[str, list[int]]:
    return {word: places[first[nth] : first[nth + 1]] for nth, word in enumerate(text.split(" "))}


def test_before_anything_is_chosen_each_box_counts_what_it_would_show(town: Catalog, engine: Engine) -> None:
    inputs = inputs_of(town, "nl")
    call = "[...countsOf(indexOf(columns, groups), new Set(), new Uint8Array(partners).fill(1))]"
    values = {"columns": columns_of(inputs), "groups": groups_of(inputs), "partners": len(inputs.directory.services)}
    counts = engine.call(call, **values)
    assert dict(enumerate(counts)) == inputs.directory.counts


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
    values = ServiceValues(tiny).of(partner, partner.services[service])
    assert {value for group, value in values if group == "area"} == areas
