"""Changing one record in the text of its file: only the lines of what changes become others.

The browser does the same (`web/core/intake/record-lines.js`); a test holds both to each other.
"""

from __future__ import annotations

from typing import TypedDict

from pydantic import BaseModel

from starterspad.content.place import Place
from starterspad.content.yaml import Tree
from starterspad.intake.form_fields import bare_keys, key_order
from starterspad.intake.partner_writer import write_record


class LinesJson(TypedDict):
    """Where a record stands in the text of its file; lines count from 0, and an end is the line behind."""

    first: int
    end: int
    indent: int
    """how many spaces stand before its keys"""
    keys: list[tuple[str, int, int]]
    """each key with its first line and its end; none where two keys share a line"""


def record_lines(place: Place, text: str) -> LinesJson:
    """Return where a record stands in the text of its file; blank lines and comments behind it are no part of it."""
    lines, known, tree = text.split("\n"), place.source.lines, place.tree
    assert isinstance(tree, dict)
    starts = sorted((known[(*place.prefix, key)] - 1, key) for key in tree)
    first = starts[0][0]
    indent = len(lines[first]) - len(lines[first].lstrip(" -"))
    end = _trimmed(lines, first, _following(place, len(lines)), indent)
    keys: list[tuple[str, int, int]] = []
    if len({start for start, _ in starts}) == len(starts) and lines[first][indent] != "{":
        behind = [*(start for start, _ in starts[1:]), end]
        keys = [
            (key, at, _trimmed(lines, at, next_at, indent)) for (at, key), next_at in zip(starts, behind, strict=True)
        ]
    return {"first": first, "end": end, "indent": indent, "keys": keys}


def _following(place: Place, count: int) -> int:
    """Return the line on which the next record of the list begins, or the end of the file."""
    if not place.prefix:
        return count
    *outer, index = place.prefix
    return place.source.lines.get((*outer, int(index) + 1), count + 1) - 1


def _trimmed(lines: list[str], first: int, end: int, indent: int) -> int:
    """Leave out blank lines and comments at the end; what stands deeper than the keys belongs to a text."""
    while end > first + 1:
        line = lines[end - 1]
        deeper = len(line) - len(line.lstrip(" ")) > indent
        if line.strip() and (deeper or not line.lstrip(" ").startswith("#")):
            break
        end -= 1
    return end


def with_record(text: str, at: LinesJson, old: dict[str, Tree], new: dict[str, Tree], model: type[BaseModel]) -> str:
    """Return the text of a file with a record changed: keys that differ are written anew, all else stays as it is.

    `old` and `new` are the record before and after, `model` that of its kind.
    """
    lines, order = text.split("\n"), key_order(model)[""]
    bare, indent = frozenset(bare_keys(model)), " " * at["indent"]

    def written(part: dict[str, Tree]) -> list[str]:
        block = write_record(part, key_order(model), bare).removesuffix("\n").split("\n")
        return [f"{indent}{line}" for line in block]

    made: list[str] = []
    cursor = at["first"]
    for key, start, end in at["keys"]:
        made += lines[cursor:start]
        if key in new:
            made += lines[start:end] if new[key] == old[key] else written({key: new[key]})
        for added in new:
            if added not in old and _before(added, order, old) == key:
                made += written({added: new[added]})
        cursor = end
    if not at["keys"]:
        made = written(new)
    # A record of a list begins with a dash.
    made[0] = lines[at["first"]][: at["indent"]] + made[0][at["indent"] :]
    return "\n".join([*lines[: at["first"]], *made, *lines[at["end"] :]])


def with_new_record(text: str, record: dict[str, Tree], model: type[BaseModel]) -> str:
    """Return the text of a file of a list with a record behind the others; `text` holds its first line at least."""
    first, *rest = write_record(record, key_order(model), frozenset(bare_keys(model))).removesuffix("\n").split("\n")
    before = text.rstrip("\n")
    return "\n".join([before, f"- {first}", *(f"  {line}" for line in rest), ""])


def _before(key: str, order: list[str], old: dict[str, Tree]) -> str:
    """Return the key of a record behind which a new one is written, by the order of the model; else its last one."""
    before = [other for other in order[: order.index(key)] if other in old] if key in order else []
    return before[-1] if before else list(old)[-1]
