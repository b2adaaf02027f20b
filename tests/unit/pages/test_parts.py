"""What several pages show in the same form."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.content.models.partner import Booking, Contact
from starterspad.pages.parts import contact_of, service_link


def test_a_page_to_reach_a_partner_and_its_first_page_are_told_apart(tiny: Catalog) -> None:
    desk = tiny.partners["town-desk"]
    assert (contact_of(desk).page, contact_of(desk).website) == ("", "https://desk.example")
    contact = Contact(page="https://desk.example/reach")
    assert contact_of(desk.model_copy(update={"contact": contact})).page == "https://desk.example/reach"


def test_a_partner_that_nobody_can_reach_says_so(tiny: Catalog) -> None:
    nowhere = tiny.partners["town-desk"].model_copy(update={"website": None})
    assert not contact_of(nowhere).reachable
    phone = nowhere.model_copy(update={"contact": Contact(phone="+32 9 000 00 00")})
    assert contact_of(phone).reachable
    assert contact_of(phone).dial == "+3290000000"


def test_a_number_that_nobody_called_says_whose_page_it_is_from(tiny: Catalog) -> None:
    def number_from(**source: str) -> str:
        origin = {"url": "https://www.town.example/phones", "seen": "copy", **source}
        contact = Contact.model_validate({"phone": "+32 9 000 00 00", "sources": {"phone": origin}})
        return contact_of(tiny.partners["town-desk"].model_copy(update={"contact": contact})).number_from

    assert number_from() == "town.example"
    # Where many keep their files, the host alone says nothing.
    assert number_from(url="https://github.com/The-Town/site/blob/HEAD/phones.yml") == "The-Town (github.com)"
    assert number_from(url="https://github.com/") == "github.com"
    assert number_from(seen="live") == ""
    assert contact_of(tiny.partners["town-desk"]).number_from == ""


def test_an_appointment_is_a_way_in_on_the_page_of_its_service_alone(tiny: Catalog) -> None:
    nowhere = tiny.partners["town-desk"].model_copy(update={"website": None})
    booking = Booking(url="https://desk.example/book")
    service = nowhere.services[0].model_copy(update={"booking": booking})
    assert contact_of(nowhere, service).booking == "https://desk.example/book"
    assert contact_of(nowhere, service).reachable
    assert not contact_of(nowhere).booking


def test_a_service_is_found_on_the_page_of_its_partner(tiny: Catalog) -> None:
    link = service_link("town-desk", tiny.partners["town-desk"].services[1])
    assert (link.id, link.path) == ("number", "partners/town-desk/#service-number")
