"""What is missing, and what a month brings."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import click

from starterspad.cli import formats
from starterspad.cli.build import build_site
from starterspad.cli.failure import sound_catalog
from starterspad.cli.options import OUT, ROOT, TODAY, date


@click.command()
@ROOT
@TODAY
def digest(root: Path, today: datetime.datetime | None) -> None:
    """Write the monthly digest in Markdown: what aged while many read it, and letters that are ready to be sent."""
    from starterspad.upkeep.digest import digest_of

    catalog = sound_catalog(root, checked=True)
    day = date(today)
    click.echo("\n".join(formats.digest_lines(digest_of(catalog, day), day)))


@click.command()
@ROOT
@OUT
@TODAY
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def report(root: Path, out: Path | None, today: datetime.datetime | None, form: str) -> None:
    """Say what is missing, and what each question decides; builds the site, which has it as a page and as JSON."""
    from starterspad.output.gaps_data import gaps_json
    from starterspad.pages.gaps import Report
    from starterspad.pages.localizer import Localizer
    from starterspad.quality.coverage import coverage_of
    from starterspad.rules.proof import question_values

    day, folder = date(today), out or root / "site"
    catalog = sound_catalog(root, checked=True)
    coverage, questions = coverage_of(catalog), question_values(catalog)
    if form == "json":
        gaps = gaps_json(coverage, day) | {"questions": formats.questions_json(questions)}
        click.echo(json.dumps(gaps, ensure_ascii=False))
        return
    build_site(root, folder, day)
    language = catalog.site.default_language
    localizer = Localizer(catalog.messages[language], language)
    click.echo("\n".join(formats.report_lines(Report(coverage, localizer, day), questions)))
    click.echo(f"\nThe page: {folder / language / 'gaps' / 'index.html'}. As data: {folder / 'gaps.json'}.")
