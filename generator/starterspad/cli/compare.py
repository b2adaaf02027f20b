"""What a change does: to people, and as a pull request."""

from __future__ import annotations

import json
from pathlib import Path

import click

from starterspad.cli import formats
from starterspad.cli.failure import fail_with, sound_catalog
from starterspad.content.problems import InvalidContent


@click.command()
@click.argument("base", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("head", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
def diff(base: Path, head: Path, form: str) -> None:
    """Say what a change does to people: BASE and HEAD are the instance before and after it."""
    from starterspad.rules.personas import read_personas
    from starterspad.upkeep.impact import impact

    before, after = (sound_catalog(root, checked=True) for root in (base, head))
    try:
        change_impact = impact(before, after, read_personas(head))
    except InvalidContent as invalid:
        fail_with(invalid)
    if form == "json":
        click.echo(json.dumps(formats.impact_json(change_impact), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(formats.impact_lines(change_impact, markdown=form == "markdown")))


@click.command()
@click.argument("base", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("head", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Add all that was found to this file, in Markdown.",
)
def review(base: Path, head: Path, summary: Path | None) -> None:
    """Judge a pull request: BASE and HEAD are the instance before it and with it. Annotates lines, for GitHub."""
    from starterspad.upkeep.review import review as review_change

    change_review = review_change(base, head)
    for line in formats.review_annotations(change_review):
        click.echo(line)
    if summary:
        with summary.open("a", encoding="utf-8") as file:
            file.write("\n".join(formats.review_lines(change_review)) + "\n")
    raise SystemExit(1 if change_review.failed else 0)
