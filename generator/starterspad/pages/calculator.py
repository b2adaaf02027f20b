"""The page of one calculator: what is filled in, what comes out and how it follows, with an example worked out.

What she fills in is worked out in the browser. Without scripts the page says what to fill in, the formulas in words,
and the example with its results.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from markupsafe import Markup

from starterspad.content.kinds import CALCULATOR
from starterspad.content.models.calculator import Calculator, Chart, Input, Output
from starterspad.pages.figure_words import figure_words, unit_words
from starterspad.pages.formula_words import FormulaWords
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, Link, Step, Text
from starterspad.pages.worked_example import WorkedExample
from starterspad.rules.money.arithmetic import shown
from starterspad.rules.money.calculator_json import CalculatorJson
from starterspad.rules.money.compiled import Computation, ComputedInput, plain


@dataclass(frozen=True)
class ChoiceField:
    """What may be chosen: the figure behind it, and its words."""

    value: str
    label: Text


@dataclass(frozen=True)
class FieldPlace:
    """A field of the form: its id, and the month that it is asked for, from 1; 0 where it is for all or for none."""

    id: str
    number: int = 0


@dataclass(frozen=True)
class InputField:
    """Something to fill in.

    `at` is its field, `months` are those of the months where it is asked for each. `keys` says which keys a phone
    shows, `least` and `most` are the limits in words, `start` is what counts until something is written. `source`
    leads to the calculator that it is taken from.
    """

    input: Input
    at: FieldPlace
    months: tuple[FieldPlace, ...]
    keys: str
    unit: str
    choices: tuple[ChoiceField, ...]
    least: str
    most: str
    start: str
    source: Link | None


@dataclass(frozen=True)
class ShownStep:
    """A step with its formula in words, and in the figures of the example, where it has a single figure."""

    id: str
    label: Text
    unit: str
    words: Markup
    figures: Markup
    result: str


@dataclass(frozen=True)
class ShownResult:
    """An output: its words for the browser, what it is, and as the example says it."""

    output: Output
    label: Text
    example: str


@dataclass(frozen=True)
class ChartSeries:
    """What a chart is drawn of: its name and its label."""

    name: str
    label: Text


@dataclass(frozen=True)
class CalculatorPage:
    """The calculator. `computations` are the formulas, of this one and of those that it takes figures from, as JSON."""

    id: str
    record: Calculator
    computations: str
    fields: tuple[InputField, ...]
    more_fields: tuple[InputField, ...]
    steps: tuple[ShownStep, ...]
    results: tuple[ShownResult, ...]
    example: tuple[tuple[Text, str], ...]
    chart: Chart | None
    chart_series: str
    series: tuple[ChartSeries, ...]
    chart_unit: str
    facts: tuple[DatedFact, ...]
    tasks: tuple[Step, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each calculator."""
    for id, record in inputs.catalog.of(CALCULATOR).items():
        yield record_page(inputs, partial(_context, inputs, id), f"calculators/{id}/", record.title, record.summary)


def _context(inputs: PageInputs, id: str) -> CalculatorPage:
    return _PageMaker(inputs, id).page()


class _PageMaker:
    """Makes what the page of one calculator shows, in one language."""

    def __init__(self, inputs: PageInputs, id: str) -> None:
        self.inputs = inputs
        self.id = id
        self.messages = inputs.localizer.messages
        self.example = WorkedExample(inputs, id)

    @property
    def computation(self) -> Computation:
        return self.inputs.computations[self.id]

    def page(self) -> CalculatorPage:
        """Return the context of the page."""
        record, inputs = self.computation.record, self.inputs
        fields = [(item.optional, self.field(item)) for item in record.inputs]
        example = self.example
        series = record.chart.series if record.chart else ()
        return CalculatorPage(
            id=self.id,
            record=record,
            computations=inputs.of_record("computations", self.id, self.computations),
            fields=tuple(field for optional, field in fields if not optional),
            more_fields=tuple(field for optional, field in fields if optional),
            steps=self.steps(),
            results=tuple(
                ShownResult(output, example.label(output.id), example.sentence(output)) for output in record.outputs
            ),
            example=example.rows(),
            chart=record.chart,
            chart_series=" ".join(series),
            series=tuple(ChartSeries(name, example.label(name)) for name in series),
            chart_unit=unit_words(self.computation.unit_of(series[-1]), self.messages) if series else "",
            facts=inputs.facts(CALCULATOR.name, [self.id]),
            tasks=inputs.step_links(record.tasks),
            talk=inputs.talk,
        )

    def computations(self) -> str:
        """Write the calculator and all that it takes figures from."""
        return json.dumps(needed_computations(self.inputs.computations, self.id), separators=(",", ":"))

    def field(self, item: Input) -> InputField:
        computed = self.computation.inputs[item.id]
        source = None
        if item.from_:
            other = self.inputs.computations[item.from_.calculator].record
            source = Link(item.from_.calculator, f"calculators/{item.from_.calculator}/", other.title)
        starts = set(computed.default)
        months = (computed.asked or self.computation.most_months) if computed.monthly else 0
        return InputField(
            input=item,
            at=FieldPlace(f"in-{item.id}"),
            months=tuple(FieldPlace(f"in-{item.id}-{month}", month) for month in range(1, months + 1)),
            keys="decimal" if item.decimals or computed.min < 0 else "numeric",
            unit=unit_words(computed.unit, self.messages),
            choices=tuple(ChoiceField(plain(choice.value), choice.label) for choice in item.options),
            least=self.figure(computed, computed.min),
            most=self.figure(computed, computed.max),
            start=self.figure(computed, starts.pop()) if len(starts) == 1 else "",
            source=source,
        )

    def figure(self, item: ComputedInput, value: Fraction) -> str:
        return figure_words(shown(value, item.decimals), item.unit, self.messages)

    def steps(self) -> tuple[ShownStep, ...]:
        example = self.example
        words = FormulaWords(self.messages, example.named)
        figures = FormulaWords(self.messages, example.figure_in, example.chosen)
        computation = self.computation
        return tuple(
            ShownStep(
                step.id,
                step.label,
                unit_words(computation.unit_of(step.id), self.messages),
                words.of(computation.steps[step.id].formula),
                Markup("") if step.every else figures.of(computation.steps[step.id].formula),
                "" if step.every else example.said(step.id),
            )
            for step in computation.record.steps
        )


def needed_computations(computations: Mapping[str, Computation], id: str) -> dict[str, CalculatorJson]:
    """Return a calculator and all that it takes figures from, as the browser works them out."""
    needed: dict[str, CalculatorJson] = {}
    waiting = [id]
    while waiting:
        name = waiting.pop()
        if name in needed or name not in computations:
            continue
        computation = computations[name]
        needed[name] = computation.as_json()
        waiting += [item.taken[0] for item in computation.inputs.values() if item.taken]
    return needed
