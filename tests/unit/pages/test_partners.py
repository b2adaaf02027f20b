"""The directory shows what its filters are made of."""

from __future__ import annotations

import re

from starterspad.content.catalog import Catalog
from starterspad.pages.directory import directory_of

from tests.support.rendered_pages import bodies


def test_a_card_says_what_each_service_answers_to(tiny: Catalog) -> None:
    body = bodies(tiny, "en")["partners/"]
    desk, number = directory_of(tiny).services["town-desk"]
    answers = f"desk {' '.join(map(str, desk))}|number {' '.join(map(str, number))}"
    assert f'data-partner="town-desk" data-services="{answers}"' in body


def test_each_choice_is_called_what_its_record_is_called(town: Catalog) -> None:
    body = bodies(town, "en")["partners/"]
    names = dict(re.findall(r'data-value="([^"]+)"> <span>(.*?) \(<span', body))
    for id in directory_choices(town, "phase"):
        assert names[id] == town.phases[id].title["en"]
    areas = {area.id: area.title["en"] for area in town.site.areas.walk()}
    for id in directory_choices(town, "area"):
        assert names[id] == areas[id]
    assert names["everyone"] == town.messages["en"].format("partners.everyone")
    assert names["free"] == town.messages["en"].format("cost.free")
    assert names["fr"] == "French"


def directory_choices(catalog: Catalog, group: str) -> list[str]:
    return [choice.value for choice in directory_of(catalog).groups[group]]


def test_a_filter_with_one_choice_is_not_shown_and_my_plan_has_the_last_number(tiny: Catalog) -> None:
    body = bodies(tiny, "en")["partners/"]
    groups = directory_of(tiny).groups
    shown = re.findall(r'<fieldset data-group="(\w+)">', body)
    assert shown == [name for name, choices in groups.items() if len(choices) > 1]
    assert len(shown) < len(groups)
    assert f'name="mine" value="{sum(map(len, groups.values()))}"' in body
