"""Judging content: what is wrong, what a change does, what is missing."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli import formats
from starterspad.cli.build import build_site
from starterspad.cli.common import OUT, ROOT, TODAY, date, fail_with, sound_catalog
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
    from starterspad.rules.plan import make_plan, read_answers

    catalog = sound_catalog(root, checked=True)
    try:
        given = read_answers(read_yaml(answers.absolute(), answers.absolute().parent), catalog)
    except InvalidContent as invalid:
        fail_with(invalid)
    click.echo(json.dumps(make_plan(catalog, given).as_json(), indent=2))


@click.command()
@click.argument("base", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("head", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
def diff(base: Path, head: Path, form: str) -> None:
    """Say what a change does to people: BASE and HEAD are the instance before and after it."""
    from starterspad.rules.plan import read_personas
    from starterspad.upkeep.impact import impact

    before, after = (sound_catalog(root, checked=True) for root in (base, head))
    try:
        found = impact(before, after, read_personas(head))
    except InvalidContent as invalid:
        fail_with(invalid)
    if form == "json":
        click.echo(json.dumps(formats.impact_json(found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(formats.impact_lines(found, markdown=form == "markdown")))


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

    found = review_change(base, head)
    for line in formats.review_annotations(found):
        click.echo(line)
    if summary:
        with summary.open("a", encoding="utf-8") as file:
            file.write("\n".join(formats.review_lines(found)) + "\n")
    raise SystemExit(1 if found.failed else 0)


@click.command()
@ROOT
@OUT
@TODAY
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def report(root: Path, out: Path | None, today: datetime.datetime | None, form: str) -> None:
    """Say what is missing, and what each question decides; builds the site, which has it as a page and as JSON."""
    from starterspad.pages.gaps import Report, gaps_json
    from starterspad.pages.localizer import Localizer
    from starterspad.quality.coverage import coverage_of
    from starterspad.rules.proof import question_values

    day, folder = date(today), out or root / "site"
    catalog = sound_catalog(root, checked=True)
    coverage, questions = coverage_of(catalog), question_values(catalog)
    if form == "json":
        found = gaps_json(coverage, day) | {"questions": formats.questions_json(questions)}
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    build_site(root, folder, day)
    language = catalog.site.default_language
    localizer = Localizer(catalog.messages[language], language)
    click.echo("\n".join(formats.report_lines(Report(coverage, localizer, day), questions)))
    click.echo(f"\nThe page: {folder / language / 'gaps' / 'index.html'}. As data: {folder / 'gaps.json'}.")
