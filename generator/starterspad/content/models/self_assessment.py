"""The self-assessment: what a person says of herself, per competence, beside a profile that the city wrote."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.field_types import Id, LongText, Record, ShortText, Title, WholeNumber, YesNo


class Statement(Record):
    """Something that a person agrees with or not; a `reverse` one says the opposite of the competence.

    The `short` ones make the short version: one for each competence or more.
    """

    id: Id
    text: ShortText
    reverse: YesNo = False
    short: YesNo = False


class Competence(Record):
    """Something that can be learned; `profile` is its place on the scale in the city's comparison profile."""

    id: Id
    title: Title
    meaning: ShortText
    profile: WholeNumber
    small_step: ShortText
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]


class AssessmentField(Record):
    """Competences that belong together."""

    id: Id
    title: Title
    competences: Annotated[tuple[Competence, ...], Field(min_length=1)]


class SelfAssessment(Record):
    """The scale from least to most (2 to 9 answers), the comparison profile's label, and the fields.

    `origin` says what the self-assessment descends from, and where the real talk can be had.
    """

    scale: Annotated[tuple[Title, ...], Field(min_length=2, max_length=9)]
    profile_label: Title
    profile_text: ShortText
    origin: LongText
    fields: Annotated[tuple[AssessmentField, ...], Field(min_length=1)]

    def competences(self) -> dict[str, Competence]:
        """Return every competence by id, in reading order."""
        return {competence.id: competence for field in self.fields for competence in field.competences}
