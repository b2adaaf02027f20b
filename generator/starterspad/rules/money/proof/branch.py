"""What is known in a branch of a formula, because the condition above it holds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starterspad.rules.money.proof.assumptions import Assumption
from starterspad.rules.money.proof.ranges import Range


@dataclass
class Branch:
    """What is known in a branch of conditions: of parts, by their key and month.

    `before` it stands what held outside.
    """

    before: Branch | None = None
    assumptions: Mapping[tuple[int, int], list[Assumption]] = field(default_factory=dict)
    known: dict[tuple[int, int], Range | None] = field(default_factory=dict)
    depth: int = 0

    def __post_init__(self) -> None:
        self.keys = {key for key, _ in self.assumptions}

    def below(self, assumptions: list[Assumption]) -> Branch:
        """Return a branch of this one in which more is known."""
        by_place: dict[tuple[int, int], list[Assumption]] = {}
        for assumption in assumptions:
            by_place.setdefault(assumption.place, []).append(assumption)
        return Branch(self, by_place, depth=self.depth + 1)
