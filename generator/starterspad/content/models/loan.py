"""Loans: what a kind of lender asks of a starter, so that she sees what she has and what is missing."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.fact import FactIds
from starterspad.content.models.field_types import Id, Record, ShortText, Title, WholeNumber, YesNo


class Bound(Record):
    """A figure of a lender, as a number to compare with."""

    fact: Id
    """The fact that says it, with its date and source."""
    number: WholeNumber = Field(examples=["25000"])
    """The same figure in digits, in euros or per cent: the value of the fact must hold it."""


class Ask(Record):
    """Something that a lender asks."""

    id: Id = Field(examples=["plan"])
    """What the device remembers it by, together with the loan."""
    title: Title = Field(examples=["{en: A business plan}"])
    """What is asked."""
    text: ShortText | None = None
    """What it means."""
    sections: tuple[Id, ...] = ()
    """The sections of the business plan that answer it."""
    tasks: tuple[Id, ...] = ()
    """The steps that show it, and mend it where it is missing."""
    worksheet: Id | None = Field(default=None, examples=["canvas"])
    """The worksheet that shows it."""
    mirror: YesNo = False
    """Having looked into the mirror shows it."""


class Loan(Record):
    """A loan that a starter may ask for, and what its lender wants to see."""

    order: WholeNumber
    """Its place among the loans: the lowest comes first."""
    title: Title = Field(examples=["{en: Microcredit}"])
    """The name of the loan."""
    text: ShortText
    """For whom it is, and how much."""
    partner: Id | None = Field(default=None, examples=["town-desk"])
    """Who lends."""
    most: Bound | None = None
    """The largest amount, in euros."""
    least: Bound | None = None
    """The smallest amount, in euros."""
    own_share: Bound | None = None
    """What she must bring in herself, in per cent of what she borrows."""
    asks: Annotated[tuple[Ask, ...], Field(min_length=1)]
    """What the lender asks."""
    template: Id | None = Field(default=None, examples=["town-plan"])
    """The order of headings that fits this lender."""
    facts: FactIds = ()

    @property
    def compared(self) -> tuple[str, ...]:
        """The facts with whose figures her sums are compared."""
        return tuple(bound.fact for bound in (self.least, self.most, self.own_share) if bound)
