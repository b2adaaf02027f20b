"""The items of an answer that is a list, with the mark that this or that program put before each."""

from __future__ import annotations

import re

# More than anybody chooses of a form; what is judged one by one has an end.
MOST_ITEMS = 100
_UNTICKED = re.compile(r"(?:[-*•] )?(?:\[ ?\]|[☐□❏])\s+")
_TICKED = re.compile(r"(?:[-*•] )?(?:\[[xX]\]|[☑☒✓✔✅])\s+")
# Programs write other marks than the dash of the form: dots, arrows, the letter o, letters of a font of signs, numbers.
_MARKED = re.compile(r"(?:[^\w\s(\"'«“”‘’„\[\\]{1,2}|o|[0-9]{1,3}[.)])\s+")
_WHOLE = re.compile(r"\([a-z][a-z0-9-]*\)$")
# A form of the repository's host writes what was chosen on one line: One (one), Other (other).
_BETWEEN = re.compile(r"(?<=\)), ")


def ticked(lines: list[str]) -> list[str] | None:
    """Return the items that are ticked of boxes; nothing where the lines hold no box."""
    boxes = any(_TICKED.match(line) or _UNTICKED.match(line) for line in lines)
    return list_items(lines) if boxes else None


def list_items(lines: list[str]) -> list[str]:
    """Return the items of a list; a line without a mark goes on with the item above it, unless that one is whole.

    An item is whole where its id stands behind it: a program may have taken the marks away.
    """
    items: list[str] = []
    passed_over = False
    for line in filter(None, lines):
        mark = _TICKED.match(line) or _MARKED.match(line)
        if _UNTICKED.match(line):
            passed_over = True
        elif mark:
            items.append(line[mark.end() :])
            passed_over = False
        elif passed_over:
            continue
        elif items and not _WHOLE.search(items[-1]):
            items[-1] += f" {line}"
        else:
            items += _BETWEEN.split(line) if line.endswith(")") else [item.strip() for item in line.split(",")]
    return [item for item in items if item]
