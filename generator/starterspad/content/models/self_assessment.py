"""The self-assessment: what a person says of herself, per competence, beside a profile that the city wrote."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.field_types import Id, LongText, Record, ShortText, Title, WholeNumber, YesNo


class Statement(Record):
    """Something that a person agrees with, or not."""

    id: Id = Field(examples=["plans-ahead"])
    """What the device remembers it by."""
    text: ShortText = Field(examples=["{en: I know on Monday what I do on Friday.}"])
    """What a person agrees with, or not."""
    reverse: YesNo = False
    """It says the opposite of the competence."""
    short: YesNo = False
    """It is part of the short version: one for each competence, or more."""


class Competence(Record):
    """Something that can be learned."""

    id: Id = Field(examples=["planning"])
    """What `develops` and conditions name it by."""
    title: Title = Field(examples=["{en: Planning}"])
    """The name of the competence."""
    meaning: ShortText
    """What it is."""
    profile: WholeNumber
    """Its place on the scale in the comparison, from 1."""
    small_step: ShortText
    """A first thing to do, to grow in it."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """What is asked about it."""


class AssessmentField(Record):
    """Competences that belong together."""

    id: Id = Field(examples=["work"])
    """What it is known by."""
    title: Title = Field(examples=["{en: Work}"])
    """The name of the field."""
    competences: Annotated[tuple[Competence, ...], Field(min_length=1)]
    """The competences in it."""


class SelfAssessment(Record):
    """What a person may look at in herself, beside a profile that the city wrote."""

    scale: Annotated[
        tuple[Title, ...],
        Field(min_length=2, max_length=9, examples=["[{en: No}, {en: A little}, {en: Yes}]"]),
    ]
    """The answers to a statement, 2 to 9, from least to most."""
    profile_label: Title
    """Whose comparison it is."""
    profile_text: ShortText
    """What the comparison is, and what it is not."""
    origin: LongText
    """What the mirror descends from, and where the real talk can be had; in Markdown."""
    fields: Annotated[tuple[AssessmentField, ...], Field(min_length=1)]
    """Competences that belong together."""

    def competences(self) -> dict[str, Competence]:
        """Return every competence by id, in reading order."""
        return {competence.id: competence for field in self.fields for competence in field.competences}
