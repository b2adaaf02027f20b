"""A formula in words: the labels of what it works with, and what it does with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from starterspad.content.messages import Messages
from starterspad.content.units import PURE
from starterspad.pages.figure_words import figure_words
from starterspad.rules.money.compiled import plain
from starterspad.rules.money.formula import Node

_SIGNS: Mapping[str, tuple[str, int]] = {
    "or": ("", 1),
    "and": ("", 2),
    "lt": ("<", 4),
    "le": ("≤", 4),
    "gt": (">", 4),
    "ge": ("≥", 4),
    "eq": ("=", 4),
    "ne": ("≠", 4),
    "add": ("+", 5),
    "sub": ("−", 5),
    "mul": ("×", 6),
    "div": ("÷", 6),
}
# How closely what is no sign holds together: words end where a comma or a bracket says so.
_LOOSE, _CLOSE = 0, 9
_OVER_MONTHS = ("sum", "last", "running", "earlier")
# What each is called over all months, and where it leaves digits.
_EXTREMES = {"min": "min_month", "max": "max_month"}
_ROUNDED = {"round": "round_digits", "round_up": "round_up_digits", "round_down": "round_down_digits"}


class FormulaWords:
    """Says formulas of one calculator in one language; `name` says an input, a step or a fact.

    Where `chosen` says which way a condition went, only that way is said.
    """

    def __init__(
        self,
        messages: Messages,
        name: Callable[[str], Markup],
        chosen: Callable[[Node], bool | None] = lambda _: None,
    ) -> None:
        self.messages = messages
        self.name = name
        self.chosen = chosen
        self.months = 0

    def of(self, node: Node) -> Markup:
        """Return a formula as safe HTML."""
        return self._words(node)[0]

    def _words(self, node: Node) -> tuple[Markup, int]:
        """Return the words of a part, and how closely they hold together."""
        if node.op in _SIGNS:
            return self._between(node)
        if node.op in ("number", "fact"):
            return self._number(node), _CLOSE
        if node.op == "name":
            return self.name(node.name), _CLOSE
        if node.op in ("month", "before", "none"):
            return self._say(node.op), _CLOSE
        if node.op == "if":
            return self._choice(node)
        # Inside what looks at every month, a condition goes another way in each.
        every = node.op in _OVER_MONTHS or (node.op in _EXTREMES and len(node.of) == 1)
        self.months += every
        parts = [self._inside(part, _LOOSE) for part in node.of]
        self.months -= every
        if node.op == "neg":
            return Markup("−{}").format(self._inside(node.of[0], _CLOSE)), 7
        if node.op == "not":
            return self._say("not", x=self._inside(node.of[0], 4)), 3
        if node.op in _EXTREMES:
            return self._say(node.op if len(parts) > 1 else _EXTREMES[node.op], items=Markup("; ").join(parts)), _LOOSE
        if node.op in _ROUNDED:
            digits = int(node.of[1].number or 0)
            x = self._inside(node.of[0], 5)
            return self._say(_ROUNDED[node.op] if digits else node.op, x=x, digits=digits), _LOOSE
        if node.op == "power":
            x, times = (self._inside(part, _CLOSE) for part in node.of)
            return self._say("power", x=x, times=times), 7
        if node.op == "running":
            return self._say("running", start=parts[0], step=parts[1]), _LOOSE
        if node.op == "earlier":
            return self._say("earlier", x=parts[0], count=int(node.of[1].number or 1), first=parts[2]), _LOOSE
        return self._say(node.op, x=parts[0]), _LOOSE

    def _choice(self, node: Node) -> tuple[Markup, int]:
        """Say both ways, each marked for the browser, which shows the one that is taken; or that one alone."""
        way = None if self.months else self.chosen(node.of[0])
        if way is not None:
            return self._words(node.of[1 if way else 2])
        condition, yes, no = (self._inside(part, _LOOSE) for part in node.of)
        marked = (Markup("<span data-way>{}</span>").format(part) for part in (yes, no))
        both = self._say("if", condition=condition, yes=next(marked), no=next(marked))
        return Markup("<span data-choice>{}</span>").format(both), _LOOSE

    def _between(self, node: Node) -> tuple[Markup, int]:
        sign, closeness = _SIGNS[node.op]
        # What is taken off or divided by stands in brackets where it has a sign of the same kind.
        left = self._inside(node.of[0], closeness)
        right = self._inside(node.of[1], closeness + (node.op in ("sub", "div")))
        if not sign:
            return self._say(node.op, left=left, right=right), closeness
        return Markup("{} {} {}").format(left, sign, right), closeness

    def _inside(self, node: Node, closeness: int) -> Markup:
        words, own = self._words(node)
        return words if own >= closeness else Markup("({})").format(words)

    def _number(self, node: Node) -> Markup:
        assert node.number is not None
        value = plain(node.number)
        if node.op == "fact" and node.name:
            return self.name(node.name)
        return escape(figure_words(value, PURE, self.messages) if "/" not in value else value)

    def _say(self, key: str, count: int = 0, **parts: object) -> Markup:
        """Fill parts into a sentence; the sentence is escaped, and so are parts that are no HTML yet."""
        places = {part: f"{{{part}}}" for part in parts}
        sentence = str(escape(self.messages.format(f"formula.{key}", **{"count": count, **places})))
        filled = {name: str(escape(part)) for name, part in parts.items()}
        return Markup(re.sub(r"\{(\w+)\}", lambda place: filled[place[1]], sentence))  # noqa: S704  # all is escaped
