"""`portal` as a maintainer calls it."""

from __future__ import annotations

from click.testing import CliRunner, Result
from starterspad.cli.main import main


def portal(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])
