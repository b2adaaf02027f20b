"""Building a site and serving it."""

from __future__ import annotations

import datetime
import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.failure import fail, fail_for_disk, fail_with
from starterspad.cli.options import OUT, ROOT, TODAY, date
from starterspad.content.problems import InvalidContent

if TYPE_CHECKING:
    from starterspad.output.build import SiteReport
    from starterspad.output.build_memory import BuildMemory
    from starterspad.output.output_folder import Audience


@click.command()
@ROOT
@OUT
@TODAY
def build(root: Path, out: Path | None, today: datetime.datetime | None) -> None:
    """Build the whole site, and say where it is near to what a free host takes."""
    from starterspad.output.host_limits import HOSTS, limits_neared, site_size

    started = time.monotonic()
    folder = out or root / "site"
    _say_report(build_site(root, folder, date(today)), folder, time.monotonic() - started)
    limits = limits_neared(site_size(folder), HOSTS)
    for sentence in limits:
        click.echo(f"Warning: {sentence}", err=True)
    if limits:
        click.echo("docs/hosting.md says which host takes more.", err=True)


@click.command()
@ROOT
@OUT
@TODAY
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
def serve(root: Path, out: Path | None, today: datetime.datetime | None, host: str, port: int) -> None:
    """Build the site, serve it, and rebuild when a file changes."""
    from jinja2 import TemplateError

    from starterspad.output.build_memory import BuildMemory
    from starterspad.output.output_folder import Outdated
    from starterspad.output.saved_files import SavedFiles
    from starterspad.output.serve import Builds, start_server

    folder = (out or root / "site").resolve()
    memory = BuildMemory()
    _say_report(build_site(root, folder, date(today), memory), folder, None)
    # What stays is looked at by nobody any more: the collector would hold up a save for longer than its page takes.
    gc.collect()
    gc.freeze()
    saved = SavedFiles(root.resolve(), folder)
    builds = Builds(saved.any)
    builds.made({})
    try:
        start_server(folder, host, port, builds)
    except OSError as error:
        fail(f"port {port} cannot be used ({error.strerror}): choose another with --port")
    click.echo(f"Serving at http://{host}:{port}/ (Ctrl-C stops)")
    while True:
        paths = saved.take()
        click.echo(f"Changed: {', '.join(path.name for path in paths[:5])}")
        started = time.monotonic()
        try:
            report = build_site(root, folder, date(today), memory, builds)
        except Outdated:
            continue  # what was made is shown until the next build has it too
        except SystemExit:
            builds.written()
            continue  # the problems are printed; the last good site stays up
        except (TemplateError, RuntimeError) as error:
            builds.written()
            click.echo(f"The templates cannot be rendered: {error}", err=True)
            continue
        builds.written()
        _say_report(report, folder, time.monotonic() - started)


def build_site(
    root: Path,
    out: Path,
    today: datetime.date,
    memory: BuildMemory | None = None,
    audience: Audience | None = None,
) -> SiteReport:
    """Build a site, saying how far it is; ends when the content, the folder or the scripts are not fit for it."""
    from rich.console import Console
    from rich.live import Live

    from starterspad.output.build import build as build_into
    from starterspad.output.output_folder import UnsafeOutput
    from starterspad.output.script_bundler import ScriptsNotMade
    from starterspad.pages.layout.layouts import LayoutsNotRendered

    console = Console(stderr=True)
    try:
        # Nothing turns: that would be a thread, and beside a thread no other process can be made to help.
        with Live("Starting ...", console=console, auto_refresh=False, transient=True) as line:

            def say(step: str) -> None:
                line.update(f"{step.capitalize()} ...", refresh=True)

            return build_into(root, out, today=today, progress=say, memory=memory, audience=audience)
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
