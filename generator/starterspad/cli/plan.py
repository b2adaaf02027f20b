"""The plan for some answers."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.failure import fail_with, sound_catalog
from starterspad.cli.formats.problems import json_text
from starterspad.cli.options import FORMAT, ROOT, TODAY, date
from starterspad.content.problems import InvalidContent

if TYPE_CHECKING:
    from starterspad.content.catalog import Catalog
    from starterspad.quality.to_check_again import Aged
    from starterspad.rules.plan import Plan


@click.command()
@ROOT
@TODAY
@click.option(
    "--answers",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="JSON or YAML: {answers: {question: option}}.",
)
@FORMAT(type=click.Choice(["json", "text"]), default="json")
def plan(root: Path, today: datetime.datetime | None, answers: Path, output_format: str) -> None:
    """Print the plan for a file of answers, and what of it is to be checked again."""
    from starterspad.cli.formats.plan import plan_json, plan_lines
    from starterspad.content.yaml import read_yaml
    from starterspad.rules.answers_file import read_answers
    from starterspad.rules.event_dates import moment_of, zone_of
    from starterspad.rules.plan import make_plan

    day = date(today)
    catalog = sound_catalog(root, checked=True)
    try:
        starter_answers = read_answers(read_yaml(answers.absolute(), answers.absolute().parent), catalog)
    except InvalidContent as invalid:
        fail_with(invalid)
    morning = moment_of(day, datetime.time(), zone_of(catalog))
    starter_plan = make_plan(catalog, starter_answers, today=day, moment=morning)
    aged = _aged(catalog, starter_plan, day)
    if output_format == "json":
        click.echo(json_text(plan_json(starter_plan, aged, day)))
    else:
        for line in plan_lines(starter_plan, aged):
            click.echo(line)


def _aged(catalog: Catalog, starter_plan: Plan, day: datetime.date) -> list[Aged]:
    """Return what somebody with this plan reads and that is no longer fresh: steps, their facts, who helps."""
    from starterspad.quality.to_check_again import to_check_again

    tasks = [task.id for task in starter_plan.tasks]
    partners = {service.partner for task in starter_plan.tasks for service in task.services}
    read = {
        "task": set(tasks),
        "fact": {fact for id in tasks for fact in catalog.facts_of("task", id)},
        "partner": partners,
    }
    return [record for record in to_check_again(catalog, day) if record.id in read[record.kind]]
