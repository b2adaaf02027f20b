"""`calculators.json` of a language: every calculator with its words, for whoever looks at what somebody worked out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NotRequired, TypedDict

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR
from starterspad.content.localised_text import localised
from starterspad.content.models.bucket import Cut
from starterspad.content.models.calculator import Calculator, in_order
from starterspad.rules.money.calculator_json import CalculatorJson
from starterspad.rules.money.compiled import exact, plain
from starterspad.rules.money.compiler import compiled

Say = Callable[[dict[str, str]], str]


class InputWordsJson(TypedDict):
    """What an input is called, and its choices by their figures."""

    label: str
    choices: dict[str, str]


class OutputWordsJson(TypedDict):
    """The sentence of an output, and what is said where there is no figure."""

    text: str
    otherwise: str


class CutJson(TypedDict):
    """A part of the figures."""

    id: str
    below: NotRequired[str]
    """up to this figure, exactly: p/q"""
    none: NotRequired[Literal[True]]
    """where the formula says that there is no figure"""


class BucketJson(TypedDict):
    """What a figure means, as conditions name it."""

    id: str
    output: str
    cuts: list[CutJson]


class ToldCalculatorJson(TypedDict):
    """A calculator with its words."""

    title: str
    computation: CalculatorJson
    inputs: dict[str, InputWordsJson]
    steps: dict[str, str]
    """what each step is called"""
    outputs: dict[str, OutputWordsJson]
    buckets: NotRequired[list[BucketJson]]


def calculators_json(catalog: Catalog, language: str) -> dict[str, ToldCalculatorJson]:
    """Return the calculators in reading order, by id."""

    def say(text: dict[str, str]) -> str:
        return localised(text, language, catalog.site.default_language)[0]

    return {id: _told(catalog, say, id, record) for id, record in in_order(catalog.of(CALCULATOR)).items()}


def _told(catalog: Catalog, say: Say, id: str, record: Calculator) -> ToldCalculatorJson:
    data: ToldCalculatorJson = {
        "title": say(record.title),
        "computation": compiled(catalog, id).as_json(),
        "inputs": {
            item.id: {
                "label": say(item.label),
                "choices": {plain(choice.value): say(choice.label) for choice in item.options},
            }
            for item in record.inputs
        },
        "steps": {step.id: say(step.label) for step in record.steps},
        "outputs": {
            output.id: {"text": say(output.text), "otherwise": say(output.otherwise) if output.otherwise else ""}
            for output in record.outputs
        },
    }
    if record.buckets:
        data["buckets"] = [
            {"id": bucket.id, "output": bucket.output, "cuts": [_cut(cut) for cut in bucket.cuts]}
            for bucket in record.buckets
        ]
    return data


def _cut(cut: Cut) -> CutJson:
    data: CutJson = {"id": cut.id}
    if cut.below is not None:
        data["below"] = exact(cut.below)
    if cut.none:
        data["none"] = True
    return data
