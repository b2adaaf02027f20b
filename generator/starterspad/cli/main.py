"""`portal`: every command, in the order in which its help names them."""

from __future__ import annotations

import errno

import click

from starterspad.cli.build import build, serve
from starterspad.cli.calculate import calculate
from starterspad.cli.check import check
from starterspad.cli.compare import diff, review
from starterspad.cli.events import events
from starterspad.cli.failure import fail_for_disk
from starterspad.cli.generate import generate, register, schema
from starterspad.cli.links import links
from starterspad.cli.partners import confirm, new
from starterspad.cli.plan import plan
from starterspad.cli.records import record_commands
from starterspad.cli.report import digest, report
from starterspad.cli.speed_dates import speed_dates


class _Portal(click.Group):
    """Says what the machine refuses, whatever the command, in a sentence instead of a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # who reads the answer has enough of it, as `head` does
                raise
            fail_for_disk(error)


@click.group(cls=_Portal, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="starterspad", prog_name="portal")
def main() -> None:
    """Build and check a starters portal made of YAML.

    Begin with `portal serve` and open the address that it prints.
    """


for command in record_commands():
    new.add_command(command)
for command in (
    build,
    serve,
    check,
    plan,
    calculate,
    events,
    speed_dates,
    diff,
    review,
    report,
    digest,
    links,
    new,
    confirm,
    register,
    generate,
    schema,
):
    main.add_command(command)
