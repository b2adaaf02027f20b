"""What decides of the services, compiled to columns: who helps with what, for whom, where, and in which order."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from starterspad.content.models.partner import Partner, Service
from starterspad.rules.columns import column
from starterspad.rules.condition_compiler import ConditionCompiler
from starterspad.rules.helper_order import WAYS, ways_of
from starterspad.rules.open_desks import open_desks
from starterspad.rules.service_json import AreaJson, ServicesJson


class ServiceColumns:
    """The services of a catalog, in its order; those of a partner stand one after the other."""

    def __init__(
        self, compiler: ConditionCompiler, tasks: Mapping[str, int], today: datetime.date | None = None
    ) -> None:
        self.compiler = compiler
        self.tasks = tasks
        self.today = today
        self.services = list(compiler.catalog.services())
        self.partners = {id: partner for id, partner, _ in self.services}
        self._offered_in = [compiler.catalog.service_area(partner, service) for _, partner, service in self.services]
        self._areas = {area: number for number, area in enumerate(dict.fromkeys(self._offered_in))}

    def areas(self) -> list[AreaJson]:
        """Return the areas in which services are offered."""
        around = self.compiler.catalog.site.area_and_around
        return [{"condition": self.compiler.area(area), "depth": len(around(area)) - 1} for area in self._areas]

    def columns(self) -> ServicesJson:
        """Return the columns, and number the conditions of services after all that were numbered before."""
        since = min((partner.last_checked for partner in self.partners.values()), default=datetime.date.min)
        counts = dict.fromkeys(self.partners, 0)
        for id, _, _ in self.services:
            counts[id] += 1
        helps = [sorted(self.tasks[task] for task in service.helps_with) for _, _, service in self.services]
        first = len(self.compiler.conditions)
        return {
            "partners": " ".join(self.partners),
            "counts": column(counts.values()),
            "since": since.isoformat(),
            "checked": column((partner.last_checked - since).days for partner in self.partners.values()),
            "ids": " ".join(service.id for _, _, service in self.services),
            "first": first,
            "conditions": column(self._conditions(first)),
            "areas": column(self._areas[area] for area in self._offered_in),
            "ways": column(_ways(partner, service) for _, partner, service in self.services),
            "answers_within": column(service.answers_within or 0 for _, _, service in self.services),
            "helps": column(map(len, helps)),
            "tasks": column(task for tasks in helps for task in tasks),
            "desks": self._desks(),
        }

    def _desks(self) -> dict[str, list[tuple[int, int]]]:
        """Return when desks are open next: few services say so, and a column would hold nothing for all others."""
        if self.today is None:
            return {}
        desks = (
            open_desks(self.compiler.catalog, partner, service, self.today) for _, partner, service in self.services
        )
        return {
            str(number): [(int(desk.begins.timestamp()), int(desk.over.timestamp())) for desk in known]
            for number, known in enumerate(desks)
            if known
        }

    def _conditions(self, next: int) -> list[int]:
        """Say of each service how far back its condition stands: most bring the next one, which is 0."""
        back = []
        for _, _, service in self.services:
            number = self.compiler.condition(service.condition)
            back.append(max(0, next - number))
            next = max(next, number + 1)
        return back


def _ways(partner: Partner, service: Service) -> int:
    known = ways_of(partner, service)
    return sum(1 << place for place, way in enumerate(WAYS) if way in known)
