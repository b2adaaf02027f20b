"""Routes that keep one's income, side by side, where an instance knows any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, Labelled, Step, Text, Worry

_COLUMNS = ("task.for_whom", "routes.how_long", "routes.keeps", "routes.first", "routes.risk")


@dataclass(frozen=True)
class RouteRow:
    """A route in a table: the step that leads into it, and a cell for each column."""

    id: str
    title: Text
    step: Step
    certain: bool
    cells: tuple[Labelled, ...]


@dataclass(frozen=True)
class RoutesPage:
    """The table of routes: `columns` are the keys of the messages above it."""

    columns: tuple[str, ...]
    routes: tuple[RouteRow, ...]
    facts: tuple[DatedFact, ...]
    worry: Worry | None
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page that compares the routes; none without any."""
    routes = inputs.catalog.routes
    if routes:
        facts = inputs.facts("route", routes)
        context = RoutesPage(_COLUMNS, route_rows(inputs, _COLUMNS), facts, inputs.worry, inputs.talk)
        yield single_page(inputs, context, "routes/", "routes")


def route_rows(inputs: PageInputs, columns: tuple[str, ...]) -> tuple[RouteRow, ...]:
    """Return every route with the cells of some columns; raises `KeyError` for one that no route has."""
    rows = []
    for id, route in inputs.catalog.routes.items():
        cells = {
            "task.for_whom": route.for_whom,
            "routes.how_long": route.how_long,
            "routes.keeps": route.keeps,
            "routes.first": route.first,
            "routes.risk": route.risk,
        }
        labelled = tuple(Labelled(column, cells[column]) for column in columns)
        rows.append(RouteRow(id, route.title, inputs.steps[route.task], route.certain, labelled))
    return tuple(rows)
