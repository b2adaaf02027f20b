"""What a catalog makes of the space, and what a fault of it is."""

from __future__ import annotations

from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Location
from starterspad.rules.proof.profile_space import ProfileSet, ProfileSpace


@dataclass(frozen=True)
class Fault:
    """One fault: `check` names it, `kind` and `id` the record that may accept it; `people` are its witnesses."""

    check: str
    kind: str
    id: str
    message: str
    remedy: str
    location: Location
    people: ProfileSet | None = None
    safety: bool = False


class Judgements:
    """The space, and what every task and service makes of it: `tasks` by id, `services` by partner/service.

    Who makes one closes it: the diagrams hold memory until then. With a `space`, that one is used, and closed too.
    """

    def __init__(self, catalog: Catalog, space: ProfileSpace | None = None) -> None:
        self.catalog = catalog
        self.space = space or ProfileSpace(catalog)
        self.tasks = {id: self.space.judge(task.condition) for id, task in catalog.tasks.items()}
        self.services = {
            f"{id}/{service.id}": self.space.judge_service(partner, service)
            for id, partner, service in catalog.services()
        }

    def close(self) -> None:
        """Let go of every set of people."""
        self.tasks.clear()
        self.services.clear()
        self.space.close()

    def place(self, service: str) -> Location:
        """Return where a service, written partner/service, stands."""
        partner, _, id = service.partition("/")
        index = next(n for n, offer in enumerate(self.catalog.partners[partner].services) if offer.id == id)
        return self.catalog.location("partner", partner, "services", index)
