"""The page of one phase: its goal, its steps and who helps with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.phase import Phase
from starterspad.pages import gate_decision
from starterspad.pages.helping_partners import helper_links, helpers
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, PartnerLink, PhaseSteps, Step, Stone


@dataclass(frozen=True)
class PhasePage:
    """The phase, its place on the path, its steps, and the partners that help with one of them."""

    phase: Phase
    stones: tuple[Stone, ...]
    steps: tuple[Step, ...]
    helpers: tuple[PartnerLink, ...]
    facts: tuple[DatedFact, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each gate, where she decides, and that of each phase."""
    yield from gate_decision.pages(inputs)
    for phase_steps in inputs.phases:
        id, phase = phase_steps.id, inputs.catalog.phases[phase_steps.id]
        context = PhasePage(
            phase=phase,
            stones=inputs.stones(id),
            steps=phase_steps.steps,
            helpers=_helpers(inputs, phase_steps),
            facts=inputs.facts("phase", [id]),
            talk=inputs.talk,
        )
        yield record_page(inputs, context, f"phases/{id}/", phase.title, phase.summary)


def _helpers(inputs: PageInputs, phase: PhaseSteps) -> tuple[PartnerLink, ...]:
    tasks = {step.id for step in phase.steps}
    return helper_links(helpers(inputs.catalog, [item for item in inputs.services if tasks & set(item[2].helps_with)]))
