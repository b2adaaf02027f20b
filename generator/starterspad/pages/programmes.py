"""Ways that others went, side by side, where an instance tells of any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.programme import Programme
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Text


@dataclass(frozen=True)
class StageLink:
    """A stage of a programme, below its page; `gate` when it ends in a moment to decide."""

    path: str
    title: Text
    gate: bool


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme among the others: first for whom it is, and what is decided on the way."""

    path: str
    programme: Programme
    for_whom: Text
    gates: tuple[Text, ...]
    stages: tuple[StageLink, ...]


@dataclass(frozen=True)
class ProgrammesPage:
    """The programmes in reading order."""

    programmes: tuple[ProgrammeRow, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page that compares the programmes; none without any."""
    programmes = inputs.catalog.programmes_in_order()
    if programmes:
        rows = tuple(_row(f"programmes/{id}/", programme) for id, programme in programmes)
        yield single_page(inputs, ProgrammesPage(rows, inputs.talk), "programmes/", "programmes")


def _row(path: str, programme: Programme) -> ProgrammeRow:
    return ProgrammeRow(
        path=path,
        programme=programme,
        for_whom=programme.for_whom[0],
        gates=tuple(stage.gate.question for stage in programme.stages if stage.gate),
        stages=tuple(
            StageLink(f"{path}#stage-{number}", stage.title, stage.gate is not None)
            for number, stage in enumerate(programme.stages, start=1)
        ),
    )
