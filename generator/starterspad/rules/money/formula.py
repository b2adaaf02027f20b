"""The language of formulas: from a line of text to a tree of parts.

A reader of our own instead of Python's: its numbers stay the digits that stand there, and its errors are for people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from starterspad.content.limits import FORMULA_LIMITS
from starterspad.content.models.calculator import FUNCTIONS
from starterspad.content.problems import did_you_mean, quoted
from starterspad.content.units import PURE, Unit, WrongUnit, read_unit
from starterspad.rules.money.calculator_json import OpJson
from starterspad.rules.money.formula_tokens import FormulaFault, Token, tokens

_COMPARED: dict[str, OpJson] = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge", "==": "eq", "!=": "ne"}
_ADDED: dict[str, OpJson] = {"+": "add", "-": "sub"}
_MULTIPLIED: dict[str, OpJson] = {"*": "mul", "/": "div"}
# How many arguments each function takes, and what they are.
_ARGUMENTS: dict[str, tuple[int, int, str]] = {
    "if": (3, 3, "if(condition, then, otherwise)"),
    "min": (1, 12, "min(a, b)"),
    "max": (1, 12, "max(a, b)"),
    "round": (2, 2, "round(amount, 2)"),
    "round_up": (2, 2, "round_up(amount, 0)"),
    "round_down": (2, 2, "round_down(amount, 0)"),
    "sum": (1, 1, "sum(of_each_month)"),
    "last": (1, 1, "last(of_each_month)"),
    "power": (2, 2, "power(growth, 12)"),
    "running": (2, 2, "running(start, before + in - out)"),
    "earlier": (3, 3, "earlier(of_each_month, 1, in_the_first)"),
}
_BOOLEANS = ("lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not")


@dataclass(frozen=True)
class Node:
    """A part of a formula: what it does, and with what.

    `number` is a literal as formulas see it, `unit` what it counts; None where a zero fits everywhere. `name` is that
    of an input, a step or a fact.
    """

    op: OpJson
    of: tuple[Node, ...] = ()
    number: Fraction | None = None
    unit: Unit | None = PURE
    name: str = ""

    @property
    def holds(self) -> bool:
        """Tell whether it is a condition and no figure."""
        return self.op in _BOOLEANS

    def walk(self) -> Iterator[Node]:
        """Yield it and every part inside it."""
        yield self
        for part in self.of:
            yield from part.walk()


def read_formula(text: str) -> Node:
    """Read a formula; raises `FormulaFault`."""
    node = _Reader(list(tokens(text))).whole()
    if sum(1 for _ in node.walk()) > FORMULA_LIMITS["parts"]:
        raise FormulaFault(f"the formula has more than {FORMULA_LIMITS['parts']} parts", "make two steps of it")
    return node


class _Reader:
    """Reads tokens from left to right, what binds closest first."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.place = 0
        self.depth = 0

    def whole(self) -> Node:
        node = self.either()
        if self.place < len(self.tokens):
            raise FormulaFault(f"{self.next_words()} cannot stand here", "write an operator, such as +, in between")
        return node

    def either(self) -> Node:
        self.depth += 1
        if self.depth > FORMULA_LIMITS["depth"]:
            raise FormulaFault("too many brackets inside brackets", "make a step of the inner part")
        node = self.chain(self.both, lambda token: "or" if token == Token("name", "or") else None)
        self.depth -= 1
        return node

    def both(self) -> Node:
        return self.chain(self.negated, lambda token: "and" if token == Token("name", "and") else None)

    def negated(self) -> Node:
        if self.take("name", "not"):
            return Node("not", (self.compared(),))
        return self.compared()

    def compared(self) -> Node:
        left = self.added()
        op = _COMPARED.get(self.sign())
        if op is None:
            return left
        self.place += 1
        node = Node(op, (left, self.added()))
        if self.sign() in _COMPARED:
            raise FormulaFault("one comparison follows another", "write a < b and b < c")
        return node

    def added(self) -> Node:
        return self.chain(self.multiplied, lambda token: _ADDED.get(token.text) if token.kind == "sign" else None)

    def multiplied(self) -> Node:
        return self.chain(self.signed, lambda token: _MULTIPLIED.get(token.text) if token.kind == "sign" else None)

    def chain(self, inner: Callable[[], Node], op_of: Callable[[Token], OpJson | None]) -> Node:
        node = inner()
        while self.place < len(self.tokens) and (op := op_of(self.tokens[self.place])):
            self.place += 1
            node = Node(op, (node, inner()))
        return node

    def signed(self) -> Node:
        if self.take("sign", "-"):
            return Node("neg", (self.atom(),))
        return self.atom()

    def atom(self) -> Node:
        if self.place >= len(self.tokens):
            raise FormulaFault("the formula ends too early", "write what comes after the last sign")
        token = self.tokens[self.place]
        self.place += 1
        if token.kind == "number":
            return self.number(token.text)
        if token.kind == "name":
            if self.take("sign", "("):
                return self.function(token.text)
            return _word(token.text)
        if token == Token("sign", "("):
            node = self.either()
            self.close()
            return node
        self.place -= 1
        raise FormulaFault(f"{self.next_words()} cannot stand here", "write a number or a name before it")

    def number(self, digits: str) -> Node:
        if len(digits) > 18:
            raise FormulaFault(f"{quoted(digits)} has too many digits", "write 18 at most")
        value = Fraction(digits)
        if self.take("sign", "%"):
            return Node("number", (), value / 100)
        if self.place < len(self.tokens) and self.tokens[self.place].kind == "unit":
            self.place += 1
            try:
                unit = read_unit(self.tokens[self.place - 1].text)
            except WrongUnit as fault:
                raise FormulaFault(str(fault), fault.remedy) from None
            return Node("number", (), value / unit.scale, unit.pure)
        return Node("number", (), value, PURE if value else None)

    def function(self, name: str) -> Node:
        if name == "fact":
            token = self.tokens[self.place] if self.place < len(self.tokens) else None
            if token is None or token.kind != "text":
                raise FormulaFault("fact needs the id of a fact", 'write fact("its-id")')
            self.place += 1
            self.close()
            return Node("fact", (), None, None, token.text)
        if name not in _ARGUMENTS:
            raise FormulaFault(f"unknown function {quoted(name)}", did_you_mean(name, FUNCTIONS))
        parts = [self.either()]
        while self.take("sign", ","):
            parts.append(self.either())
        self.close()
        least, most, form = _ARGUMENTS[name]
        if not least <= len(parts) <= most:
            wanted = f"{least}" if least == most else f"{least} to {most}"
            raise FormulaFault(
                f"{name} has {len(parts)} parts between its brackets, and needs {wanted}", f"write {form}"
            )
        op: OpJson = name  # type: ignore[assignment]  # each of _ARGUMENTS is one
        return Node(op, tuple(parts))

    def close(self) -> None:
        if not self.take("sign", ")"):
            what = "the formula ends" if self.place >= len(self.tokens) else f"{self.next_words()} stands"
            raise FormulaFault(f"{what} where a closing bracket belongs", "close each bracket that is opened")

    def take(self, kind: str, text: str) -> bool:
        if self.place < len(self.tokens) and self.tokens[self.place] == Token(kind, text):
            self.place += 1
            return True
        return False

    def sign(self) -> str:
        token = self.tokens[self.place] if self.place < len(self.tokens) else None
        return token.text if token and token.kind == "sign" else ""

    def next_words(self) -> str:
        token = self.tokens[self.place]
        return quoted(f"[{token.text}]" if token.kind == "unit" else token.text)


def _word(name: str) -> Node:
    if name == "month":
        return Node("month")
    if name == "before":
        return Node("before")
    if name == "none":
        return Node("none")
    if name in FUNCTIONS or name in ("and", "or", "not"):
        form = _ARGUMENTS.get(name, (0, 0, "a condition, such as a > b and c > d"))[2]
        raise FormulaFault(f"{quoted(name)} stands alone", f"write {form}")
    return Node("name", (), None, None, name)
