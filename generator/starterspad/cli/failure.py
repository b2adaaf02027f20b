"""How a command ends when something is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from starterspad.cli.formats.problems import failure_json, json_text, text
from starterspad.content.problems import InvalidContent

if TYPE_CHECKING:
    from starterspad.content.catalog import Catalog


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
    """Say every problem, and end; who asked for JSON gets it as that, too."""
    if click.get_current_context().params.get("output_format") == "json":
        click.echo(json_text(failure_json(invalid)))
    for problem in invalid.problems:
        click.echo(text(problem), err=True)
    fail(f"{sum(problem.severity == 'error' for problem in invalid.problems)} errors. Nothing was changed.")


def fail(message: str) -> NoReturn:
    """Say what is wrong, and end."""
    click.echo(message, err=True)
    raise SystemExit(1)
