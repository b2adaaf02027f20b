"""What is said of services once they are shown: nothing of it decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starterspad.content.models.partner import Partner, Service
from starterspad.rules.event_dates import written_moment
from starterspad.rules.in_language import InLanguage
from starterspad.rules.open_desks import OpenDesk
from starterspad.rules.service_json import PartnerWordsJson, ServiceWordsJson

Desks = Callable[[Partner, Service], list[tuple[OpenDesk, str]]]


def partner_words(
    say: InLanguage, services: Iterable[tuple[str, Partner, Service]], desks: Desks
) -> list[PartnerWordsJson]:
    """Return the words of partners, each with those of its services, in the order in which they come.

    `desks` says when a service is open next for whoever comes without an appointment, each time with its words.
    """
    partners: dict[str, PartnerWordsJson] = {}
    for id, partner, service in services:
        words = partners.get(id) or partners.setdefault(id, _partner(say, id, partner))
        words["services"].append(_service(say, service, desks(partner, service)))
    return list(partners.values())


def _partner(say: InLanguage, id: str, partner: Partner) -> PartnerWordsJson:
    contact = partner.contact
    data: PartnerWordsJson = {
        "partner": id,
        "name": partner.name,
        "seen": partner.seen,
        "checked": partner.last_checked.isoformat(),
        "services": [],
    }
    if contact.hours:
        data["hours"] = say(contact.hours)
    if contact.page:
        data["page"] = contact.page
    if partner.website:
        data["website"] = partner.website
    if contact.email:
        data["email"] = contact.email
    if contact.address:
        data["address"] = contact.address
    if contact.phone:
        data["phone"] = contact.phone
    if partner.number_from:
        data["number_from"] = partner.number_from
    return data


def _service(say: InLanguage, service: Service, desks: list[tuple[OpenDesk, str]]) -> ServiceWordsJson:
    data: ServiceWordsJson = {"service": service.id, "title": say(service.title)}
    if service.say:
        data["say"] = [say(sentence) for sentence in service.say]
    if service.bring:
        data["bring"] = say(service.bring)
    if service.format:
        data["format"] = list(service.format)
    if service.cost:
        data["cost"] = service.cost
    if service.booking and service.booking.url:
        data["booking"] = service.booking.url
    if desks:
        data["open"] = [(written_moment(desk.over, seconds=False), words) for desk, words in desks]
    return data
