"""A calculator worked out from the command line."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.failure import fail, fail_with, sound_catalog
from starterspad.cli.formats.problems import json_text, printable
from starterspad.cli.options import FORMAT, ROOT, TODAY, date
from starterspad.content.problems import InvalidContent, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starterspad.rules.money.compiled import Computation
    from starterspad.rules.money.results import Results


@click.command()
@click.argument("calculator", required=False)
@ROOT
@TODAY
@click.option(
    "--inputs",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='JSON: {"input": number}. What is left out counts as the calculator says; null is not known.',
)
@click.option("--list", "listed", is_flag=True, help="Say which calculators there are, with inputs, units and limits.")
@FORMAT(type=click.Choice(["text", "json"]), default="text")
def calculate(
    calculator: str | None,
    root: Path,
    today: datetime.datetime | None,
    inputs: Path | None,
    listed: bool,
    output_format: str,
) -> None:
    """Work a CALCULATOR out, exactly, for a file of what is filled in."""
    from starterspad.cli.formats.calculate import calculation_json, calculation_lines, listing_json, listing_lines

    day = date(today)
    computations = _computations(root, day)
    if listed == (calculator is not None):
        fail("Name a calculator, or ask for --list.")
    if listed:
        listing = listing_json(computations)
        for line in [json_text(listing)] if output_format == "json" else listing_lines(listing):
            click.echo(line)
        return
    if calculator not in computations:
        remedy = did_you_mean(calculator or "", computations)
        fail(f"There is no calculator {printable(quoted(calculator))}. {printable(remedy)}".strip())
    worked_out = _worked_out(computations, calculator or "", inputs)
    calculation = calculation_json(worked_out, day)
    for line in [json_text(calculation)] if output_format == "json" else calculation_lines(calculation):
        click.echo(line)


def _computations(root: Path, day: datetime.date) -> dict[str, Computation]:
    """Make every calculator of an instance ready; ends, saying every problem, where something of them is wrong."""
    from starterspad.content.kinds import CALCULATOR
    from starterspad.content.models.calculator import in_order
    from starterspad.content.problems import raise_errors
    from starterspad.quality.checks.calculators import check_calculators
    from starterspad.rules.money.compiler import compiled

    catalog = sound_catalog(root, today=day)
    try:
        raise_errors(check_calculators(catalog))
    except InvalidContent as invalid:
        fail_with(invalid)
    return {id: compiled(catalog, id) for id in in_order(catalog.of(CALCULATOR))}


def _worked_out(computations: Mapping[str, Computation], id: str, inputs: Path | None) -> Results:
    from starterspad.rules.money.inputs_file import read_inputs
    from starterspad.rules.money.results import results

    try:
        filled = read_inputs(inputs, computations[id]) if inputs else {}
    except InvalidContent as invalid:
        fail_with(invalid)
    return results(computations, id, {id: filled})
