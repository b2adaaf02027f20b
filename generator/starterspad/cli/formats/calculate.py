"""What a calculator says, and which there are, for a terminal and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from starterspad.cli.formats.problems import printable
from starterspad.content.schema_numbers import CALCULATE_SCHEMA
from starterspad.content.units import read_unit
from starterspad.rules.money.arithmetic import shown
from starterspad.rules.money.calculator_json import FigureJson

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from starterspad.rules.money.compiled import Computation, ComputedInput
    from starterspad.rules.money.results import Results


class StepJson(FigureJson):
    """A step as it was worked out; with a figure for each month, these stand in `months` and not above."""

    id: str
    formula: str
    """as the content writes it"""
    months: NotRequired[list[FigureJson]]


class CalculationJson(TypedDict):
    """What `portal calculate` prints."""

    schema: int
    calculator: str
    date: str
    """the day whose facts count"""
    outputs: dict[str, FigureJson]
    steps: list[StepJson]


class ListedInputJson(TypedDict):
    """An input as it may be filled in; figures are written as in a file of inputs."""

    id: str
    unit: str
    min: str
    max: str
    decimals: int
    default: NotRequired[list[str]]
    options: NotRequired[list[str]]
    fact: NotRequired[str]
    months: NotRequired[int]
    """how many figures are asked, where there is one for each month; a single one counts for all"""


class ListedOutputJson(TypedDict):
    """An output and what it counts."""

    id: str
    unit: str


class ListedJson(TypedDict):
    """A calculator."""

    id: str
    inputs: list[ListedInputJson]
    outputs: list[ListedOutputJson]


class ListingJson(TypedDict):
    """What `portal calculate --list` prints."""

    schema: int
    calculators: list[ListedJson]


def calculation_json(worked_out: Results, day: datetime.date) -> CalculationJson:
    """Write a result for a program."""
    computation = worked_out.computation
    outputs = {output.id: worked_out.figures(output.id)[0] for output in computation.record.outputs}
    return {
        "schema": CALCULATE_SCHEMA,
        "calculator": computation.id,
        "date": day.isoformat(),
        "outputs": outputs,
        "steps": [_step_json(worked_out, step.id, step.formula) for step in computation.record.steps],
    }


def _step_json(worked_out: Results, id: str, formula: str) -> StepJson:
    figures = worked_out.figures(id)
    monthly = isinstance(worked_out.values[id], list)
    figure = figures[0]
    step: StepJson = {
        "id": id,
        "formula": formula,
        "value": None if monthly else figure["value"],
        "exact": None if monthly else figure["exact"],
        "unit": figure["unit"],
        "missing": [] if monthly else figure["missing"],
        "fault": "" if monthly else figure["fault"],
    }
    return step | {"months": figures} if monthly else step


def calculation_lines(calculation: CalculationJson) -> Iterator[str]:
    """Write a result for a person: the steps, then what comes out."""
    for step in calculation["steps"]:
        yield f"  {step['id']} = {printable(step['formula'])}"
        months = step.get("months", [])
        yield f"    {', '.join(_words(month) for month in months) if months else _words(step)}"
    for id, output in calculation["outputs"].items():
        yield f"{id}: {_words(output)}"


def _words(figure: FigureJson) -> str:
    if figure["value"] is not None:
        return f"{figure['value']} {read_unit(figure['unit']).words}"
    if figure["missing"]:
        return f"not known without {', '.join(figure['missing'])}"
    return {
        "none": "none",
        "division": "not to be worked out: something would be divided by zero",
        "outside": "not to be worked out: what another calculator gives lies outside the limits",
    }.get(figure["fault"], "not to be worked out: too large")


def listing_json(computations: Mapping[str, Computation]) -> ListingJson:
    """Write for a program which calculators there are."""
    return {"schema": CALCULATE_SCHEMA, "calculators": [_listed(item) for item in computations.values()]}


def _listed(computation: Computation) -> ListedJson:
    return {
        "id": computation.id,
        "inputs": [_listed_input(item, computation.most_months) for item in computation.inputs.values()],
        "outputs": [
            {"id": output.id, "unit": str(computation.unit_of(output.id))} for output in computation.record.outputs
        ],
    }


def _listed_input(item: ComputedInput, months: int) -> ListedInputJson:
    listed: ListedInputJson = {
        "id": item.id,
        "unit": str(item.unit),
        "min": shown(item.min, item.decimals),
        "max": shown(item.max, item.decimals),
        "decimals": item.decimals,
    }
    if item.default:
        listed["default"] = [shown(value, item.decimals) for value in item.default]
    if item.options:
        listed["options"] = [shown(value, item.decimals) for value in item.options]
    if item.fact:
        listed["fact"] = item.fact
    if item.asked is not None:
        listed["months"] = item.asked or months
    return listed


def listing_lines(listing: ListingJson) -> Iterator[str]:
    """Write for a person which calculators there are."""
    for listed in listing["calculators"]:
        yield printable(listed["id"])
        for item in listed["inputs"]:
            counts = read_unit(item["unit"]).words
            choices = f"one of {', '.join(item['options'])}" if "options" in item else f"{item['min']} to {item['max']}"
            many = f", for {item['months']} months" if "months" in item else ""
            yield f"  {item['id']}: {choices} {counts}{many}"
        yield f"  gives {', '.join(output['id'] for output in listed['outputs'])}"
