"""A calculator as the browser gets it: what is filled in, and each formula as a tree. Nothing of it runs as code."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

OpJson = Literal[
    "number", "name", "month", "before", "none", "fact",
    "add", "sub", "mul", "div", "neg",
    "lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not",
    "if", "min", "max", "round", "round_up", "round_down", "power",
    "sum", "last", "running", "earlier",
]  # fmt: skip
"""what a part of a formula does"""


class NodeJson(TypedDict):
    """A formula, or a part of one."""

    op: OpJson
    of: NotRequired[list[NodeJson]]
    """the parts that it works with"""
    number: NotRequired[str]
    """the figure of a number or of a fact, exactly: p/q"""
    name: NotRequired[str]
    """the input, step or fact that is named"""


class ComputedInputJson(TypedDict):
    """An input, as the engine needs it. Figures are exact, as p/q, in the unit that people see."""

    id: str
    unit: str
    scale: int
    """what a figure is divided by before a formula sees it: 100 for percent"""
    decimals: int
    min: str
    max: str
    options: NotRequired[list[str]]
    """the figures of which one is chosen"""
    default: NotRequired[list[str]]
    """what counts until something is written: one figure, or one for each month"""
    fact: NotRequired[str]
    """the fact that the default comes from"""
    taken: NotRequired[list[str]]
    """a calculator and its output, whose result counts until something is written"""
    asked: NotRequired[int]
    """how many figures are asked, where they are asked for months; 0 for as many as there are months"""


class ComputedStepJson(TypedDict):
    """A step, as the engine needs it."""

    id: str
    unit: str
    scale: int
    """what a result is multiplied by before a person sees it: 100 for percent"""
    decimals: int
    monthly: NotRequired[bool]
    formula: NodeJson


class CalculatorJson(TypedDict):
    """What the engine of the browser works with; the words stand in the page."""

    id: str
    aliases: NotRequired[list[str]]
    """the ids that it had before: what was filled in under them is still hers"""
    months: int | str
    """how many months there are, or the input that says it; 0 where nothing is monthly"""
    inputs: list[ComputedInputJson]
    steps: list[ComputedStepJson]
    outputs: list[str]


FigureFaultJson = Literal["", "none", "division", "too-large", "outside"]
"""why there is no figure: a formula says none; by zero; no end; what another calculator gives is outside the limits"""


class FigureJson(TypedDict):
    """A figure that came out: rounded and exact, or what is missing."""

    value: str | None
    """rounded half away from zero, to the cent unless its step says otherwise; nothing where it is not known"""
    exact: str | None
    """the same, exactly and reduced: p/q"""
    unit: str
    missing: list[str]
    """the inputs without which it is not known"""
    fault: FigureFaultJson
    """why it cannot be worked out, or empty"""
