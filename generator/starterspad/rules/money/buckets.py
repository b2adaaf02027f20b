"""What the figures that somebody filled in mean to conditions; the same in `web/core/money/buckets.js`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from starterspad.content.derived_questions import MONEY
from starterspad.content.models.bucket import Bucket
from starterspad.rules.money.arithmetic import Unknown, Value
from starterspad.rules.money.compiled import Computation
from starterspad.rules.money.evaluate import Filled
from starterspad.rules.money.results import results


def bucket_answers(computations: Mapping[str, Computation], filled: Mapping[str, Filled]) -> dict[str, str]:
    """Return which cut each bucket is in, `money.runway` -> `under-3-months`; what cannot be worked out is left out.

    A calculator in which nothing is filled in says nothing: what it assumes is not hers.
    """
    answers: dict[str, str] = {}
    for id, computation in computations.items():
        if not computation.record.buckets or not filled.get(id):
            continue
        worked_out = results(computations, id, filled)
        for bucket in computation.record.buckets:
            value = worked_out.values[bucket.output]
            assert not isinstance(value, list)
            cut = cut_of(bucket, value, computation.unit_of(bucket.output).scale)
            if cut:
                answers[f"{MONEY}{bucket.id}"] = cut
    return answers


def cut_of(bucket: Bucket, value: Value, scale: Fraction) -> str | None:
    """Return the cut that a figure lies in, or none where it is not known."""
    if isinstance(value, Unknown):
        empty = value.fault == "none" and not value.missing
        return next((cut.id for cut in bucket.cuts if cut.none), None) if empty else None
    return next(
        (cut.id for cut in bucket.cuts if not cut.none and (cut.below is None or value * scale < cut.below)), None
    )
