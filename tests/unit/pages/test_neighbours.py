"""Who stands beside whom: the nearest few, and how many in all."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.limits import MOST_NEIGHBOURS
from starterspad.content.loader import load_catalog
from starterspad.pages.neighbours import Neighbours

from tests.conftest import Write
from tests.support.rendered_pages import bodies, inputs_of


def with_clubs(root: Path, write: Write, names: list[str], area: str = "country") -> Catalog:
    text = (root / "partners/town-desk.yml").read_text("utf-8")
    for name in names:
        write(
            f"partners/{name}.yml",
            text.replace("area: country", f"area: {area}").replace("area: town", f"area: {area}"),
        )
    return load_catalog(root)


def test_few_neighbours_are_all_named(town: Catalog) -> None:
    neighbours = Neighbours(town)
    for id, partner, service in town.services():
        for task in service.helps_with:
            others = {other for other, _, also in town.services() if task in also.helps_with and other != id}
            nearest = neighbours.nearest(task, id, town.service_area(partner, service))
            assert neighbours.count(task) == len(others)
            assert len(nearest) == min(len(others), MOST_NEIGHBOURS)
            assert set(nearest) <= others


def test_among_many_everybody_is_named_equally_often(instance: Path, write: Write) -> None:
    catalog = with_clubs(instance, write, [f"club-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"])
    neighbours = Neighbours(catalog)
    assert neighbours.count("register") == 26
    named = Counter(
        other for id in catalog.partners for other in neighbours.nearest("register", id, "country") if id != other
    )
    assert set(named.values()) == {MOST_NEIGHBOURS}


def test_the_nearest_come_before_those_of_another_area(instance: Path, write: Write) -> None:
    with_clubs(instance, write, [f"far-{letter}" for letter in "abcdefghijklmnop"])
    catalog = with_clubs(instance, write, [f"near-{letter}" for letter in "abc"], "town")
    nearest = Neighbours(catalog).nearest("talk-first", "near-a", "town")
    assert {"near-b", "near-c"} <= set(nearest)
    assert len(nearest) == MOST_NEIGHBOURS


def test_a_page_leads_to_the_step_where_all_stand(instance: Path, write: Write) -> None:
    catalog = with_clubs(instance, write, [f"club-{letter}" for letter in "abcdefghijklmnop"])
    body = bodies(catalog, "en")["partners/club-a/"]
    assert '<a href="../../tasks/register/">and 4 more organisations</a>' in body
    assert '<a href="../../../appearing/club-a.json">' in body


def test_a_page_says_for_whom_a_service_is(tiny: Catalog, instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text.replace("    area: country\n", "    area: country\n    when: {stage: idea}\n"))
    catalog = load_catalog(instance)
    service = next(one for one in catalog.partners["town-desk"].services if one.id == "number")
    sentence = "For people who said: How far you are: I have an idea"
    assert inputs_of(catalog, "en").for_whom(service) == [sentence]
    assert inputs_of(tiny, "en").for_whom(tiny.partners["town-desk"].services[0]) == []
