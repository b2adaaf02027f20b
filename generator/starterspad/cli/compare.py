"""What a change does: to people, and as a pull request."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from starterspad.cli.failure import sound_catalog
from starterspad.cli.formats.problems import json_text
from starterspad.cli.options import FORMAT, ROOT, TODAY, date

_BASE = click.argument("base", type=click.Path(exists=True, file_okay=False, path_type=Path))
_HEAD = click.argument("head", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))


@click.command()
@_BASE
@_HEAD
@ROOT
@TODAY
@FORMAT(type=click.Choice(["text", "markdown", "json"]), default="text")
def diff(base: Path, head: Path | None, root: Path, today: datetime.datetime | None, output_format: str) -> None:
    """Say what a change does to people: BASE and HEAD are the instance before and after it.

    HEAD is --root where it is left out.
    """
    from starterspad.cli.formats.changes import change_lines, changes_json
    from starterspad.cli.formats.impact import DiffJson, impact_json, impact_lines
    from starterspad.upkeep.impact import impact
    from starterspad.upkeep.remarks import remarks

    day, changed = date(today), head or root
    before, after = (sound_catalog(side, checked=True) for side in (base, changed))
    change_impact = impact(before, after, day)
    differing, markdown = remarks(before, after, day), output_format == "markdown"
    if output_format == "json":
        report: DiffJson = {**impact_json(change_impact, day), "changes": changes_json(differing)}
        click.echo(json_text(report))
    else:
        click.echo("\n".join(change_lines(differing, markdown=markdown)))
        click.echo("\n".join(impact_lines(change_impact, markdown=markdown)))


@click.command()
@_BASE
@_HEAD
@ROOT
@TODAY
@FORMAT(type=click.Choice(["github", "markdown", "json"]), default="github")
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Add all that was found to this file, in Markdown.",
)
def review(
    base: Path,
    head: Path | None,
    root: Path,
    today: datetime.datetime | None,
    output_format: str,
    summary: Path | None,
) -> None:
    """Judge a pull request: BASE and HEAD are the instance before it and with it.

    HEAD is --root where it is left out. Annotates lines, for GitHub, unless another format is asked for.
    """
    from starterspad.cli.formats.review import review_annotations, review_json, review_lines
    from starterspad.upkeep.review import review as review_change

    day = date(today)
    change_review = review_change(base, head or root, day)
    if output_format == "json":
        click.echo(json_text(review_json(change_review, day)))
    else:
        write = review_annotations if output_format == "github" else review_lines
        click.echo("\n".join(write(change_review)))
    if summary:
        with summary.open("a", encoding="utf-8") as file:
            file.write("\n".join(review_lines(change_review)) + "\n")
    raise SystemExit(1 if change_review.failed else 0)
