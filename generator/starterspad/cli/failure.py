"""How a command ends when something is wrong."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from starterspad.cli.formats.problems import failure_json, json_text, text
from starterspad.content.problems import InvalidContent

if TYPE_CHECKING:
    import datetime

    from starterspad.content.catalog import Catalog

_NO_ROOM = "make room on the disk, then try again"
_NO_LEAVE = "let this user read and write there, or choose another place"
_REMEDIES = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EACCES: _NO_LEAVE,
    errno.EPERM: _NO_LEAVE,
    errno.EROFS: "this disk can only be read, so choose another place",
}


def sound_catalog(root: Path, *, checked: bool = False, today: datetime.date | None = None) -> Catalog:
    """Read an instance, with facts as they hold on a day, or as they are written.

    Ends, saying every problem, when a record has an error, or when `checked` ones find one.
    """
    from starterspad.content.loader import load_catalog
    from starterspad.content.problems import raise_errors
    from starterspad.quality.checks import check

    try:
        catalog = load_catalog(root, today)
        raise_errors(check(catalog) if checked else catalog.problems)
    except InvalidContent as invalid:
        fail_with(invalid)
    return catalog


def fail_with(invalid: InvalidContent) -> NoReturn:
    """Say every problem, and end; who asked for JSON gets it as that, too."""
    if click.get_current_context().params.get("output_format") == "json":
        click.echo(json_text(failure_json(invalid)))
    for problem in invalid.problems:
        click.echo(text(problem), err=True)
    fail(f"{sum(problem.severity == 'error' for problem in invalid.problems)} errors. Nothing was changed.")


def fail_for_disk(error: OSError) -> NoReturn:
    """Say what the machine refused, and where, and end."""
    place = error.filename2 or error.filename
    where = f"{os.fsdecode(place)}: " if isinstance(place, str | bytes | os.PathLike) else ""
    remedy = _REMEDIES.get(error.errno or 0, "mend that, then try again")
    fail(f"{where}{error.strerror or error} - {remedy}.")


def fail(message: str) -> NoReturn:
    """Say what is wrong, and end."""
    click.echo(message, err=True)
    raise SystemExit(1)
