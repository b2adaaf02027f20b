"""The page of one programme: its stages, the moments to decide between them, and the steps that do the same here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.programme import Programme, Stage
from starterspad.pages.event_rows import EventRow, next_of_each
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, PartnerLink, Step, Text


@dataclass(frozen=True)
class Detail:
    """What stands below a label, the key of a message: one text, or several as a list, or nothing at all."""

    label: str
    single: Text | None
    several: tuple[Text, ...]


@dataclass(frozen=True)
class StageDetails:
    """A stage, what is done in it, the steps of this portal that do the same, and when its group meets next."""

    stage: Stage
    details: tuple[Detail, ...]
    steps: tuple[Step, ...]
    dates: tuple[EventRow, ...]


@dataclass(frozen=True)
class ProgrammePage:
    """The programme with its stages; `partner` works in this way here."""

    programme: Programme
    partner: PartnerLink | None
    model: str
    details: tuple[Detail, ...]
    stages: tuple[StageDetails, ...]
    facts: tuple[DatedFact, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each programme."""
    for id, programme in inputs.catalog.programmes.items():
        context = ProgrammePage(
            programme=programme,
            partner=inputs.partners[programme.partner] if programme.partner else None,
            model=inputs.model,
            details=(
                _detail("task.for_whom", programme.for_whom),
                _detail("programmes.not_for", programme.not_for),
                _detail("phases.duration", (programme.duration,)),
                _detail("routes.keeps", (programme.keeps,)),
                _detail("programmes.conditions", programme.conditions),
            ),
            stages=tuple(_stage(inputs, stage) for stage in programme.stages),
            facts=inputs.facts("programme", [id]),
            talk=inputs.talk,
        )
        yield record_page(inputs, context, f"programmes/{id}/", programme.title, programme.summary)


def _stage(inputs: PageInputs, stage: Stage) -> StageDetails:
    details = (
        _detail("programmes.goals", stage.goals),
        _detail("phases.goal", stage.activities),
        _detail("phases.result", stage.results),
    )
    dates = next_of_each(inputs, stage.events)
    return StageDetails(stage, details, inputs.step_links(stage.tasks), dates)


def _detail(label: str, texts: tuple[Text, ...]) -> Detail:
    return Detail(label, texts[0], ()) if len(texts) == 1 else Detail(label, None, texts)
