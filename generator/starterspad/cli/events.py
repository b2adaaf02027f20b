"""The dates of events, for people and for other programs."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.failure import fail, fail_for_disk, sound_catalog
from starterspad.cli.formats.problems import json_text
from starterspad.cli.options import FORMAT, ROOT, TODAY, date

if TYPE_CHECKING:
    from starterspad.content.catalog import Catalog
    from starterspad.content.problems import Problem
    from starterspad.intake.events_from_calendar import Proposal

_DAY = click.DateTime(["%Y-%m-%d"])
# Far more than anybody plans: a rule without an end would go on for ever.
_MOST_DAYS = 3700


@click.group()
def events() -> None:
    """Look at what is held when."""


@events.command()
@ROOT
@click.option("--from", "first", type=_DAY, required=True, help="The first day, such as 2026-12-01.")
@click.option("--to", "last", type=_DAY, required=True, help="The last day.")
@FORMAT(type=click.Choice(["text", "json"]), default="text")
def expand(root: Path, first: datetime.datetime, last: datetime.datetime, output_format: str) -> None:
    """Print each date of each event between two days, both included."""
    from starterspad.cli.formats.events import events_json, events_lines

    if last < first:
        fail(f"--to {last:%Y-%m-%d} lies before --from {first:%Y-%m-%d}")
    if (last - first).days > _MOST_DAYS:
        fail("ten years at most: ask for fewer days")
    catalog = sound_catalog(root)
    if output_format == "json":
        click.echo(json_text(events_json(catalog, first.date(), last.date())))
    else:
        click.echo("\n".join(events_lines(catalog, first.date(), last.date())))


@events.command()
@ROOT
@TODAY
@click.option(
    "--calendar",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A calendar as a file, instead of those that partner files name.",
)
@click.option("--partner", help="With --calendar: the id of the organisation that it belongs to.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default="proposals",
    show_default=True,
    help="The folder for the proposed files. Whoever looked at one moves it into content/events/.",
)
def pull(root: Path, today: datetime.datetime | None, calendar: Path | None, partner: str | None, out: Path) -> None:
    """Read the calendars of organisations, and propose their events as files that somebody looks at first."""
    from starterspad.cli.formats.problems import text

    catalog, day = sound_catalog(root), date(today)
    if calendar and partner not in catalog.partners:
        fail("--calendar needs --partner and the id of an organisation that is there")
    sources = {partner: str(calendar)} if calendar and partner else _named(catalog)
    problems: list[Problem] = []
    proposals: list[Proposal] = []
    for id, source in sources.items():
        proposed, wrong = _pulled(catalog, id, source, calendar, day)
        proposals += proposed
        problems += wrong
    try:
        for proposal in proposals:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{proposal.id}.yml").write_text(proposal.text, "utf-8")
            click.echo(f"{out / proposal.id}.yml")
    except OSError as error:
        fail_for_disk(error)
    for problem in problems:
        click.echo(text(problem), err=True)
    click.echo(f"{len(proposals)} events proposed, {len(problems)} left out. Nothing is published by this.")
    if problems:
        raise SystemExit(1)


def _named(catalog: Catalog) -> dict[str, str]:
    return {id: partner.calendar for id, partner in catalog.partners.items() if partner.calendar and partner.helps}


def _pulled(
    catalog: Catalog, partner: str, source: str, file: Path | None, day: datetime.date
) -> tuple[list[Proposal], list[Problem]]:
    from starterspad.content.problems import InvalidContent, Problem
    from starterspad.intake.calendar_text import MOST_BYTES, read_calendar
    from starterspad.intake.events_from_calendar import proposed_events
    from starterspad.quality.fetched import NotFetched, fetched

    try:
        content = file.read_bytes() if file else fetched(source, MOST_BYTES)
        entries, unreadable = read_calendar(content, source)
    except NotFetched as wrong:
        place = catalog.location("partner", partner, "calendar")
        return [], [Problem(place, f"calendar: {wrong.message}", wrong.remedy, "calendar")]
    except InvalidContent as invalid:
        return [], list(invalid.problems)
    except OSError as error:
        fail_for_disk(error)
    proposals, problems = proposed_events(entries, source, partner, catalog, day)
    return proposals, sorted([*unreadable, *problems])
