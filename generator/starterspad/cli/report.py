"""What is missing, and what a month brings."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.build import build_site
from starterspad.cli.failure import sound_catalog
from starterspad.cli.formats.problems import json_text
from starterspad.cli.options import FORMAT, OUT, ROOT, TODAY, date

if TYPE_CHECKING:
    from starterspad.upkeep.digest import Digest


@click.command()
@ROOT
@TODAY
@FORMAT(type=click.Choice(["markdown", "json"]), default="markdown")
@click.option(
    "--mail",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write each letter, and the digest itself, as a mail file (.eml) into this folder, which is new or empty.",
)
def digest(root: Path, today: datetime.datetime | None, output_format: str, mail: Path | None) -> None:
    """Write the monthly digest: what aged while many read it, and letters that are ready to be sent."""
    from starterspad.cli.formats.digest import digest_json, digest_lines
    from starterspad.upkeep.digest import digest_of

    catalog = sound_catalog(root, checked=True)
    day = date(today)
    month = digest_of(catalog, day)
    if mail:
        _write_mail(mail, month, catalog.site.contact, day)
    if output_format == "json":
        click.echo(json_text(digest_json(month, day)))
    else:
        click.echo("\n".join(digest_lines(month, day)))


def _write_mail(folder: Path, month: Digest, contact: str | None, day: datetime.date) -> None:
    """Write the letters that have an address, and the digest for the mailbox of the site, where it has one."""
    from starterspad.cli.formats.digest import digest_lines
    from starterspad.upkeep.mail_files import mail_file

    if folder.exists() and any(folder.iterdir()):
        # Letters of another month beside these would be sent a second time.
        raise click.BadParameter(f"{folder} is not empty: name a new folder.", param_hint="--mail")
    (folder / "letters").mkdir(parents=True)
    letters = [letter for letter in month.letters if letter.address]
    files = {f"letters/{letter.partner}": (letter.address, letter.subject, letter.text) for letter in letters}
    if contact:
        title, *lines = digest_lines(month, day)
        files["digest"] = (contact, title.removeprefix("# "), "\n".join(lines).strip())
    for name, (to, subject, text) in files.items():
        mail = mail_file(to=to, sender=contact, subject=subject, text=text, day=day)
        (folder / f"{name}.eml").write_bytes(mail)
    click.echo(f"Wrote {len(files)} mail files into {folder}. Nothing was sent.", err=True)


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
