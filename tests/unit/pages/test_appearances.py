"""Where a partner appears, for whom and beside whom."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.pages.appearances import appearances, for_whom
from starterspad.pages.localizer import Localizer

from tests.conftest import Write
from tests.support.rendered_pages import bodies


def test_a_partner_page_says_where_it_appears_for_whom_and_beside_whom(town: Catalog) -> None:
    for id, partner in town.partners.items():
        found = appearances(town, id)
        assert [one.service.id for one in found] == [service.id for service in partner.services]
        for one in found:
            assert list(one.neighbours) == list(one.service.helps_with)
            for task, others in one.neighbours.items():
                assert set(others) == {
                    other for other, _, service in town.services() if task in service.helps_with and other != id
                }
    body = bodies(town, "en")["partners/starterslabo/"]
    assert "For the organisation: where and why you appear here" in body
    assert '<a href="../../../appearing/starterslabo.json">' in body


def test_a_page_says_for_whom_a_service_is(tiny: Catalog, instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text.replace("    area: country\n", "    area: country\n    when: {stage: idea}\n"))
    catalog = load_catalog(instance)
    service = next(one for one in catalog.partners["town-desk"].services if one.id == "number")
    sentence = "For people who said: How far you are: I have an idea"
    assert for_whom(catalog, Localizer(catalog.messages["en"], "en"), service) == [sentence]
    assert for_whom(tiny, Localizer(tiny.messages["en"], "en"), tiny.partners["town-desk"].services[0]) == []
