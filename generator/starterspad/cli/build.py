"""Building a site and serving it."""

from __future__ import annotations

import datetime
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.failure import fail, fail_for_disk, fail_with
from starterspad.cli.options import OUT, ROOT, TODAY, date
from starterspad.content.problems import InvalidContent

if TYPE_CHECKING:
    from starterspad.output.build import SiteReport


@click.command()
@ROOT
@OUT
@TODAY
def build(root: Path, out: Path | None, today: datetime.datetime | None) -> None:
    """Build the whole site."""
    started = time.monotonic()
    report = build_site(root, out or root / "site", date(today))
    _say_report(report, out or root / "site", time.monotonic() - started)


@click.command()
@ROOT
@OUT
@TODAY
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
def serve(root: Path, out: Path | None, today: datetime.datetime | None, host: str, port: int) -> None:
    """Build the site, serve it, and rebuild when a file changes."""
    from jinja2 import TemplateError

    from starterspad.output.serve import Builds, changes, start_server

    folder = (out or root / "site").resolve()
    builds = Builds()
    _say_report(build_site(root, folder, date(today)), folder, None)
    builds.built()
    try:
        start_server(folder, host, port, builds)
    except OSError as error:
        fail(f"port {port} cannot be used ({error.strerror}): choose another with --port")
    click.echo(f"Serving at http://{host}:{port}/ (Ctrl-C stops)")
    for paths in changes(root.resolve(), folder):
        click.echo(f"Changed: {', '.join(path.name for path in paths[:5])}")
        started = time.monotonic()
        try:
            report = build_site(root, folder, date(today))
        except SystemExit:
            continue  # the problems are printed; the last good site stays up
        except (TemplateError, RuntimeError) as error:
            click.echo(f"The templates cannot be rendered: {error}", err=True)
            continue
        _say_report(report, folder, time.monotonic() - started)
        builds.built()


def build_site(root: Path, out: Path, today: datetime.date) -> SiteReport:
    """Build a site, saying how far it is; ends when the content, the folder or the scripts are not fit for it."""
    from rich.console import Console

    from starterspad.output.build import build as build_into
    from starterspad.output.output_folder import UnsafeOutput
    from starterspad.output.script_bundler import ScriptsNotMade
    from starterspad.pages.layout.layouts import LayoutsNotRendered

    console = Console(stderr=True)
    try:
        with console.status("Starting ...") as status:
            return build_into(root, out, today=today, progress=lambda step: status.update(f"{step.capitalize()} ..."))
    except InvalidContent as invalid:
        fail_with(invalid)
    except (UnsafeOutput, ScriptsNotMade, LayoutsNotRendered) as error:
        fail(str(error))
    except OSError as error:
        fail_for_disk(error)


def _say_report(report: SiteReport, out: Path, seconds: float | None) -> None:
    took = f" in {seconds:.1f} s" if seconds is not None else ""
    written = report.written
    click.echo(
        f"Built {report.pages} pages into {out}{took}: {written.written} files written, {written.removed} removed."
    )
    if report.warnings:
        click.echo(f"{len(report.warnings)} warnings: portal check shows them.")
