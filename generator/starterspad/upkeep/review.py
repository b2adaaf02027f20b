"""What a pull request does: what is wrong with what it touches, how its partners look, and what changes for people."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.models.partner import Partner
from starterspad.content.problems import InvalidContent, Problem
from starterspad.quality.checks import check, check_days
from starterspad.rules.proof import prove
from starterspad.upkeep.changed_cards import ChangedCard, changed_cards
from starterspad.upkeep.generated_files import SCHEMAS, stale_files
from starterspad.upkeep.impact import Impact, impact
from starterspad.upkeep.json_schemas import IDS
from starterspad.upkeep.remarks import Remark, remarks

_CONTENT = ("site_config.yml", "content", "partners")
# What is fetched or made in a clone, and belongs to no change.
_MADE = frozenset(
    (
        ".git", ".venv", "node_modules", "site", "build", "__pycache__", ".cache", ".hypothesis", ".mypy_cache",
        ".pytest_cache", ".ruff_cache",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Review:
    """What a change does to an instance.

    `problems` stand in the order in which their author should see them: errors of what the change touches, then
    its warnings, then what lies elsewhere; `before` are those that were there without the change. `changed` are paths
    relative to the instance, `partners` those whose file changed, by id. `impact` is None where one of the two
    instances has errors. `remarks` are all values that differ, in the order in which a person should look at them;
    none where one of the two cannot be read, like the `cards` that read otherwise. `elsewhere` are changed files that
    are no content, and links.
    """

    changed: tuple[str, ...]
    problems: tuple[Problem, ...]
    before: frozenset[Problem]
    partners: dict[str, Partner]
    impact: Impact | None
    remarks: tuple[Remark, ...]
    cards: tuple[ChangedCard, ...]
    elsewhere: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Tell whether the instance with the change has an error, wherever it lies."""
        return any(problem.severity == "error" for problem in self.problems)


def review(base: Path, head: Path, today: datetime.date) -> Review:
    """Compare two copies of an instance, folders: before a change, and with it, both as of `today`.

    Links are not followed. Content that cannot be read becomes problems.
    """
    every = sorted(_changed(base, head))
    changed = tuple(path for path in every if path.partition("/")[0] in _CONTENT)
    before_catalog, before = _checked(base, today)
    catalog, problems = _checked(head, today)
    touched = set(changed)
    order = sorted(
        problems, key=lambda problem: (problem.location.path not in touched, problem.severity != "error", problem)
    )
    partners = catalog.partners if catalog else {}
    return Review(
        changed=changed,
        problems=tuple(order),
        before=frozenset(before),
        partners={id: partner for id, partner in partners.items() if f"partners/{id}.yml" in touched},
        impact=_impact(before_catalog, before, catalog, problems, today),
        remarks=remarks(before_catalog, catalog, today) if before_catalog and catalog else (),
        cards=changed_cards(before_catalog, catalog) if before_catalog and catalog else (),
        elsewhere=tuple(path for path in every if path not in touched),
    )


def _checked(root: Path, today: datetime.date) -> tuple[Catalog | None, list[Problem]]:
    try:
        catalog = load_catalog(root)
        problems = sorted({*check(catalog), *check_days(catalog, today)})
        if not _broken(problems):
            problems = sorted({*problems, *prove(catalog).problems, *stale_files(catalog)})
    except InvalidContent as invalid:
        return None, list(invalid.problems)
    return catalog, problems


def _broken(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _impact(
    before: Catalog | None,
    problems_before: list[Problem],
    after: Catalog | None,
    problems: list[Problem],
    today: datetime.date,
) -> Impact | None:
    if before is None or after is None or _broken(problems_before) or _broken(problems):
        return None
    return impact(before, after, today)


def _changed(base: Path, head: Path) -> set[str]:
    """Return the files that one of the two has otherwise, or alone; links are not followed."""
    old, new = _files(base), _files(head)
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def _files(root: Path) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        for path in folder.iterdir():
            name = path.relative_to(root).as_posix()
            if path.is_symlink():
                contents[f"{name} (a link to {path.readlink()})"] = b""
            elif path.is_dir():
                waiting += [path] if path.name not in _MADE and path.suffix != ".egg-info" else []
            elif path.is_file() and name != f"{SCHEMAS}/{IDS}":
                contents[name] = hashlib.sha256(path.read_bytes()).digest()
    return contents
