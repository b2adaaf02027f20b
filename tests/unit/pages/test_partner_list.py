"""Whoever has no script reaches every partner by links, and no page grows with their number."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import chain

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER
from starterspad.content.limits import LISTED_AT_ONCE, NAMED_AT_ONCE
from starterspad.pages import ask, gaps, guide, partner_list, partners, phase, talk, task
from starterspad.pages.page import Page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.shared import Shared

from tests.support.counted_calls import TWICE, counted_calls
from tests.support.many_partners import with_copies
from tests.support.rendered_pages import inputs_of

Growing = tuple[PageInputs, PageInputs]
# So many times each partner of the town: more than any page shows, whatever it lists.
MANY = LISTED_AT_ONCE + 1


@pytest.fixture(scope="module")
def growing(town: Catalog) -> Growing:
    """What the pages of many partners are made of, and those of twice as many."""
    return inputs_of(with_copies(town, MANY), "nl"), inputs_of(with_copies(town, 2 * MANY), "nl")


def lists(inputs: PageInputs) -> dict[str, str]:
    return {page.path: page.body for page in partner_list.pages(inputs)}


def pages_that_list(inputs: PageInputs) -> list[Page]:
    modules = (ask, gaps, guide, partners, phase, talk, task)
    return list(chain.from_iterable(module.pages(inputs) for module in modules))


def partners_in(body: str) -> list[str]:
    return re.findall(r'href="(?:\.\./)+partners/([\w-]+)/"', body)


def named(catalog: Catalog, names: list[str]) -> Catalog:
    some = next(iter(catalog.partners.values()))
    records = {f"partner-{number:03}": some.model_copy(update={"name": name}) for number, name in enumerate(names)}
    return catalog.with_records(PARTNER, records)


def test_where_the_directory_shows_everybody_there_are_no_lists(town: Catalog) -> None:
    inputs = inputs_of(town, "nl")
    assert lists(inputs) == {}
    body = {page.path: page.body for page in partners.pages(inputs)}["partners/"]
    assert "data-files" not in body
    assert "partners-by" not in body


def test_everybody_stands_under_a_letter_once_and_at_most_sixty_on_a_page(
    growing: Growing,
) -> None:
    inputs, catalog = growing[0], growing[0].catalog
    by_letter = {path: partners_in(body) for path, body in lists(inputs).items() if "/letter-" in path}
    assert max(map(len, by_letter.values())) == LISTED_AT_ONCE
    reached = Counter(chain.from_iterable(by_letter.values()))
    assert reached == Counter(id for id, partner in catalog.partners.items() if partner.helps)


def test_everybody_who_helps_with_a_step_or_a_phase_is_named_in_its_list(
    growing: Growing,
) -> None:
    inputs, catalog = growing[0], growing[0].catalog
    found = lists(inputs)
    for kind, id, tasks in (
        *(("task", id, {id}) for id in catalog.tasks),
        *(
            ("phase", id, {step for step, record in catalog.tasks.items() if record.phase == id})
            for id in catalog.phases
        ),
    ):
        helping = {partner for partner, _, service in catalog.services() if tasks & set(service.helps_with)}
        paths = [path for path in found if re.fullmatch(rf"partners-by/{kind}-{id}(_\d+)?/", path)]
        reached = list(chain.from_iterable(partners_in(found[path]) for path in paths))
        assert len(paths) == -(-len(reached) // NAMED_AT_ONCE)
        assert not paths or (set(reached) == helping and len(reached) == len(helping)), (kind, id)
        assert paths or len(helping) <= LISTED_AT_ONCE, (kind, id)


def test_a_page_that_shows_only_the_first_leads_to_all(growing: Growing) -> None:
    inputs, _ = growing
    made = {page.path for page in partners.pages(inputs)}
    for page in pages_that_list(inputs):
        for path in re.findall(r'href="(?:\.\./)+(partners-by/[^"]+)"', page.body):
            assert path in made, page.path


def test_digits_and_other_scripts_stand_together_behind_the_letters(tiny: Catalog) -> None:
    names = ["Éclair", "eerst", "3 Torens", "Ωmega", "бюро", "'t Zand"] + ["Zo"] * LISTED_AT_ONCE
    found = {
        path: partners_in(body)
        for path, body in lists(inputs_of(named(tiny, names), "en")).items()
        if "/letter-" in path
    }
    assert {path: len(ids) for path, ids in found.items()} == {
        "partners-by/letter-e/": 2,
        "partners-by/letter-t/": 1,
        "partners-by/letter-z/": LISTED_AT_ONCE,
        "partners-by/letter-other/": 3,
    }


def test_no_page_grows_with_the_number_of_partners(growing: Growing) -> None:
    few, many = ({page.path: page.body for page in pages_that_list(inputs)} for inputs in growing)
    shared = [path for path in few if not path.startswith("partners-by/")]
    assert len(shared) > 50
    for path in shared:
        # A digit more in a number, or in the ids of the copies.
        assert len(many[path]) < 1.1 * len(few[path]), path
        assert len(partners_in(many[path])) == len(partners_in(few[path])), path
    for path, body in many.items():
        assert len(partners_in(body)) <= max(NAMED_AT_ONCE, 60 * 12), path


def test_twice_as_many_partners_make_twice_as_much_work(growing: Growing) -> None:
    def work(inputs: PageInputs) -> int:
        anew = replace(inputs, shared=Shared())
        return counted_calls(lambda: [page.body for page in partners.pages(anew)])

    few, many = map(work, growing)
    assert many < TWICE * few
