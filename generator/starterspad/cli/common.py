"""What every command shares: its options, and how it ends when something is wrong."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from starterspad.cli import formats
from starterspad.content.problems import InvalidContent

if TYPE_CHECKING:
    from starterspad.content.catalog import Catalog

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default="the current folder",
    help="The instance: the folder with site_config.yml, content/ and partners/.",
)
OUT = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes.  [default: site/ in the instance]",
)
TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date to build for, such as 2026-01-31.  [default: SOURCE_DATE_EPOCH, else today in UTC]",
)


def date(today: datetime.datetime | None) -> datetime.date:
    """Return the date to build for: the one asked, SOURCE_DATE_EPOCH's, or today in UTC."""
    if today:
        return today.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    if not epoch.isdecimal():
        fail(f"SOURCE_DATE_EPOCH must be a number of seconds, not {epoch!r}")
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (OverflowError, OSError, ValueError):
        fail(f"SOURCE_DATE_EPOCH is no moment in time: {epoch}")


def sound_catalog(root: Path, *, checked: bool = False) -> Catalog:
    """Read an instance; ends, saying every problem, when a record has an error, or when `checked` ones find one."""
    from starterspad.content.loader import load_catalog
    from starterspad.content.problems import raise_errors
    from starterspad.quality.checks import check

    try:
        catalog = load_catalog(root)
        raise_errors(check(catalog) if checked else catalog.problems)
    except InvalidContent as invalid:
        fail_with(invalid)
    return catalog


def fail_with(invalid: InvalidContent) -> NoReturn:
    """Say every problem, and end."""
    for problem in invalid.problems:
        click.echo(formats.text(problem), err=True)
    fail(f"{sum(problem.severity == 'error' for problem in invalid.problems)} errors. Nothing was changed.")


def fail(message: str) -> NoReturn:
    """Say what is wrong, and end."""
    click.echo(message, err=True)
    raise SystemExit(1)
