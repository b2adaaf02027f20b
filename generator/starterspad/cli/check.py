"""Judging content: what is wrong, what a change does, what is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli import formats
from starterspad.cli.options import ROOT
from starterspad.content.problems import InvalidContent

if TYPE_CHECKING:
    from starterspad.content.models.partner import LeftOut
    from starterspad.rules.proof import Proof


@click.command()
@ROOT
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@click.option("--prove", is_flag=True, help="Reason over every profile that the questionnaire can lead to.")
def check(root: Path, form: str, prove: bool) -> None:
    """Check the content: every problem at once, with its place and remedy, and who is left out, and why."""
    from starterspad.content.loader import load_catalog
    from starterspad.quality.checks import check as check_catalog
    from starterspad.quality.checks import unknown_facts

    proof: Proof | None = None
    unknown: dict[str, int] = {}
    left_out: dict[str, LeftOut] = {}
    summary = ""
    try:
        catalog = load_catalog(root)
        problems = check_catalog(catalog)
        unknown = unknown_facts(catalog)
        left_out = dict(catalog.left_out)
        summary = f"{len(catalog.tasks)} tasks, {len(catalog.partners)} partners, {len(catalog.services())} services."
        if prove and not any(problem.severity == "error" for problem in problems):
            from starterspad.rules.proof import prove as prove_catalog

            proof = prove_catalog(catalog)
            problems = sorted({*problems, *proof.problems})
            summary = f"{summary} Proved for {proof.profiles:,} profiles."
    except InvalidContent as invalid:
        problems = list(invalid.problems)
    errors = sum(problem.severity == "error" for problem in problems)
    if form == "json":
        report = {
            "schema": 1,
            "problems": [formats.problem_json(problem) for problem in problems],
            "not_known": unknown,
            "left_out": [record.model_dump() for record in left_out.values()],
            **({"proof": formats.proof_json(proof)} if proof else {}),
        }
        click.echo(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        for problem in problems:
            click.echo(formats.github(problem) if form == "github" else formats.text(problem))
        if left_out:
            click.echo(f"Left out ({len(left_out)}):")
        for record in left_out.values():
            click.echo(f"  {formats.printable(record.name)}: {formats.printable(record.reason)}")
        counts = ", ".join(f"{name} {count}" for name, count in unknown.items() if count)
        if counts:
            click.echo(f"Not known of services: {counts}.")
        click.echo(f"{summary} {errors} errors, {len(problems) - errors} warnings.".strip())
    raise SystemExit(1 if errors else 0)
