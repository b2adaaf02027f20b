"""What is searched: records speak for themselves, and lists of them say nothing."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.output.searchable_pages import searchable_pages
from starterspad.pages import partners

from tests.support.many_partners import with_copies
from tests.support.rendered_pages import inputs_of


def test_the_pages_of_long_lists_are_not_searched(town: Catalog) -> None:
    inputs = inputs_of(with_copies(town, 5), "nl")
    pages = list(partners.pages(inputs))
    assert len(pages) > 10
    paths = {page.path for page in searchable_pages(inputs.catalog, "nl", pages)}
    assert "partners/" in paths
    assert not [path for path in paths if path.startswith("partners-by")]
