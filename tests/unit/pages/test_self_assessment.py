"""The page of the self-assessment leads to what helps a competence grow."""

from __future__ import annotations

import re

from starterspad.content.catalog import Catalog

from tests.support.rendered_pages import bodies


def test_competences_are_counted_through_all_fields_and_each_names_its_steps_and_services(town: Catalog) -> None:
    body = bodies(town, "en")["mirror/"]
    numbers = re.findall(r'<tr data-row="([\w-]+)"><th scope="row">(\d+)\. ', body)
    assert numbers == [(id, str(number)) for number, id in enumerate(town.competences, start=1)]
    for id in town.competences:
        shown = body.partition(f'data-develop="{id}"')[2].partition("</details>")[0]
        steps = re.findall(r'data-put="([\w-]+)"', shown)
        assert steps == [task for task, record in town.tasks.items() if id in record.develops]
        services = re.findall(r"partners/([\w-]+)/#service-([\w-]+)", shown)
        assert services == [(partner, service.id) for partner, _, service in town.services() if id in service.develops]
