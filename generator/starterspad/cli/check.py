"""Judging content: what is wrong, what holds for everybody, who is left out."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.formats.problems import json_text
from starterspad.cli.options import FORMAT, ROOT, TODAY, date
from starterspad.content.problems import InvalidContent

if TYPE_CHECKING:
    from starterspad.cli.formats.check import Findings
    from starterspad.rules.proof import Proof


@click.command()
@ROOT
@TODAY
@FORMAT(type=click.Choice(["text", "github", "json"]), default="text")
@click.option("--prove", is_flag=True, help="Reason over every profile that the questionnaire can lead to.")
def check(root: Path, today: datetime.datetime | None, output_format: str, prove: bool) -> None:
    """Check the content: every problem at once, with its place and remedy, and who is left out, and why."""
    from starterspad.cli.formats.check import check_json, check_lines

    day = date(today)
    findings = _find(root, day, prove)
    if output_format == "json":
        click.echo(json_text(check_json(findings, day)))
    else:
        for line in check_lines(findings, annotated=output_format == "github"):
            click.echo(line)
    raise SystemExit(1 if findings.errors else 0)


def _find(root: Path, day: datetime.date, prove: bool) -> Findings:
    from starterspad.cli.formats.check import Findings
    from starterspad.content.kinds import CALCULATOR
    from starterspad.content.loader import load_catalog
    from starterspad.quality.checks import check as check_catalog
    from starterspad.quality.checks import check_days, unknown_facts

    try:
        catalog = load_catalog(root)
        problems = sorted({*check_catalog(catalog), *check_days(catalog, day)})
        summary = f"{len(catalog.tasks)} tasks, {len(catalog.partners)} partners, {len(catalog.services())} services."
        proof: Proof | None = None
        if prove and not any(problem.severity == "error" for problem in problems):
            from starterspad.rules.money.proof import prove_calculators
            from starterspad.rules.proof import prove as prove_catalog

            proof = prove_catalog(catalog)
            problems = sorted({*problems, *proof.problems, *prove_calculators(catalog)})
            calculators = len(catalog.of(CALCULATOR))
            and_of = f" and {calculators} calculators" if calculators else ""
            summary = f"{summary} Proved for {proof.profiles:,} profiles{and_of}."
    except InvalidContent as invalid:
        return Findings(invalid.problems, {}, (), "", None)
    return Findings(problems, unknown_facts(catalog), tuple(catalog.left_out.values()), summary, proof)
