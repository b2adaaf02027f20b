"""The plan for some answers."""

from __future__ import annotations

import json
from pathlib import Path

import click

from starterspad.cli.failure import fail_with, sound_catalog
from starterspad.cli.options import ROOT
from starterspad.content.problems import InvalidContent


@click.command()
@ROOT
@click.option(
    "--answers",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="JSON or YAML: {answers: {question: option}}.",
)
def plan(root: Path, answers: Path) -> None:
    """Print the plan for a file of answers, as JSON."""
    from starterspad.content.yaml import read_yaml
    from starterspad.rules.answers_file import read_answers
    from starterspad.rules.plan import make_plan

    catalog = sound_catalog(root, checked=True)
    try:
        starter_answers = read_answers(read_yaml(answers.absolute(), answers.absolute().parent), catalog)
    except InvalidContent as invalid:
        fail_with(invalid)
    click.echo(json.dumps(make_plan(catalog, starter_answers).as_json(), indent=2))
