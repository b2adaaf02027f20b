"""What differs between two contents, value by value, for a terminal, for a pull request and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, cast

from starterspad.cli.formats.problems import plain, printable
from starterspad.upkeep.record_changes import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from starterspad.content.yaml import Tree
    from starterspad.upkeep.record_changes import RecordChange
    from starterspad.upkeep.remarks import Remark

_LONGEST = 90
_AROUND = 24
# What says most of a record that is new, in this order.
_TELLING = (
    "name", "title", "website", "phone", "email", "page", "url", "registration", "day", "rule", "organiser", "value",
    "helps_with", "tasks", "partners", "when", "cost", "area", "text", "source",
)  # fmt: skip


Json = str | list[object] | dict[str, object] | None


class ChangeJson(TypedDict):
    """One value that differs."""

    file: str
    line: int
    record: str
    """kind/id"""
    key: str
    """the path inside the record, with ids for places in lists; empty where the whole record comes or goes"""
    before: Json
    after: Json
    """values as the file has them, all scalars as text; null where there is none"""
    kind: ChangeKind
    """what such a value is for people"""
    alarms: list[str]
    """what is remarkable in it"""


def changes_json(remarks: Iterable[Remark]) -> list[ChangeJson]:
    """Write what differs, for a program."""
    return [
        {
            "file": remark.change.location.path,
            "line": remark.change.location.line,
            "record": remark.change.record,
            "key": remark.change.key,
            "before": cast("Json", remark.change.before),
            "after": cast("Json", remark.change.after),
            "kind": remark.change.kind,
            "alarms": list(remark.alarms),
        }
        for remark in remarks
    ]


def change_lines(remarks: Iterable[Remark], *, markdown: bool) -> Iterator[str]:
    """Write what differs, a line each."""
    for remark in remarks:
        line = _words(remark.change)
        if remark.alarms:
            line = f"{'; '.join(remark.alarms)}. {line}"
        yield plain(line) if markdown else printable(line)


def _words(change: RecordChange) -> str:
    at = f"{change.record} {change.key}".strip()
    if change.before is None and not change.key:
        return f"{at} is new: {_cut(', '.join(_telling(change.after)), 2 * _LONGEST)}"
    if change.after is None and not change.key:
        return f"{at} was: {_cut(', '.join(_telling(change.before)), 2 * _LONGEST)}"
    before, after = _value(change.before), _value(change.after)
    same = _common(before, after) if max(len(before), len(after)) > _LONGEST else 0
    start = max(same - _AROUND, 0)
    mark = "…" if start else ""
    return f"{at}: {_cut(mark + before[start:], _LONGEST)} → {_cut(mark + after[start:], _LONGEST)}"


def _common(before: str, after: str) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (old, new) in pairs if old != new), min(len(before), len(after)))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _value(tree: Tree | None) -> str:
    if tree is None:
        return "nothing"
    if isinstance(tree, str):
        return " ".join(tree.split())
    if isinstance(tree, list):
        return ", ".join(map(_value, tree))
    return ", ".join(f"{key}: {_value(value)}" for key, value in tree.items())


def _telling(tree: Tree | None) -> Iterator[str]:
    """Yield what says most of a record, once each."""
    by_key: dict[str, dict[str, None]] = {}
    waiting = [tree]
    while waiting:
        piece = waiting.pop(0)
        if isinstance(piece, dict):
            for key, value in piece.items():
                if key in _TELLING:
                    by_key.setdefault(key, {})[_value(value)] = None
                else:
                    waiting.append(value)
        elif isinstance(piece, list):
            waiting += piece
    for key in _TELLING:
        yield from (f"{key} {value}" for value in by_key.get(key, {}))
