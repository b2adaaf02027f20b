"""The page of one phase: its goal, its steps and who helps with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from starterspad.content.limits import LISTED_AT_ONCE
from starterspad.content.models.phase import Phase
from starterspad.pages import gate_decision
from starterspad.pages.helping_partners import in_order, links_to, whole_list
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, PartnerLink, Step, Stone, WholeList
from starterspad.pages.shared import once


@dataclass(frozen=True)
class PhasePage:
    """The phase, its place on the path, its steps, and the partners that help with one of them.

    Of many partners only the first stand here: `everyone` leads to all.
    """

    phase: Phase
    stones: tuple[Stone, ...]
    steps: tuple[Step, ...]
    helpers: tuple[PartnerLink, ...]
    everyone: WholeList | None
    facts: tuple[DatedFact, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each gate, where she decides, and that of each phase."""
    yield from gate_decision.pages(inputs)
    for phase_steps in inputs.phases:
        id, phase = phase_steps.id, inputs.catalog.phases[phase_steps.id]
        helping = phase_helpers(inputs)[id]
        context = PhasePage(
            phase=phase,
            stones=inputs.stones(id),
            steps=phase_steps.steps,
            helpers=links_to(inputs, helping[:LISTED_AT_ONCE]),
            everyone=whole_list("phase", id, helping),
            facts=inputs.facts("phase", [id]),
            talk=inputs.talk,
        )
        yield record_page(inputs, context, f"phases/{id}/", phase.title, phase.summary)


def phase_helpers(inputs: PageInputs) -> Mapping[str, tuple[str, ...]]:
    """Return who helps with a step of each phase, by its id."""
    return once(inputs.shared, "phase_helpers", lambda: _phase_helpers(inputs))


def _phase_helpers(inputs: PageInputs) -> dict[str, tuple[str, ...]]:
    return {
        phase.id: in_order(inputs.catalog, {id for step in phase.steps for id, _, _ in inputs.helping[step.id]})
        for phase in inputs.phases
    }
