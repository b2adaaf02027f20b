"""The path on one page: every phase with its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.phase import Phase
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Step


@dataclass(frozen=True)
class PhaseOverview:
    """A phase with its tasks by order."""

    phase: Phase
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class PhasesPage:
    """The phases in reading order; `programmes` says whether there are paths of others to compare with."""

    phases: tuple[PhaseOverview, ...]
    programmes: bool


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the path."""
    catalog = inputs.catalog
    phases = tuple(PhaseOverview(catalog.phases[phase.id], phase.steps) for phase in inputs.phases)
    yield single_page(inputs, PhasesPage(phases, bool(catalog.programmes)), "phases/", "phases")
