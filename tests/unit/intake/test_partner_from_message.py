"""A message becomes a partner file, or changes one."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.conftest import TODAY
from tests.support.partner_letters import ANSWERS, entry, letter


def test_a_message_becomes_a_whole_record(tiny: Catalog) -> None:
    found = entry(letter(ANSWERS), tiny)
    assert found.id == "town-mill"
    assert found.partner.services[0].id == "grinding"
    assert found.partner.services[0].source == "https://mill.example"
    assert found.partner.sources == ("https://mill.example",)
    assert (found.partner.checked, found.partner.confirmed and found.partner.confirmed.on) == (TODAY, TODAY)


def test_keys_that_only_maintainers_decide_are_not_taken_from_a_message(tiny: Catalog) -> None:
    sly = {
        "services.1.when": "everybody",
        "checked": "1999-01-01",
        "aliases": "- town-desk",
        "services.1.accepted": "x",
    }
    found = entry(letter(sly | ANSWERS), tiny)
    assert found.partner.checked == TODAY
    assert not found.partner.services[0].when
    assert not found.partner.aliases


def test_a_change_keeps_what_is_not_asked_and_drops_what_was_taken_out(instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    text = path.read_text("utf-8").replace("    cost: paid\n", "    cost: paid\n    when: {stage: idea}\n")
    path.write_text(text + "contact: {phone: 09 000 00 00}\ncaveat: {en: Old.}\n", "utf-8")
    catalog = load_catalog(instance)
    told = {
        "name": "Town desk",
        "kind.en": "City office",
        "summary.en": "Changed.",
        "website": "https://desk.example",
        "services.1.id": "number",
        "services.1.title.en": "A number",
        "services.1.helps_with": "- x (register)",
        "confirmed.by": "A. Clerk",
    }
    partner = entry(letter(told, "[change] town-desk"), catalog).partner
    assert partner.summary == {"en": "Changed."}
    assert partner.caveat == {"en": "Old."}
    assert partner.contact.phone is None
    (service,) = partner.services
    assert service.when == ({"stage": ("idea",)},)
    assert service.cost is None


def test_an_issue_that_says_only_what_changes_leaves_the_rest(instance: Path) -> None:
    issue = "### [change] Which\n\nTown desk (town-desk)\n\n### [contact.phone] Phone\n\n09 111 11 11\n\n"
    issue += "### [website] Website\n\n_No response_\n\n### [services.1.id] Which offer\n\nnumber\n\n"
    issue += "### [services.1.cost] Cost\n\nfree (free)\n"
    partner = entry(issue.encode(), load_catalog(instance)).partner
    assert partner.contact.phone == "09 111 11 11"
    assert partner.website == "https://desk.example"
    assert [(service.id, service.cost) for service in partner.services] == [("desk", None), ("number", "free")]


def test_who_leaves_stays_with_its_day(tiny: Catalog) -> None:
    found = entry(b"### [remove] Which\n\nTown desk (town-desk)\n\n### [reason] Why\n\nWe close.\n", tiny)
    assert (found.id, found.partner.left) == ("town-desk", TODAY)
    assert len(found.partner.services) == 2
