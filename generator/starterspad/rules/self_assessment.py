"""What a person's self-assessment says: the readable reference for `web/core/rules/self-assessment.js`."""

from __future__ import annotations

from collections.abc import Mapping

from starterspad.content.models.self_assessment import SelfAssessment

Ratings = Mapping[str, int]
"""Statement id -> place on the scale, from 1. A statement she does not know, or has not seen, is left out."""


def scores(assessment: SelfAssessment, ratings: Ratings) -> dict[str, float]:
    """Return the score of each competence by id: the mean of its answered statements, reversed ones turned round.

    From 1 to the length of the scale; a competence without an answer is left out.
    """
    top = len(assessment.scale)
    by_competence: dict[str, float] = {}
    for id, competence in assessment.competences().items():
        values = [
            top + 1 - ratings[statement.id] if statement.reverse else ratings[statement.id]
            for statement in competence.statements
            if ratings.get(statement.id) in range(1, top + 1)
        ]
        if values:
            by_competence[id] = sum(values) / len(values)
    return by_competence


def field_scores(assessment: SelfAssessment, by_competence: Mapping[str, float]) -> dict[str, float]:
    """Return the score of each field: the mean of its competences that have one."""
    fields: dict[str, float] = {}
    for field in assessment.fields:
        values = [by_competence[competence.id] for competence in field.competences if competence.id in by_competence]
        if values:
            fields[field.id] = sum(values) / len(values)
    return fields


def growing(assessment: SelfAssessment, by_competence: Mapping[str, float]) -> list[str]:
    """Return the competences below the comparison profile: what can grow."""
    return [
        id
        for id, competence in assessment.competences().items()
        if id in by_competence and by_competence[id] < competence.profile
    ]


def differences(own: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """Return what another sees more (above 0) or less of, where it is a whole place on the scale or more."""
    return {id: other[id] - score for id, score in own.items() if id in other and abs(other[id] - score) >= 1}
