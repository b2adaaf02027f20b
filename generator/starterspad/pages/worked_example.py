"""The example of a calculator, worked out and said in one language."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial

from markupsafe import Markup, escape

from starterspad.content.models.calculator import Output
from starterspad.content.units import PURE
from starterspad.pages.figure_words import figure_words
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Text
from starterspad.rules.money.compiled import ComputedStep
from starterspad.rules.money.formula import Node
from starterspad.rules.money.results import results


class WorkedExample:
    """What the example of a calculator fills in, and what comes out."""

    def __init__(self, inputs: PageInputs, id: str) -> None:
        self.inputs = inputs
        self.id = id
        self.messages = inputs.localizer.messages
        self.computation = inputs.computations[id]
        self.filled = dict(self.computation.record.example.inputs)
        self.results = inputs.of_record("example", id, partial(results, inputs.computations, id, {id: self.filled}))
        self._chosen: dict[Node, bool | None] = inputs.of_record("chosen", id, dict)

    def label(self, name: str) -> Text:
        """Return what an input or a step is called."""
        record = self.computation.record
        labels = {part.id: part.label for part in record.inputs} | {part.id: part.label for part in record.steps}
        return labels[name]

    def chosen(self, condition: Node) -> bool | None:
        """Tell which way a condition of the example went; None where it is not known, or another each month."""
        if condition not in self._chosen:
            self._chosen[condition] = self._choice(condition)
        return self._chosen[condition]

    def _choice(self, condition: Node) -> bool | None:
        computation = self.computation
        asks = Node("if", (condition, Node("number", number=Fraction(1)), Node("number", number=Fraction(0))))
        step = ComputedStep("", PURE, 0, monthly=False, formula=asks)
        asking = replace(computation, steps={**computation.steps, "": step})
        value = results({**self.inputs.computations, self.id: asking}, self.id, {self.id: self.filled}).values[""]
        return value == 1 if isinstance(value, Fraction) else None

    def named(self, name: str) -> Markup:
        """Say an input or a step by its label; the browser puts its figure there. A fact says its statement's value."""
        fact = self.inputs.catalog.facts.get(name)
        if name in self.computation.inputs or name in self.computation.steps:
            return Markup('<span data-name="{}">{}</span>').format(name, self.inputs.localizer.text(self.label(name)))
        return Markup("{}").format(self.inputs.localizer.text(fact.value) if fact and fact.value else name)

    def figure_in(self, name: str) -> Markup:
        """Say a single figure; what has one for each month by its label."""
        if name in self.results.values and not isinstance(self.results.values[name], list):
            return Markup("{}").format(self.said(name))
        return self.named(name)

    def said(self, name: str) -> str:
        """Write a single figure of the example; a dash where it has none."""
        value = self.results.figures(name)[0]["value"]
        return figure_words(value, self.computation.unit_of(name), self.messages) if value is not None else "–"

    def sentence(self, output: Output) -> Markup:
        """Say an output of the example."""
        say = self.inputs.localizer.text
        if self.results.figures(output.id)[0]["value"] is None:
            return say(output.otherwise) if output.otherwise else Markup()
        sentence = say(output.text)
        for name in (*self.computation.inputs, *self.computation.steps):
            if f"{{{name}}}" in sentence:
                sentence = sentence.replace(f"{{{name}}}", escape(self.said(name)))
        return sentence

    def rows(self) -> tuple[tuple[Text, str], ...]:
        """Return what the example fills in, as pairs of a label and a figure."""
        rows = []
        for name in self.computation.record.example.inputs:
            figures = self.results.figures(name)
            unit = self.computation.unit_of(name)
            said = [figure_words(figure["value"] or "0", unit, self.messages) for figure in figures]
            # The same in each month is said once.
            rows.append((self.label(name), "; ".join(said if len(set(said)) > 1 else said[:1])))
        return tuple(rows)
