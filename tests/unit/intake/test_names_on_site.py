"""Organisations and steps are known by what the site calls them."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import TASK
from starterspad.intake.message_reader import read_message

from tests.support.partner_letters import ANSWERS, entry, letter


@pytest.mark.parametrize(
    "words",
    [
        "town-desk",
        "Town desk (town-desk)",
        "town  DESK",
        "https://tiny.example/portal/en/partners/town-desk/",
        "https://tiny.example/portal/en/partners/town-desk/#service-desk",
    ],
)
def test_an_organisation_is_known_by_its_name_and_by_the_address_of_its_page(words: str, tiny: Catalog) -> None:
    issue = f"### [remove] Which organisation is it about?\n\n{words}\n\n### [reason] Why?\n\nIt stopped.\n"
    message = read_message(issue.encode(), "issue.md", tiny)
    assert (message.action, message.id) == ("remove", "town-desk")


def test_steps_are_known_by_title_one_a_line_without_marks(tiny: Catalog) -> None:
    data = letter(ANSWERS | {"services.1.helps_with": "Talk to someone\nRegister"})
    assert entry(data, tiny).partner.services[0].helps_with == ("talk-first", "register")


def test_a_comma_in_a_title_does_not_cut_it(instance_with_comma: Catalog) -> None:
    data = letter(ANSWERS | {"services.1.helps_with": "Talk, and listen\nRegister"})
    assert entry(data, instance_with_comma).partner.services[0].helps_with == ("talk-first", "register")


@pytest.fixture
def instance_with_comma(tiny: Catalog) -> Catalog:
    talk = tiny.tasks["talk-first"].model_copy(update={"title": {"en": "Talk, and listen"}})
    return tiny.with_records(TASK, {**tiny.tasks, "talk-first": talk})
