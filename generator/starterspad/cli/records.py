"""Changing a record, or beginning one, as a message of the site's form asks: a command for each of those forms."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import click

from starterspad.cli.failure import fail_with
from starterspad.cli.formats.problems import printable, text
from starterspad.cli.options import ROOT, TODAY, date
from starterspad.cli.whole_file import write_whole
from starterspad.content.problems import InvalidContent

# The kinds of record that have a form, and what a message of it does; the forms themselves are loaded when one is read.
_ABOUT = {
    "fact": "Correct the fact that a message is about: its lines in content/facts/ change, and no others.",
    "event": "Write the event that a message asks for into content/events/, or change the one that it is about.",
    "task": "Change the words of the step that a message is about: their lines in content/tasks/, and no others.",
    "question": "Change the words of the question that a message is about, in content/questions.yml.",
    "notice": "Write the notice that a message asks for, behind the others in content/notices.yml.",
}


def record_commands() -> Iterator[click.Command]:
    """Yield a command for each form about records: `fact` for `portal new fact`."""
    for kind, about in _ABOUT.items():
        yield _command(kind, about)


def _command(kind: str, about: str) -> click.Command:
    @ROOT
    @TODAY
    @click.option(
        "--from-message",
        "message",
        required=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="An e-mail or a file that was made with the form of the site; saved as text, or whole.",
    )
    def run(root: Path, today: datetime.datetime | None, message: Path) -> None:
        _from_message(root, date(today), message, kind)

    return click.command(kind, help=about)(run)


def _from_message(root: Path, today: datetime.date, file: Path, kind: str) -> None:
    from starterspad.content.loader import load_catalog
    from starterspad.intake.message_reader import MAX_BYTES, read_message
    from starterspad.intake.record_forms import RECORD_FORMS
    from starterspad.intake.record_from_message import record_of
    from starterspad.quality.checks import check

    form = RECORD_FORMS[kind]
    try:
        catalog = load_catalog(root)
        with file.open("rb") as stream:
            message = read_message(stream.read(MAX_BYTES + 1), file.name, catalog, form)
        written = record_of(message, file.name, form, catalog, today)
        write_whole(catalog.root / written.path, written.text)
        click.echo(f"Wrote {written.path}.")
        after = load_catalog(root)
    except InvalidContent as invalid:
        fail_with(invalid)
    before = {problem.message for problem in check(catalog)}
    for problem in check(after):
        if problem.location.path == written.path and problem.message not in before:
            click.echo(text(problem))
    if message.reason:
        click.echo(f"They say: {printable(message.reason)}")
    click.echo("Look at it, and at the page that it names. Then commit.")
