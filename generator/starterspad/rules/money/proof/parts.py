"""Formulas made ready for the proof: equal parts bear one number, whatever they are called."""

from __future__ import annotations

from dataclasses import dataclass, field

from starterspad.rules.money.compiled import Computation
from starterspad.rules.money.formula import Node

Key = int


@dataclass(frozen=True)
class Part:
    """A part of a formula: `key` is the same for all that mean the same, `timed` tells that it changes with the month.

    `needs` holds the keys of all that it is made of, through the steps that it names; `running` tells that it holds
    what was before, so that its key and its month do not say what it comes to.
    """

    node: Node
    of: tuple[Part, ...]
    key: Key
    timed: bool
    needs: frozenset[Key]
    running: bool


@dataclass
class Parts:
    """All parts of a calculator; the name of a step means its formula."""

    computation: Computation
    steps: dict[str, Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._keys: dict[object, Key] = {}
        for step in self.computation.steps.values():
            self.steps[step.id] = self.part(step.formula, step.id)

    def key(self, *meaning: object) -> Key:
        """Return the number of what something means."""
        return self._keys.setdefault(meaning, len(self._keys))

    def known(self, *meaning: object) -> Key | None:
        """Return the number of a meaning that some part has."""
        return self._keys.get(meaning)

    def part(self, node: Node, step: str) -> Part:
        """Return a part of the formula of a step."""
        of = tuple(self.part(inner, step) for inner in node.of)
        needs = frozenset().union(*(inner.needs for inner in of))
        timed = node.op in ("month", "before", "earlier", "running") or any(inner.timed for inner in of)
        if node.op in ("sum", "last") or (node.op in ("min", "max") and len(of) == 1):
            timed = of[0].running
        if node.op == "name":
            inner = self.steps.get(node.name)
            timed = self.computation.monthly(node.name)
            key = self.key("input", node.name) if inner is None else inner.key
            needs = inner.needs if inner else frozenset((key,))
        elif node.op == "before":
            key = self.key("before", step)
        elif node.op == "running":
            key = self.key("running", step)
        else:
            key = self.key(node.op, node.number, node.name, *(inner.key for inner in of))
        running = node.op == "before" or any(inner.running for inner in of)
        return Part(node, of, key, timed, needs | {key}, running)
