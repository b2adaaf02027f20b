"""Calculators: what somebody fills in, the formulas, what comes out; docs/calculators.md tells the language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from starterspad.content.limits import FORMULA_LIMITS
from starterspad.content.models.amount import FIGURE_SCHEMA, Figure, UnitText, figure
from starterspad.content.models.bucket import Bucket
from starterspad.content.models.field_types import Aliases, Id, Record, ShortText, Title, WholeNumber, YesNo
from starterspad.content.models.wrong import wrong
from starterspad.content.problems import quoted

NAME_PATTERN = "[a-z][a-z0-9_]{0,39}"
# What a formula means by these, no input and no step may be called.
FUNCTIONS = (
    *("if", "min", "max", "round", "round_up", "round_down"),
    *("sum", "last", "power", "running", "earlier", "fact"),
)
WORDS = ("and", "or", "not", "month", "before", "none")
_RESERVED = frozenset((*FUNCTIONS, *WORDS, "calc", "constructor", "prototype"))
_FACT = re.compile(r"\bfact\(\s*\"([a-z][a-z0-9-]{1,47})\"\s*\)")


def _name(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(NAME_PATTERN, value):
        remedy = "use small letters, digits and _, a letter first: a formula says it by this name"
        raise wrong("name", f"{quoted(value)} is not a name", remedy)
    if value in _RESERVED:
        raise wrong("name", f"{quoted(value)} means something in formulas", "choose another name")
    return value


def _months(value: object) -> object:
    return int(value) if isinstance(value, str) and re.fullmatch("[0-9]{1,3}", value) else _name(value)


def _most_months(value: int | str) -> int | str:
    if isinstance(value, int) and not 1 <= value <= FORMULA_LIMITS["months"]:
        raise wrong("months", "that is no number of months", f"write 1 to {FORMULA_LIMITS['months']}")
    return value


def _at_most(most: int, least: int = 0) -> AfterValidator:
    def check(value: int) -> int:
        if not least <= value <= most:
            raise wrong("number", f"{value} is too many or too few", f"write {least} to {most}")
        return value

    return AfterValidator(check)


def _figures(value: object) -> tuple[Fraction, ...]:
    return tuple(figure(item) for item in (value if isinstance(value, list) else [value]))


def _exact(value: object) -> str:
    """Take the result of an example: a figure, or a fraction where it never ends."""
    text = value if isinstance(value, str) else ""
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,10})?|-?[0-9]{1,18}/[1-9][0-9]{0,17}", text):
        raise wrong(
            "number", f"{quoted(value)} is no result", "write a figure such as 12.50, or a fraction such as 1/3"
        )
    return text


Name = Annotated[str, BeforeValidator(_name), Field(examples=["fixed_costs"])]
Months = Annotated[int | str, BeforeValidator(_months), AfterValidator(_most_months), Field(examples=["24"])]
Figures = Annotated[
    tuple[Fraction, ...],
    BeforeValidator(_figures),
    Field(min_length=1, max_length=FORMULA_LIMITS["months"], examples=["100"]),
    WithJsonSchema({"anyOf": [FIGURE_SCHEMA, {"type": "array", "minItems": 1, "items": FIGURE_SCHEMA}]}),
]
Result = Annotated[str, BeforeValidator(_exact), WithJsonSchema(FIGURE_SCHEMA), Field(examples=["134"])]
Decimals = Annotated[WholeNumber, _at_most(4), Field(examples=["0"])]
Repeats = Annotated[WholeNumber, _at_most(FORMULA_LIMITS["months"], 1)]
Formula = Annotated[
    str,
    Field(max_length=FORMULA_LIMITS["length"], examples=["price - cost"]),
]


class Choice(Record):
    """An answer that may be chosen: the figure behind it, and its words."""

    value: Figure = Field(examples=["1"])
    """What formulas see."""
    label: Title
    """What a person chooses."""


class TakenFrom(Record):
    """The output of another calculator, taken as it stands there until she writes another figure."""

    calculator: Id = Field(examples=["what-i-need"])
    """Which one."""
    output: Name = Field(examples=["needed"])
    """Which of its outputs."""


class Input(Record):
    """Something to fill in."""

    id: Name
    """What formulas name it by."""
    label: Title
    """What is asked."""
    help: ShortText | None = None
    """What helps to answer."""
    unit: UnitText
    """What the figure counts."""
    min: Figure | None = Field(default=None, examples=["0"])
    """The least that may be written; needed without `options`."""
    max: Figure | None = Field(default=None, examples=["100000"])
    """The most that may be written; needed without `options`."""
    decimals: Decimals = 2
    """How many digits may stand behind the point: 0 for whole numbers."""
    default: Figures | None = None
    """What counts until she writes something; for each month a list, or one for all."""
    fact: Id | None = Field(default=None, examples=["vat-rate"])
    """The fact whose `amount` counts until she writes something."""
    from_: TakenFrom | None = Field(default=None, alias="from")
    """The result of another calculator that counts until she writes something."""
    options: tuple[Choice, ...] = ()
    """Where it is chosen and not written: what there is to choose."""
    every: Literal["month"] | None = Field(default=None, examples=["month"])
    """It is asked for each month."""
    repeats_after: Repeats | None = Field(default=None, examples=["12"])
    """With `every`: so many figures are asked, and they begin anew; otherwise one for each month there is."""
    optional: YesNo = False
    """Most leave it as it is: the page asks it below the others."""


class Step(Record):
    """A figure that follows."""

    id: Name
    """What later formulas name it by."""
    label: Title
    """What it is, in words."""
    unit: UnitText
    """What the figure counts; the formula must give that."""
    formula: Formula
    """How it follows, of inputs and of steps above it."""
    every: Literal["month"] | None = Field(default=None, examples=["month"])
    """It has a figure for each month."""
    decimals: Decimals = 2
    """With how many digits behind the point it is shown."""
    at_least: Figure | None = Field(default=None, examples=["0"])
    """It is never less, whatever is filled in: `portal check --prove` proves that."""
    at_most: Figure | None = Field(default=None, examples=["100"])
    """It is never more, whatever is filled in: `portal check --prove` proves that."""


class Output(Record):
    """A result, in a sentence."""

    id: Name
    """The step or input that is told."""
    text: ShortText = Field(examples=['{en: "You must sell {units} times a month."}'])
    """The sentence; `{id}` stands for an input or a step."""
    otherwise: ShortText | None = Field(default=None, examples=['{en: "You lose money on each."}'])
    """What is said where formulas say `none`: needed where they may."""


class ResultRange(Record):
    """Two outputs between which the answer lies."""

    low: Name
    """The output that tells the lowest."""
    high: Name
    """The output that tells the highest."""
    text: ShortText
    """Why nobody can say it more exactly."""


class Example(Record):
    """A case that was worked out by hand: `portal check` works it out again."""

    text: ShortText | None = None
    """Who it is about."""
    inputs: dict[Name, Figures] = Field(examples=["{price: 10, fixed_costs: 1000}"])
    """What is filled in; for each month a list."""
    results: Annotated[dict[Name, Result], Field(min_length=1, examples=['{units: "134"}'])]
    """What must come out, of steps or outputs: to the last digit that stands here, or as a fraction exactly."""


class Chart(Record):
    """A drawing of the result, with its table."""

    kind: Literal["break_even", "months", "share"]
    """What is drawn: two lines that cross, a figure month by month, or the parts of a whole."""
    series: Annotated[tuple[Name, ...], Field(min_length=1, max_length=12)]
    """What it is drawn of; docs/calculators.md tells which in which order."""


class Calculator(Record):
    """A page that works something out."""

    aliases: Aliases = ()
    order: WholeNumber = 0
    """Its place among the calculators, as a starter meets them: the lowest comes first."""
    title: Title = Field(examples=["{en: How much must I sell?}"])
    """The name of the calculator."""
    summary: ShortText
    """What one learns with it."""
    months: Months | None = None
    """How many months `every: month` has: a number, or the input that says it."""
    inputs: Annotated[tuple[Input, ...], Field(min_length=1, max_length=FORMULA_LIMITS["inputs"])]
    """What is filled in, in the order in which it is asked."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=FORMULA_LIMITS["steps"])]
    """How the result follows, from above to below."""
    outputs: Annotated[tuple[Output, ...], Field(min_length=1)]
    """What is told, the most important first."""
    ranges: tuple[ResultRange, ...] = ()
    """Outputs that are two ends of one answer."""
    example: Example
    """A case with its right results."""
    then: ShortText
    """What to do with the answer."""
    tasks: tuple[Id, ...] = ()
    """The steps of the plan that it helps with."""
    chart: Chart | None = None
    """A drawing of the result."""
    buckets: tuple[Bucket, ...] = ()
    """What conditions may name of the result."""
    own_money: Name | None = Field(default=None, examples=["own"])
    """The input or step that says what she brings in herself: the page of the loans takes it until she writes there."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it works with: those of inputs, then those of formulas."""
        named = [input.fact for input in self.inputs if input.fact]
        named += [id for step in self.steps for id in _FACT.findall(step.formula)]
        return tuple(dict.fromkeys(named))


def in_order(calculators: Mapping[str, Calculator]) -> dict[str, Calculator]:
    """Return calculators by their `order` and then their id."""
    return dict(sorted(calculators.items(), key=lambda item: (item[1].order, item[0])))
