"""What every command takes: the instance, where the site goes, the day, and the form of the answer."""

from __future__ import annotations

import datetime
import os
from functools import partial
from pathlib import Path

import click

from starterspad.cli.failure import fail

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
    help="The date to build or to judge for, such as 2026-01-31.  [default: SOURCE_DATE_EPOCH, else today in UTC]",
)
# A command adds which there are, json always among them, and its default.
FORMAT = partial(
    click.option,
    "--format",
    "output_format",
    show_default=True,
    help="How to say it; json is for programs, and its key schema counts changes of form.",
)


def date(today: datetime.datetime | None) -> datetime.date:
    """Return the date to build or to judge for: the one asked, SOURCE_DATE_EPOCH's, or today in UTC."""
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
