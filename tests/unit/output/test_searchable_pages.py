"""What is searched: records speak for themselves, and lists of them say nothing."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.output.searchable_pages import searchable_pages
from starterspad.pages import partners

from tests.conftest import Write
from tests.support.many_partners import with_copies
from tests.support.rendered_pages import inputs_of, pages


def test_the_pages_of_long_lists_are_not_searched(town: Catalog) -> None:
    inputs = inputs_of(with_copies(town, 5), "nl")
    lists = list(partners.pages(inputs))
    assert len(lists) > 10
    paths = {page.path for page in searchable_pages(inputs.catalog, "nl", lists)}
    assert "partners/" in paths
    assert not [path for path in paths if path.startswith("partners-by")]


def test_the_words_of_people_lead_to_steps_guides_and_organisations(instance: Path, write: Write) -> None:
    write(
        "content/search_words.yml",
        "- {id: hair, words: {en: [barber]}, tasks: [register], guides: [papers], partners: [town-desk]}\n",
    )
    catalog = load_catalog(instance)
    found = searchable_pages(catalog, "en", pages(catalog, "en"))
    assert {page.path for page in found if page.sought == "barber"} == {
        "tasks/register/",
        "guides/papers/",
        "partners/town-desk/",
    }
