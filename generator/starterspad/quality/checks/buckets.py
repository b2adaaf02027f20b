"""Buckets can be worked out: their figure exists, their cuts follow each other, and nobody else has their name."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR
from starterspad.content.models.bucket import Bucket
from starterspad.content.problems import Problem, did_you_mean, quoted

CHECK = "bucket"


def check_buckets(catalog: Catalog) -> Iterator[Problem]:
    """Every bucket names a result, has a cut for every figure, and a name of its own."""
    owners: dict[str, str] = {}
    for id, record in catalog.of(CALCULATOR).items():
        outputs = [output.id for output in record.outputs]
        otherwise = {output.id for output in record.outputs if output.otherwise}
        for index, bucket in enumerate(record.buckets):
            place = ("buckets", index)
            if bucket.id in owners:
                message = f"{owners[bucket.id]} has a bucket {quoted(bucket.id)} too"
                at = catalog.location(CALCULATOR.name, id, *place, "id")
                yield Problem(at, message, "conditions could not tell them apart: give each its own id", "id")
            owners[bucket.id] = id
            if bucket.output not in outputs:
                message = f"{quoted(bucket.output)} is no output of this calculator"
                at = catalog.location(CALCULATOR.name, id, *place, "output")
                yield Problem(at, message, did_you_mean(bucket.output, outputs), CHECK)
            for path, message, remedy in _wrong_cuts(bucket, may_be_none=bucket.output in otherwise):
                yield Problem(catalog.location(CALCULATOR.name, id, *place, "cuts", *path), message, remedy, CHECK)


def _wrong_cuts(bucket: Bucket, *, may_be_none: bool) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield where in the cuts, what is wrong, and what to do."""
    names = [cut.id for cut in bucket.cuts]
    figures = [(place, cut) for place, cut in enumerate(bucket.cuts) if not cut.none]
    last = figures[-1][0] if figures else -1
    before = None
    for place, cut in enumerate(bucket.cuts):
        if cut.id in names[:place]:
            yield (place, "id"), f"the id {quoted(cut.id)} stands twice", "give each its own"
        if cut.none and cut.below is not None:
            yield (place, "below"), "where there is no figure, none is below another", "take below or none out"
        if cut.none and not may_be_none:
            yield (place, "none"), f"{quoted(bucket.output)} always has a figure", "take this cut out"
    for place, cut in figures:
        if place == last and cut.below is not None:
            yield (place, "below"), "nothing is said of higher figures", "let the last cut have no below"
        elif place != last and cut.below is None:
            yield (place,), "no figure is left for the cuts behind this one", "write up to where it goes, with below:"
        elif cut.below is not None and before is not None and cut.below <= before:
            yield (place, "below"), "this is not above the cut before it", "write the cuts from low to high"
        before = cut.below if cut.below is not None else before
    if not figures:
        yield (), "no cut holds where there is a figure", "add one without none: true"
    if may_be_none and not any(cut.none for cut in bucket.cuts):
        message = f"{quoted(bucket.output)} may be none, and no cut says what that means"
        yield (), message, "add a cut with none: true"
