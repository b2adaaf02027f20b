"""Exact amounts: a figure as text, never a float, and the unit that it counts."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from starterspad.content.models.field_types import Record
from starterspad.content.models.wrong import wrong
from starterspad.content.problems import quoted
from starterspad.content.units import Unit, WrongUnit, read_unit

# What the form in the browser checks by itself.
FIGURE = r"-?[0-9]{1,15}(\.[0-9]{1,10})?"


def figure(value: object) -> Fraction:
    """Read a figure as content writes it; raises what a validator does."""
    if not isinstance(value, str) or not re.fullmatch(FIGURE, value):
        remedy = "write digits, with a point before what is less than one, such as 1250 or 12.50"
        raise wrong("number", f"{quoted(value)} is no figure", remedy)
    return Fraction(value)


def _unit(value: str) -> str:
    try:
        read_unit(value)
    except WrongUnit as fault:
        raise wrong("unit", str(fault), fault.remedy) from None
    return value


# An editor takes a figure for a number, which it need not be here.
FIGURE_SCHEMA = {"type": ["number", "string"]}
Figure = Annotated[Fraction, BeforeValidator(figure), WithJsonSchema(FIGURE_SCHEMA), Field(examples=["12.50"])]
UnitText = Annotated[str, AfterValidator(_unit), Field(max_length=80, examples=["euro/month"])]


class Amount(Record):
    """A figure that formulas may work with."""

    value: Figure = Field(examples=['"382.94"'])
    """The figure, with a point before what is less than one."""
    unit: UnitText
    """What it counts."""

    @property
    def counts(self) -> Unit:
        """The unit, read."""
        return read_unit(self.unit)
