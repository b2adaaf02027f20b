"""`portal`: every command, in the order in which its help names them."""

from __future__ import annotations

import click

from starterspad.cli.build import build, serve
from starterspad.cli.check import check
from starterspad.cli.compare import diff, review
from starterspad.cli.generate import generate, register, schema
from starterspad.cli.links import links
from starterspad.cli.partners import confirm, new
from starterspad.cli.plan import plan
from starterspad.cli.report import digest, report


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="starterspad", prog_name="portal")
def main() -> None:
    """Build and check a starters portal made of YAML.

    Begin with `portal serve` and open the address that it prints.
    """


for command in (
    build,
    serve,
    check,
    plan,
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
