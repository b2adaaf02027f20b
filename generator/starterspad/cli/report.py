"""What is missing, and what a month brings."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from starterspad.cli.build import build_site
from starterspad.cli.failure import sound_catalog
from starterspad.cli.formats.problems import json_text
from starterspad.cli.options import FORMAT, OUT, ROOT, TODAY, date


@click.command()
@ROOT
@TODAY
@FORMAT(type=click.Choice(["markdown", "json"]), default="markdown")
def digest(root: Path, today: datetime.datetime | None, output_format: str) -> None:
    """Write the monthly digest: what aged while many read it, and letters that are ready to be sent."""
    from starterspad.cli.formats.digest import digest_json, digest_lines
    from starterspad.upkeep.digest import digest_of

    catalog = sound_catalog(root, checked=True)
    day = date(today)
    month = digest_of(catalog, day)
    if output_format == "json":
        click.echo(json_text(digest_json(month, day)))
    else:
        click.echo("\n".join(digest_lines(month, day)))


@click.command()
@ROOT
@OUT
@TODAY
@FORMAT(type=click.Choice(["text", "json"]), default="text")
def report(root: Path, out: Path | None, today: datetime.datetime | None, output_format: str) -> None:
    """Say what is missing, and what each question decides; as text, builds the site, which has it as a page."""
    from starterspad.cli.formats.reports import report_json, report_lines
    from starterspad.output.gaps_data import gaps_json
    from starterspad.pages.gap_report import Report
    from starterspad.pages.localizer import Localizer
    from starterspad.quality.coverage import coverage_of
    from starterspad.quality.desk_hours import desk_hours
    from starterspad.quality.uncalled import uncalled
    from starterspad.rules.proof import question_values

    day, folder = date(today), out or root / "site"
    catalog = sound_catalog(root, checked=True)
    coverage, questions, hours = coverage_of(catalog), question_values(catalog), desk_hours(catalog)
    if output_format == "json":
        click.echo(json_text(report_json(gaps_json(coverage, day), questions, uncalled(catalog), hours)))
        return
    build_site(root, folder, day)
    language = catalog.site.default_language
    localizer = Localizer(catalog.messages[language], language)
    click.echo("\n".join(report_lines(Report(coverage, localizer, day), questions, uncalled(catalog), hours)))
    click.echo(f"\nThe page: {folder / language / 'gaps' / 'index.html'}. As data: {folder / 'gaps.json'}.")
