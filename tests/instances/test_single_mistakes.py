"""One mistake in one file is answered with one error, where it stands, and with nothing that only follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent, Problem
from starterspad.quality.checks import check, check_days

from tests.conftest import TODAY
from tests.support.single_mistakes import MISTAKES, Mistake, copy_of_town
from tests.support.trials import trials

_COUNT = min(len(MISTAKES), trials(800))
# Those that are tried now, spread over all kinds, in parts that the workers of a run share.
_TRIED = [MISTAKES[number * len(MISTAKES) // _COUNT] for number in range(_COUNT)]
_PARTS = 8


def findings(root: Path) -> list[Problem]:
    """Return all that `portal check` says of an instance."""
    try:
        catalog = load_catalog(root)
        return sorted({*check(catalog), *check_days(catalog, TODAY)})
    except InvalidContent as invalid:
        return list(invalid.problems)


def is_told(mistake: Mistake, told: list[Problem]) -> bool:
    """Tell whether a mistake is told once, as an error, in its file and on its line."""
    if len(told) != 1 or told[0].severity != "error" or not told[0].remedy:
        return False
    at = told[0].location
    return at.path == (mistake.at or mistake.to or mistake.path) and mistake.first <= at.line <= mistake.last


def test_there_are_mistakes_enough() -> None:
    assert len({(mistake.path, mistake.content, mistake.to) for mistake in MISTAKES}) >= 2000
    assert len({mistake.path for mistake in MISTAKES}) > 40


@pytest.mark.parametrize("part", range(_PARTS))
def test_one_mistake_gives_one_error_where_it_stands(part: int, tmp_path: Path) -> None:
    root, wrong = copy_of_town(tmp_path), []
    for mistake in _TRIED[part::_PARTS]:
        with mistake.made(root):
            told = findings(root)
        if not is_told(mistake, told):
            wrong.append("\n  ".join((f"{mistake.name} (line {mistake.first}):", *map(str, told[:4]))))
    assert not wrong, f"{len(wrong)} mistakes are not told once, where they stand:\n" + "\n".join(wrong)
    assert findings(root) == []
