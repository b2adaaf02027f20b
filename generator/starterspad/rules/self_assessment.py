"""What a person's answers to the mirror say: the readable reference that the browser's engine is held against."""

from __future__ import annotations

from collections.abc import Mapping

from starterspad.content.models.self_assessment import SelfAssessment

Ratings = Mapping[str, int]
"""Statement id -> place on the scale, from 1. A statement she does not know, or has not seen, is left out."""


def scores(assessment: SelfAssessment, given: Ratings) -> dict[str, float]:
    """Return the score of each competence: the mean of its answered statements, reversed ones turned round.

    From 1 to the length of the scale; a competence without an answer is left out.
    """
    top = len(assessment.scale)
    found: dict[str, float] = {}
    for id, competence in assessment.competences().items():
        values = [
            top + 1 - given[statement.id] if statement.reverse else given[statement.id]
            for statement in competence.statements
            if given.get(statement.id) in range(1, top + 1)
        ]
        if values:
            found[id] = sum(values) / len(values)
    return found


def field_scores(assessment: SelfAssessment, found: Mapping[str, float]) -> dict[str, float]:
    """Return the score of each field: the mean of its competences that have one."""
    fields: dict[str, float] = {}
    for field in assessment.fields:
        values = [found[competence.id] for competence in field.competences if competence.id in found]
        if values:
            fields[field.id] = sum(values) / len(values)
    return fields


def growing(assessment: SelfAssessment, found: Mapping[str, float]) -> list[str]:
    """Return the competences below the comparison profile: what can grow."""
    return [id for id, competence in assessment.competences().items() if id in found and found[id] < competence.profile]


def differences(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """Return what another sees more (above 0) or less of, where it is a whole place on the scale or more."""
    return {id: other[id] - score for id, score in one.items() if id in other and abs(other[id] - score) >= 1}
