"""The plan of an entrepreneurs' meeting from the command line."""

from __future__ import annotations

from collections.abc import Callable

import click

from starterspad.cli.formats.problems import json_text, printable
from starterspad.cli.options import FORMAT
from starterspad.content.problems import quoted
from starterspad.rules.speed_dates import MOST_ALUMNI, MOST_CANDIDATES, MOST_MINUTES


def _count(most: int, what: str) -> Callable[[click.Context, click.Parameter, str | None], int | None]:
    """Return what reads a whole number from 1 to a limit; what is none ends in words for who is no developer."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        written = value.strip()
        # A number of a million digits is no number of people either.
        if written.isascii() and written.isdecimal() and len(written) < 10 and 1 <= int(written) <= most:
            return int(written)
        shown = printable(quoted(written[:40]))
        raise click.BadParameter(f"{what}: write a whole number from 1 to {most}, not {shown}", ctx, param)

    return read


@click.command("speed-dates")
@click.option(
    "--candidates",
    metavar="NUMBER",
    callback=_count(MOST_CANDIDATES, "how many people come to ask"),
    required=True,
    help="How many ask.",
)
@click.option(
    "--alumni",
    metavar="NUMBER",
    callback=_count(MOST_ALUMNI, "how many people come to tell"),
    required=True,
    help="How many tell.",
)
@click.option(
    "--minutes",
    metavar="NUMBER",
    callback=_count(MOST_MINUTES, "how many minutes a round takes"),
    default="5",
    show_default=True,
    help="How long a round takes.",
)
@click.option(
    "--size",
    metavar="NUMBER",
    callback=_count(MOST_CANDIDATES, "how many candidates sit at a table"),
    help="The most candidates at a table; 1 for talks of two.  [default: as many as leave nobody waiting]",
)
@click.option(
    "--rounds",
    "most_rounds",
    metavar="NUMBER",
    callback=_count(MOST_CANDIDATES, "how many rounds there are time for"),
    help="The most rounds.  [default: until everybody met everybody]",
)
@FORMAT(type=click.Choice(["text", "json"]), default="text")
def speed_dates(
    candidates: int, alumni: int, minutes: int, size: int | None, most_rounds: int | None, output_format: str
) -> None:
    """Plan who talks to whom at an entrepreneurs' meeting.

    Candidates sit in small groups, each at a table of its own. Every round another alumnus sits down with them; nobody
    meets the same alumnus twice.
    """
    from starterspad.cli.formats.speed_dates import speed_dates_json, speed_dates_lines

    answer = speed_dates_json(candidates, alumni, minutes, size, most_rounds)
    for line in [json_text(answer)] if output_format == "json" else speed_dates_lines(answer):
        click.echo(line)
