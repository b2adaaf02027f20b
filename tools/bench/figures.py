"""Says what was measured, each figure beside its bar. Nothing is judged here: a bar stands there to be read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

_WIDTH = 62


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def say(what: str, value: str, bar: str = "") -> None:
    """Print one figure."""
    print(f"{what:<{_WIDTH}} {value}{f'  (bar: {bar})' if bar else ''}", flush=True)


def spread(values: Sequence[float], unit: str, digits: int = 0) -> str:
    """Return what stands in the middle of some values, and the most of them."""
    return f"{median(values):.{digits}f} {unit} in the middle, {max(values):.{digits}f} {unit} at most"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows below each other, their columns as wide as they need."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join((first, *others)).rstrip(), flush=True)


def exponent(sizes: tuple[int, int], costs: tuple[float, float]) -> float:
    """Return with which power of the size a cost grows: 1 is linear, 2 quadratic, 0 does not grow."""
    return math.log(costs[1] / costs[0]) / math.log(sizes[1] / sizes[0])


def kilobytes(amount: float) -> str:
    return f"{amount / 1000:.1f} kB"


def megabytes(amount: float) -> str:
    return f"{amount / 1_000_000:,.0f} MB"
