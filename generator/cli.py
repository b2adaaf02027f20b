"""The command line: the only room that prints."""

from __future__ import annotations

import datetime
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator import formats
from generator.problems import InvalidContent

if TYPE_CHECKING:
    from generator.catalog import Catalog
    from generator.models.partner import LeftOut
    from generator.proof import Proof
    from generator.site import SiteReport

_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default="the current folder",
    help="The instance: the folder with site_config.yml, content/ and partners/.",
)
_OUT = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes.  [default: site/ in the instance]",
)
_TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date to build for, such as 2026-01-31.  [default: SOURCE_DATE_EPOCH, else today in UTC]",
)

_SCHEMAS = ["site", "phases", "questions", "task", "guide", "page", "partner", "left-out"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="starterspad", prog_name="portal")
def main() -> None:
    """Build and check a starters portal made of YAML.

    Begin with `portal serve` and open the address that it prints.
    """


@main.command()
@_ROOT
@_OUT
@_TODAY
def build(root: Path, out: Path | None, today: datetime.datetime | None) -> None:
    """Build the whole site."""
    started = time.monotonic()
    report = _build(root, out or root / "site", _date(today))
    _say_report(report, out or root / "site", time.monotonic() - started)


@main.command()
@_ROOT
@_OUT
@_TODAY
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
def serve(root: Path, out: Path | None, today: datetime.datetime | None, host: str, port: int) -> None:
    """Build the site, serve it, and rebuild when a file changes."""
    from jinja2 import TemplateError

    from generator.serve import Builds, changes, start_server

    folder = (out or root / "site").resolve()
    builds = Builds()
    _say_report(_build(root, folder, _date(today)), folder, None)
    builds.built()
    try:
        start_server(folder, host, port, builds)
    except OSError as error:
        _fail(f"port {port} cannot be used ({error.strerror}): choose another with --port")
    click.echo(f"Serving at http://{host}:{port}/ (Ctrl-C stops)")
    for paths in changes(root.resolve(), folder):
        click.echo(f"Changed: {', '.join(path.name for path in paths[:5])}")
        started = time.monotonic()
        try:
            report = _build(root, folder, _date(today))
        except SystemExit:
            continue  # the problems are printed; the last good site stays up
        except (TemplateError, RuntimeError) as error:
            click.echo(f"The templates cannot be rendered: {error}", err=True)
            continue
        _say_report(report, folder, time.monotonic() - started)
        builds.built()


@main.command()
@_ROOT
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@click.option("--prove", is_flag=True, help="Reason over every profile that the questionnaire can lead to.")
def check(root: Path, form: str, prove: bool) -> None:
    """Check the content: every problem at once, with its place and remedy, and who is left out, and why."""
    from generator.catalog import load_catalog
    from generator.checks import check as check_catalog
    from generator.checks import unknown_facts

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
            proof = _prove(catalog)
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


@main.command()
@_ROOT
@click.option(
    "--answers",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="JSON or YAML: {answers: {question: option}}.",
)
def plan(root: Path, answers: Path) -> None:
    """Print the plan for a file of answers, as JSON."""
    from generator.catalog import load_catalog
    from generator.checks import check as check_catalog
    from generator.planning import make_plan, read_answers
    from generator.problems import raise_errors
    from generator.source import read_yaml

    try:
        catalog = load_catalog(root)
        raise_errors(check_catalog(catalog))
        given = read_answers(read_yaml(answers.absolute(), answers.absolute().parent), catalog)
    except InvalidContent as invalid:
        _fail_with(invalid)
    click.echo(json.dumps(make_plan(catalog, given).as_json(), indent=2))


@main.command()
@click.argument("base", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("head", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
def diff(base: Path, head: Path, form: str) -> None:
    """Say what a change does to people: BASE and HEAD are the instance before and after it."""
    from generator.catalog import load_catalog
    from generator.checks import check as check_catalog
    from generator.planning import read_personas
    from generator.problems import raise_errors
    from generator.proof import impact

    try:
        before, after = load_catalog(base), load_catalog(head)
        for catalog in (before, after):
            raise_errors(check_catalog(catalog))
        found = impact(before, after, read_personas(head))
    except InvalidContent as invalid:
        _fail_with(invalid)
    if form == "json":
        click.echo(json.dumps(formats.impact_json(found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(formats.impact_lines(found, markdown=form == "markdown")))


@main.command()
@_ROOT
def register(root: Path) -> None:
    """Add every id that is new to the registry of published ids, content/published.yml."""
    from generator.catalog import load_catalog
    from generator.problems import raise_errors
    from generator.registry import REGISTRY, registered

    try:
        catalog = load_catalog(root)
        raise_errors(catalog.problems)
    except InvalidContent as invalid:
        _fail_with(invalid)
    (root / REGISTRY).write_text(registered(catalog), "utf-8")
    click.echo(f"Wrote {REGISTRY}. Commit it.")


@main.command()
@_ROOT
@click.argument(
    "name",
    required=False,
    type=click.Choice(["site", "phases", "questions", "task", "guide", "page", "partner", "left-out"]),
)
def schema(root: Path, name: str | None) -> None:
    """Print the JSON Schema of one kind of content file, or of all."""
    from generator.catalog import load_catalog
    from generator.problems import raise_errors
    from generator.schemas import json_schemas

    try:
        catalog = load_catalog(root)
        raise_errors(catalog.problems)
        schemas = json_schemas(catalog)
    except InvalidContent as invalid:
        _fail_with(invalid)
    click.echo(json.dumps(schemas[name] if name else schemas, indent=2, ensure_ascii=False))


def _prove(catalog: Catalog) -> Proof:
    from generator.proof import prove

    return prove(catalog)


def _build(root: Path, out: Path, today: datetime.date) -> SiteReport:
    from rich.console import Console

    from generator.site import build as build_site
    from generator.site.output import UnsafeOutput

    console = Console(stderr=True)
    try:
        with console.status("Starting ...") as status:
            return build_site(root, out, today=today, progress=lambda step: status.update(f"{step.capitalize()} ..."))
    except InvalidContent as invalid:
        _fail_with(invalid)
    except UnsafeOutput as unsafe:
        _fail(str(unsafe))


def _date(today: datetime.datetime | None) -> datetime.date:
    """Return the date to build for: the one asked, SOURCE_DATE_EPOCH's, or today in UTC."""
    if today:
        return today.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    if not epoch.isdecimal():
        _fail(f"SOURCE_DATE_EPOCH must be a number of seconds, not {epoch!r}")
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (OverflowError, OSError, ValueError):
        _fail(f"SOURCE_DATE_EPOCH is no moment in time: {epoch}")


def _say_report(report: SiteReport, out: Path, seconds: float | None) -> None:
    took = f" in {seconds:.1f} s" if seconds is not None else ""
    written = report.written
    click.echo(
        f"Built {report.pages} pages into {out}{took}: {written.written} files written, {written.removed} removed."
    )
    if report.warnings:
        click.echo(f"{len(report.warnings)} warnings: portal check shows them.")


def _fail_with(invalid: InvalidContent) -> NoReturn:
    for problem in invalid.problems:
        click.echo(formats.text(problem), err=True)
    _fail(f"{sum(problem.severity == 'error' for problem in invalid.problems)} errors. Nothing was changed.")


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(1)
