"""A style sheet as a tree of rules, of which those that nothing needs can be left out.

It reads what people write into a sheet and what a minifier makes of it: rules, nested ones below `@media` and its like,
and statements. What a rule holds is not read, only kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

# A text between quotation marks and an address, in which a bracket closes nothing.
_SKIPPED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|url\((?![\"'])[^)]*\)|\\.", re.DOTALL)
_MARK = re.compile(rf"{_SKIPPED.pattern}|[{{}};]", re.DOTALL)
_DECLARATION = re.compile(rf"(?:{_SKIPPED.pattern}|[^;\"'])+", re.DOTALL)
# Below these stand rules; below any other (`@font-face`, `@keyframes`, `@page`) what belongs to the rule.
_HOLDS_RULES = re.compile(r"@(?:media|supports|layer|container)\b")


@dataclass(frozen=True)
class Rule:
    """What stands before the bracket, and what stands in it: rules, or what is declared; a statement has neither."""

    head: str
    rules: tuple[Rule, ...] = ()
    declared: str | None = None

    def __str__(self) -> str:
        if self.rules:
            return f"{self.head}{{{written(self.rules)}}}"
        return f"{self.head};" if self.declared is None else f"{self.head}{{{self.declared}}}"


def written(rules: Iterable[Rule]) -> str:
    """Return rules as a sheet says them."""
    return "".join(map(str, rules))


def rules_of(style: str) -> tuple[Rule, ...]:
    """Read a sheet without comments."""
    return tuple(_rules(style))


def _rules(style: str) -> Iterator[Rule]:
    start = 0
    while start < len(style):
        mark = _next_mark(style, start)
        if mark is None:
            break
        head = style[start : mark.start()].strip()
        if mark[0] == ";":
            yield Rule(head)
            start = mark.end()
            continue
        end = _closing(style, mark.end())
        inside = style[mark.end() : end]
        yield Rule(head, tuple(_rules(inside))) if _HOLDS_RULES.match(head) else Rule(head, declared=inside)
        start = end + 1


def _next_mark(style: str, start: int) -> re.Match[str] | None:
    return next((mark for mark in _MARK.finditer(style, start) if mark[0] in "{;"), None)


def _closing(style: str, start: int) -> int:
    depth = 1
    for mark in _MARK.finditer(style, start):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if not depth:
            return mark.start()
    raise ValueError("a bracket that nothing closes")


def only(rules: Iterable[Rule], needed: Callable[[str], bool]) -> tuple[Rule, ...]:
    """Return rules with those of their selectors that `needed` tells are; a rule without any is left out."""
    return tuple(_only(rules, needed))


def _only(rules: Iterable[Rule], needed: Callable[[str], bool]) -> Iterator[Rule]:
    for rule in rules:
        if _HOLDS_RULES.match(rule.head) and rule.declared is None:
            inside = only(rule.rules, needed)
            if inside:
                yield replace(rule, rules=inside)
        elif rule.head.startswith("@"):
            yield rule
        else:
            selectors = [selector for selector in split(rule.head) if needed(selector)]
            if selectors:
                yield replace(rule, head=",".join(selectors))


def split(selectors: str) -> Sequence[str]:
    """Return the selectors of a list; a comma between brackets parts none."""
    parts, depth, start = [], 0, 0
    for mark in re.finditer(rf"{_SKIPPED.pattern}|[(),\[\]]", selectors):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(mark[0], 0)
        if mark[0] == "," and not depth:
            parts.append(selectors[start : mark.start()])
            start = mark.end()
    return [part.strip() for part in (*parts, selectors[start:])]


def without_unused(rules: Sequence[Rule], elsewhere: str) -> tuple[Rule, ...]:
    """Return rules without the variables and the moves that neither they nor `elsewhere`, another sheet, use."""
    while True:
        said = written(rules) + elsewhere
        used = set(re.findall(r"var\(\s*(--[\w-]+)", said)) | set(re.findall(r"(?<=animation)[^;}]*", said))
        moves = " ".join(name for name in used if not name.startswith("--"))
        left = tuple(_used(rules, used, set(re.findall(r"[\w-]+", moves))))
        if left == tuple(rules):
            return left
        rules = left


def _used(rules: Iterable[Rule], variables: Collection[str], moves: Collection[str]) -> Iterator[Rule]:
    for rule in rules:
        if rule.rules:
            if inside := tuple(_used(rule.rules, variables, moves)):
                yield replace(rule, rules=inside)
        elif rule.declared is None:
            yield rule
        elif rule.head.startswith("@keyframes"):
            if rule.head.split()[-1] in moves:
                yield rule
        else:
            declared = [part for part in _DECLARATION.findall(rule.declared) if _is_used(part, variables)]
            if declared:
                yield replace(rule, declared=";".join(declared))


def _is_used(declaration: str, variables: Collection[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return bool(name) and (not name.startswith("--") or name in variables)


def selectors_of(rules: Iterable[Rule]) -> Iterator[tuple[str, int]]:
    """Yield the selectors of rules, each with how much of the sheet it and what it says take."""
    for rule in rules:
        if rule.rules:
            yield from selectors_of(rule.rules)
        elif not rule.head.startswith("@"):
            selectors = split(rule.head)
            shared = len(rule.declared or "") // len(selectors)
            yield from ((selector, len(selector) + shared + 1) for selector in selectors)
