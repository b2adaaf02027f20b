"""From the record of a calculator to what can be worked out, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from starterspad.content.catalog import Catalog
from starterspad.content.each_record import of_each
from starterspad.content.kinds import CALCULATOR, FACT
from starterspad.content.limits import FORMULA_LIMITS
from starterspad.content.models.amount import Amount
from starterspad.content.models.calculator import Calculator, Input, Step
from starterspad.content.problems import Problem, did_you_mean, quoted
from starterspad.content.record_memory import InPlace
from starterspad.content.units import read_unit
from starterspad.rules.money.compiled import Computation, ComputedInput, ComputedStep, plain
from starterspad.rules.money.formula import Node, read_formula
from starterspad.rules.money.formula_tokens import FormulaFault
from starterspad.rules.money.unit_check import Named, UnitCheck

CHECK = "calculator"
UNITS = "unit"


class WrongCalculator(Exception):
    """A calculator that cannot be worked out; `problems` says everything that is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def compiled(catalog: Catalog, id: str) -> Computation:
    """Make a calculator ready; raises `WrongCalculator`."""
    computation, problems = _all_compiled(catalog)[id]
    if computation is None:
        raise WrongCalculator(list(problems))
    return computation


# Checks, pages and the data of each language ask for all of them, one after the other.
@lru_cache(maxsize=1)
def _all_compiled(catalog: Catalog) -> dict[str, tuple[Computation | None, Sequence[Problem]]]:
    """Return every calculator by id, made ready, or what is wrong with it."""
    amounts = {id: fact.amount for id, fact in catalog.facts.items() if fact.amount}

    def look(at: InPlace) -> Iterator[tuple[str, Computation | None, Sequence[Problem]]]:
        try:
            yield at.id, _Compiler(catalog, at.id, amounts).computation(), ()
        except WrongCalculator as wrong:
            yield at.id, None, wrong.problems

    ready = of_each(catalog, CALCULATOR, look, (catalog.facts, catalog.ids(FACT.name)))
    return {id: (computation, problems) for id, computation, problems in ready}


