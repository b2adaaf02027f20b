"""The directory's files: only where its page does not show all, each bounded, and all partners in them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER
from starterspad.output.directory_data import CARDS_TOGETHER, directory_files

from tests.support.counted_calls import TWICE, counted_calls
from tests.support.js_engine import Engine
from tests.support.many_partners import with_copies
from tests.support.rendered_pages import inputs_of


def files_of(catalog: Catalog, language: str = "nl") -> dict[str, Any]:
    """Return the files by their names, without the folder that changes with them."""
    files: Mapping[str, Any] = dict(directory_files(inputs_of(catalog, language)))
    assert len({path.rpartition("/")[0] for path in files}) <= 1
    return {path.rpartition("/")[2]: data for path, data in files.items()}


def folder_of(catalog: Catalog) -> str:
    return inputs_of(catalog, "nl").directory.folder


def test_a_page_that_shows_everybody_has_no_files(town: Catalog) -> None:
    assert files_of(town) == {}


def test_the_columns_hold_everybody_and_what_each_service_answers_to(town: Catalog, engine: Engine) -> None:
    catalog = with_copies(town, 8)
    columns = files_of(catalog)["columns.json"]
    directory = inputs_of(catalog, "nl").directory
    assert columns["ids"].split(" ") == list(directory.services)
    assert columns["names"] == [catalog.partners[id].name for id in directory.services]
    index = engine.call(
        "(({services, answers}) => [[...services], answers.map(({sets, of}) => [...of].map((at) => sets[at]))])"
        "(indexOf(columns, []))",
        columns=columns,
    )
    counts, by_group = index
    answers = [sorted(number for group in service for number in group) for service in zip(*by_group, strict=True)]
    expected = []
    for id, numbers in directory.services.items():
        services = [service.id for service in catalog.partners[id].services]
        expected += [list(numbers) for _, numbers in sorted(zip(services, numbers, strict=True))]
    assert counts == [len(numbers) for numbers in directory.services.values()]
    assert answers == expected


def test_each_file_of_cards_holds_a_hundred_in_the_order_of_the_directory(town: Catalog) -> None:
    catalog = with_copies(town, 8)
    files = files_of(catalog)
    ids = files["columns.json"]["ids"].split(" ")
    cards = [files[f"cards-{number}.json"] for number in range(-(-len(ids) // CARDS_TOGETHER))]
    assert len(cards) == len(files) - 2
    assert [len(file["kinds"]) for file in cards] == [CARDS_TOGETHER, len(ids) - CARDS_TOGETHER]
    summaries = [line for file in cards for line in file["summaries"]]
    assert summaries == [catalog.partners[id].summary["nl"] for id in ids]
    assert len([logo for file in cards for logo in file["logos"]]) == len([id for id in ids if id in catalog.logos])


def test_a_line_in_another_language_says_so(town: Catalog) -> None:
    some = next(iter(town.partners.values())).model_copy(update={"kind": {"nl": "Een loket"}})
    catalog = town.with_records(PARTNER, {f"desk-{number}": some for number in range(61)})
    assert files_of(catalog, "nl")["cards-0.json"]["kinds"][0] == "Een loket"
    assert files_of(catalog, "fr")["cards-0.json"]["kinds"][0] == {"text": "Een loket", "lang": "nl"}


def test_the_folder_changes_with_anything_that_a_filter_or_a_card_shows(town: Catalog) -> None:
    assert folder_of(town) == folder_of(town)
    assert folder_of(with_copies(town, 1)) != folder_of(with_copies(town, 2))
    assert re.fullmatch(r"directory/[0-9a-f]{10}", folder_of(town))


def test_twice_as_many_partners_make_twice_as_many_bytes_and_as_much_work(town: Catalog) -> None:
    def work(copies: int) -> tuple[int, int]:
        inputs = inputs_of(with_copies(town, copies), "nl")
        calls = counted_calls(lambda: list(directory_files(inputs)))
        return calls, sum(len(json.dumps(data)) for _, data in directory_files(inputs))

    for few, many in zip(work(40), work(80), strict=True):
        assert many < TWICE * few
