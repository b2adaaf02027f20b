"""What several pages need is looked up once, and in the order in which readers meet it."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import SITE
from starterspad.content.loader import load_catalog

from tests.conftest import Write
from tests.support.rendered_pages import bodies, inputs_of


def test_each_step_stands_in_its_phase_by_order(town: Catalog) -> None:
    phases = inputs_of(town, "nl").phases
    assert [phase.id for phase in phases] == list(town.phases)
    for phase in phases:
        orders = [(town.tasks[step.id].order, step.id) for step in phase.steps]
        assert orders == sorted(orders)
        assert {town.tasks[step.id].phase for step in phase.steps} <= {phase.id}
    assert sum(len(phase.steps) for phase in phases) == len(town.tasks)


def test_one_stone_at_most_is_where_the_reader_is(tiny: Catalog) -> None:
    inputs = inputs_of(tiny, "en")
    assert [stone.here for stone in inputs.stones("second")] == [False, True]
    assert [stone.here for stone in inputs.stones()] == [False, False]


def test_who_helps_is_who_says_so_and_still_does(town: Catalog) -> None:
    helping = inputs_of(town, "nl").helping
    assert list(helping) == list(town.tasks)
    for task, services in helping.items():
        assert all(task in service.helps_with and partner.helps for _, partner, service in services)
        assert list(services) == [item for item in town.services() if task in item[2].helps_with]


def test_what_comes_after_a_step_names_it_as_what_comes_before(town: Catalog) -> None:
    for id, steps in inputs_of(town, "nl").followers.items():
        assert [step.id for step in steps] == [other for other, task in town.tasks.items() if id in task.after]


def test_the_city_is_told_by_letter_before_its_repository_and_its_own_page(tiny: Catalog) -> None:
    def address(**reached: str) -> str:
        site = tiny.site.model_copy(update=reached)
        inputs = inputs_of(tiny.with_records(SITE, {SITE.name: site}), "en")
        return inputs.address_about("A gap: 50 % & more/less", "../")

    letter = "mailto:city@tiny.example?subject=A%20gap%3A%2050%20%25%20%26%20more/less"
    page, repository = "about", "https://forge.example/tiny"
    assert address(contact="city@tiny.example", repository=repository, contact_page=page) == letter
    assert address(repository=repository, contact_page=page) == repository
    assert address(contact_page=page) == "../about/"
    assert address() == ""


NOTICES = """\
- id: holiday
  text: {en: "The desk is closed & dark."}
  until: 2026-11-22
  tasks: [register]
  partners: [town-desk]
- id: past
  text: {en: The desk was closed.}
  until: 2026-11-21
  tasks: [register]
"""


def test_a_notice_stands_on_its_pages_up_to_its_last_day(instance: Path, write: Write) -> None:
    write("content/notices.yml", NOTICES)
    found = bodies(load_catalog(instance), "en")
    for path in ("tasks/register/", "partners/town-desk/"):
        assert found[path].count("<portal-notice") == 1
        assert 'data-until="2026-11-22"><p>The desk is closed &amp; dark. ' in found[path]
        assert "Until November 22, 2026." in found[path]
    assert "<portal-notice" not in found["tasks/study/"]