@dataclass
class _Compiler:
    """Reads one calculator, and gathers what is wrong."""

    catalog: Catalog
    id: str
    facts: Mapping[str, Amount]

    def __post_init__(self) -> None:
        self.record: Calculator = self.catalog.of(CALCULATOR)[self.id]
        self.problems: list[Problem] = []
        self.names: dict[str, Named] = {}

    def computation(self) -> Computation:
        inputs = {item.id: self.input(index, item) for index, item in enumerate(self.record.inputs)}
        months = self.months(inputs)
        check = UnitCheck(self.names, {id: amount.counts.pure for id, amount in self.facts.items()}, bool(months))
        steps: dict[str, ComputedStep] = {}
        for index, step in enumerate(self.record.steps):
            computed = self.step(index, step, check)
            if computed:
                steps[step.id] = computed
        if self.problems:
            raise WrongCalculator(self.problems)
        return Computation(self.id, self.record, months, inputs, steps)

    def fault(self, path: tuple[str | int, ...], message: str, remedy: str = "", check: str = CHECK) -> None:
        at = self.catalog.location(CALCULATOR.name, self.id, *path)
        self.problems.append(Problem(at, message, remedy, check))

    def name(self, path: tuple[str | int, ...], id: str, named: Named) -> None:
        if id in self.names:
            self.fault((*path, "id"), f"{quoted(id)} stands twice", "give one of the two another name")
        self.names[id] = named

    def input(self, index: int, item: Input) -> ComputedInput:
        path = ("inputs", index)
        unit = read_unit(item.unit)
        options = tuple(choice.value for choice in item.options)
        low, high = self.limits(path, item, options)
        asked = (item.repeats_after or 0) if item.every else None
        if item.repeats_after and not item.every:
            self.fault((*path, "repeats_after"), "only what is asked each month repeats", "add every: month")
        taken = (item.from_.calculator, item.from_.output) if item.from_ else None
        computed = ComputedInput(
            item.id, unit, low, high, item.decimals, options, item.default or (), item.fact or "", taken, asked
        )
        if item.fact:
            computed = self.of_fact(path, item.fact, computed)
        elif item.default:
            self.default(path, computed)
        if item.from_ and item.every:
            message = "what another calculator gives is one figure, and this input asks one for each month"
            self.fault((*path, "from"), message, "take from: out, or every: out")
        if sum(map(bool, (item.default, item.fact, item.from_))) > 1:
            self.fault(path, "default, fact and from say what counts until she writes", "keep one of them")
        self.name(path, item.id, Named(unit, item.every is not None, computed))
        return computed

    def limits(
        self, path: tuple[str | int, ...], item: Input, options: tuple[Fraction, ...]
    ) -> tuple[Fraction, Fraction]:
        """Return the least and the most of an input, which its choices say where there are any."""
        if options:
            if item.min is not None or item.max is not None:
                self.fault(path, "what is chosen has no min and no max", "take both out, or take options out")
            if len(set(options)) < len(options):
                self.fault((*path, "options"), "two choices have the same figure", "give each its own")
            for place, value in enumerate(options):
                self.digits((*path, "options", place, "value"), value, item.decimals)
            return min(options), max(options)
        for key, limit in (("min", item.min), ("max", item.max)):
            if limit is None:
                remedy = f"write {key}: what nobody goes beyond; the proof looks at all in between"
                self.fault(path, f"{quoted(item.id)} has no {key}", remedy)
            else:
                self.digits((*path, key), limit, item.decimals)
        low, high = item.min or Fraction(0), item.max or Fraction(0)
        if item.min is not None and item.max is not None and low > high:
            self.fault((*path, "min"), "min is more than max", "swap the two")
        return low, high

    def digits(self, path: tuple[str | int, ...], value: Fraction, decimals: int) -> None:
        if (value * 10**decimals).denominator != 1:
            message = f"{quoted(plain(value))} has more than {decimals} digits behind the point"
            self.fault(path, message, "write fewer, or say decimals: with how many there may be")

    def default(self, path: tuple[str | int, ...], item: ComputedInput) -> None:
        at = (*path, "default")
        if len(item.default) > 1 and item.asked is None:
            self.fault(at, "several figures stand where one is asked", "write one, or add every: month")
        elif len(item.default) > 1 and item.asked and len(item.default) != item.asked:
            self.fault(at, f"{len(item.default)} figures stand where {item.asked} are asked", "write one, or all")
        for value in item.default:
            self.digits(at, value, item.decimals)
            if item.options and value not in item.options:
                self.fault(at, "what counts at first is none of the choices", "write the figure of one of the options")
            elif item.min <= item.max and not item.min <= value <= item.max:
                self.fault(at, "what counts at first lies outside min and max", "mend one of the three")

    def of_fact(self, path: tuple[str | int, ...], fact: str, item: ComputedInput) -> ComputedInput:
        at = (*path, "fact")
        if fact not in self.catalog.ids("fact"):
            self.fault(at, f"unknown fact {quoted(fact)}", did_you_mean(fact, self.catalog.ids("fact")), "fact")
            return item
        amount = self.facts.get(fact)
        if amount is None:
            if fact in self.catalog.facts:
                remedy = 'give it one: amount: {value: "100", unit: euro}'
                self.fault(at, f"the fact {quoted(fact)} has no amount", remedy)
            return item
        if amount.counts != item.unit:
            message = f"the fact counts {amount.counts.words}, and the input {item.unit.words}"
            self.fault(at, message, "give both the same unit", UNITS)
        coming = self.catalog.facts[fact].next
        # What it will be fits too: no site may fail by itself on the day when that comes.
        for value in (amount.value, *((coming.amount.value,) if coming and coming.amount else ())):
            self.digits(at, value, item.decimals)
            if item.options and value not in item.options:
                self.fault(at, "the amount of the fact is none of the choices", "add it to the options")
            elif not item.min <= value <= item.max:
                self.fault(at, "the amount of the fact lies outside min and max", "widen them")
        return replace(item, default=(amount.value,))

    def months(self, inputs: Mapping[str, ComputedInput]) -> int | str:
        """Return how many months there are, or the input that says it."""
        months = self.record.months
        monthly = [item.id for item in inputs.values() if item.monthly]
        monthly += [step.id for step in self.record.steps if step.every]
        if months is None:
            if monthly:
                message = f"{quoted(monthly[0])} stands for each month, and nothing says how many there are"
                self.fault((), message, "add months: 24 at the top of the file, or the name of an input")
            return 0
        if isinstance(months, int):
            return months
        item = inputs.get(months)
        most = FORMULA_LIMITS["months"]
        if item is None:
            self.fault(("months",), f"no input is called {quoted(months)}", did_you_mean(months, inputs))
        elif item.monthly or item.decimals or item.unit.percent or item.min < 1 or item.max > most:
            remedy = f"give it decimals: 0, min: 1 or more, and max: {most} or less"
            self.fault(("months",), f"{quoted(months)} cannot say how many months there are", remedy)
        elif any(other.monthly and other.asked == 0 for other in inputs.values()):
            remedy = "add repeats_after: 12 to the inputs of each month"
            self.fault(("months",), "how many figures are asked would change with an input", remedy)
        return months if item else 0

    def step(self, index: int, step: Step, check: UnitCheck) -> ComputedStep | None:
        path = ("steps", index)
        unit = read_unit(step.unit)
        formula: Node | None = None
        try:
            formula = self.with_facts(read_formula(step.formula))
            check.of_step(formula, unit, step.every is not None)
        except FormulaFault as fault:
            check_name = UNITS if fault.of_units else CHECK
            self.fault((*path, "formula"), f"{step.id}: {fault}", fault.remedy, check_name)
        self.name(path, step.id, Named(unit, step.every is not None))
        if formula is None:
            return None
        monthly = step.every is not None
        return ComputedStep(step.id, unit, step.decimals, monthly, formula, step.at_least, step.at_most)

    def with_facts(self, node: Node) -> Node:
        """Put the figure of each fact into a formula."""
        if node.op == "fact":
            known = self.catalog.ids("fact")
            if node.name not in known:
                raise FormulaFault(f"unknown fact {quoted(node.name)}", did_you_mean(node.name, known))
            amount = self.facts.get(node.name)
            return replace(node, number=amount.value / amount.counts.scale) if amount else node
        return replace(node, of=tuple(self.with_facts(part) for part in node.of)) if node.of else node


def slots(text: str) -> Iterator[str]:
    """Yield the names between braces in a sentence."""
    for piece in text.split("{")[1:]:
        yield piece.partition("}")[0]
