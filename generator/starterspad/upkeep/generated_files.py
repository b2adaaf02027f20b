"""The files of the repository that follow from the content: schemas for editors, forms and owners for its host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.models.site import Owners
from starterspad.content.problems import Location, Problem
from starterspad.intake import issue_forms, issue_templates
from starterspad.upkeep.json_schemas import IDS, known_ids, model_schemas

SCHEMAS = "schemas"
# Where each host looks for who must agree.
OWNERS = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS"}
_MADE = "# portal generate writes this file, from owners in site_config.yml."
# What each host asks who opens an issue, and where.
_ISSUES = {"github": issue_forms.issue_forms, "gitlab": issue_templates.issue_templates}
_ISSUE_FOLDERS = {"github": issue_forms.FOLDER, "gitlab": issue_templates.FOLDER}
# What a city changes: content maintainers may merge it.
_CONTENT = ("content", "partners", SCHEMAS)


def generated_files(catalog: Catalog) -> dict[str, str]:
    """Return path -> text of every file that `portal generate` writes and git keeps; writes nothing.

    Paths are relative to the repository. Nothing in them follows from how many records there are of a kind that
    grows: two branches that each add a partner or a step write the same.
    """
    files = {f"{SCHEMAS}/{name}.json": _json(schema) for name, schema in model_schemas().items()}
    # It says of itself that it is kept out, wherever the instance has its repository.
    files[f"{SCHEMAS}/.gitignore"] = f"# Made by portal generate for your own editor.\n/{IDS}\n"
    forge = catalog.site.forge
    files |= _ISSUES[forge](catalog)
    if catalog.site.owners:
        files[OWNERS[forge]] = _owners(catalog.site.owners, (*_CONTENT, _ISSUE_FOLDERS[forge]))
    return files


def stale_files(catalog: Catalog) -> Iterator[Problem]:
    """Name each file of an instance that is not what `portal generate` would write; nothing where it keeps none.

    Warnings: who changes content need not run the command. On the main branch `portal generate --check` insists.
    """
    kept = generated_files(catalog)
    if any((catalog.root / name).is_file() for name in kept):
        for name, text in kept.items():
            if _read(catalog.root / name) != text:
                yield _stale(name, "is not what follows from the content")
        yield from (_stale(name, "follows from nothing any more") for name in left_over(catalog))


def left_over(catalog: Catalog) -> list[str]:
    """Return the generated files that an instance has and that follow from nothing in it.

    Schemas of kinds that are no more, and owners and issue forms of the host or the city that it was copied from.
    """
    kept = generated_files(catalog)
    schemas = [f"{SCHEMAS}/{path.name}" for path in (catalog.root / SCHEMAS).glob("*.json") if path.name != IDS]
    owners = [name for name in OWNERS.values() if (_read(catalog.root / name) or "").startswith(_MADE)]
    folders = (catalog.root / folder for folder in _ISSUE_FOLDERS.values())
    asked = [path.relative_to(catalog.root).as_posix() for folder in folders for path in folder.glob("*.*")]
    made = (issue_forms.MADE, issue_templates.MADE)
    issues = [name for name in asked if (_read(catalog.root / name) or "").startswith(made)]
    return sorted({*schemas, *owners, *issues} - kept.keys())


def _stale(name: str, what: str) -> Problem:
    remedy = "run portal generate and commit what it wrote; a maintainer does that once this is merged"
    return Problem(Location(name), f"this generated file {what}", remedy, "stale", "warning")


def _read(path: Path) -> str | None:
    # A link leads to what nobody wrote here; what is no text is not what was written either.
    return path.read_text("utf-8", "replace") if path.is_file() and not path.is_symlink() else None


def files_of_editor(catalog: Catalog) -> dict[str, str]:
    """Return path -> text of what `portal generate` writes for the editor of whoever runs it, and git passes over."""
    return {f"{SCHEMAS}/{IDS}": _json(known_ids(catalog))}


def _json(schema: object) -> str:
    # A line for each value, so that changes are seen, and no spaces: half the size.
    return json.dumps(schema, indent=0, separators=(",", ":"), ensure_ascii=False) + "\n"


def _owners(owners: Owners, content: tuple[str, ...]) -> str:
    """Say who must agree before a pull request is merged: the last line that fits a file counts."""
    lines = [_MADE, f"* {' '.join(owners.code)}"]
    return "\n".join((*lines, *(f"/{path}/ {' '.join(owners.content)}" for path in content))) + "\n"
