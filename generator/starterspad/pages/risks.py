"""What changes for a person when she starts, by theme, where an instance says so; and the routes beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, Step, Text
from starterspad.pages.routes import RouteRow, route_rows

_COLUMNS = ("task.for_whom", "routes.keeps", "routes.risk")


@dataclass(frozen=True)
class RiskPoint:
    """Something that changes, for whom, and perhaps the step that is about it."""

    text: Text
    for_whom: Text
    step: Step | None


@dataclass(frozen=True)
class RiskTheme:
    """A theme with what changes in it."""

    id: str
    title: Text
    points: tuple[RiskPoint, ...]


@dataclass(frozen=True)
class RisksPage:
    """The themes, and the routes with fewer columns than on their own page; `columns` are keys of messages."""

    model: str
    themes: tuple[RiskTheme, ...]
    columns: tuple[str, ...]
    routes: tuple[RouteRow, ...]
    facts: tuple[DatedFact, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the risks; none without any."""
    risks = inputs.catalog.risks
    if risks:
        themes = tuple(
            RiskTheme(
                id,
                risk.title,
                tuple(
                    RiskPoint(point.text, point.for_whom, inputs.steps[point.task] if point.task else None)
                    for point in risk.points
                ),
            )
            for id, risk in risks.items()
        )
        routes = route_rows(inputs, _COLUMNS)
        context = RisksPage(inputs.model, themes, _COLUMNS, routes, inputs.facts("risk", risks), inputs.talk)
        yield single_page(inputs, context, "risks/", "risks")
